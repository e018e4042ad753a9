import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { asSystem } from '@digione/platform/db';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { buildSchoolDay, type SchoolDay } from '../../testing/school-day.ts';
import { announceComeRounds } from './publish.job.ts';

const NOW = '2026-11-24T07:20:00.000Z';
const MOMENT = '2026-12-18T10:00:00.000Z';

let world: World;
let day: SchoolDay;
let base: string;
let principal: Client;
let guardian: { id: string; client: Client };
let pupil: Client;
let homeroomTeacher: Client;
let homeroom: string;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  counter += 1;
  world.clock.set(NOW);
  day = await buildSchoolDay(world, `koivula-${counter}`);
  const { koivula, school } = day;
  base = `/api/providers/${koivula.educationProviderId}`;
  await koivula.pool.query(`update core_data.subject set national_code = code where education_provider_id = $1`, [koivula.educationProviderId]);
  const sign = async (title: string) => {
    const id = await koivula.person({ callName: 'Raija', lastName: 'Väki', bornOn: '1975-01-01' });
    await koivula.position(id, title, school);
    return { id, client: await world.signIn({ of: koivula, personId: id }) };
  };
  principal = (await sign('principal')).client;
  const leader = await sign('class-teacher');
  homeroomTeacher = leader.client;
  const { rows } = await koivula.pool.query<{ id: string }>(`select homeroom_id as id from core_data.homeroom where education_provider_id = $1`, [koivula.educationProviderId]);
  homeroom = rows[0]?.id ?? '';
  await koivula.insert('core_data.homeroom_teacher', { homeroom_teacher_id: uuidv7(), homeroom_id: homeroom, person_id: leader.id, valid: '[2026-08-01,2027-08-01)', source: 'test' });
  const mother = await koivula.person({ callName: 'Maria', lastName: 'Aalto', bornOn: '1980-01-01' });
  await koivula.guardianship(mother, learner(0));
  guardian = { id: mother, client: await world.signIn({ of: koivula, personId: mother }) };
  pupil = await world.signIn({ of: koivula, personId: learner(0) });
});
afterAll(() => world.close());

const learner = (index: number): string => day.learners[index] ?? '';
const rounds = () => `${base}/schools/${day.school}/mark-rounds`;
const begin = async (body: object = {}): Promise<string> => {
  const answer = await principal.post(rounds(), { kind: 'interim', name: 'Välitodistus', dueOn: '2026-12-15', ...body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.markRoundId;
};
const sheet = (round: string) => `${base}/groups/${day.group}/marks/${round}`;
const give = (round: string, marks: object[], client = day.teacher.client) => client.put(`${sheet(round)}/values`, { changes: marks });
const mark = (index: number, value: string | null, version = 0, words: string | null = null) => ({ learnerId: learner(index), value, words, version });
const lock = (round: string, isLocked = true) => day.teacher.client.put(`${sheet(round)}/lock`, { isLocked });
const versionOf = async (round: string) => (await principal.get(`${rounds()}/${round}`)).body.round.version;
const approve = async (round: string, publishAt: string | null = null, more: object = {}) =>
  principal.put(`${rounds()}/${round}/approval`, { publishAt, withoutOpenSheets: true, ...more }, { 'if-match': `"v${await versionOf(round)}"` });
const learningOf = async (client: Client, index = 0) => (await client.get(`${base}/learners/${learner(index)}/learning`)).body;

/** A round with marks given, locked and approved for a moment. */
async function publishFrom(moment: string | null): Promise<string> {
  const round = await begin();
  await give(round, [mark(0, '8', 0, 'CANARYWORDS'), mark(1, '9')]);
  await lock(round);
  expect((await approve(round, moment)).status).toBe(200);
  return round;
}

describe('giving marks', () => {
  test('the sheet shows learners, what may be given and the evidence, and proposes nothing', async () => {
    const round = await begin();
    const item = await day.teacher.client.post(`${base}/groups/${day.group}/gradebook/items`, { name: 'Koe', kind: 'test', heldOn: '2026-11-20', scale: 'mark' });
    await day.teacher.client.put(`${base}/groups/${day.group}/gradebook/values`, { changes: [{ evidenceItemId: item.body.evidenceItemId, learnerId: learner(0), value: '9½', version: 0 }] });
    const { body } = await day.teacher.client.get(sheet(round));
    expect(body).toMatchObject({ name: '7A MA', subject: { code: 'MA' }, isLocked: false, round: { state: 'open', dueOn: '2026-12-15' }, values: [{ value: '9½' }], can: { decide: true, lock: true, unlock: false, correct: false } });
    expect(body.learners.map((one: { lastName: string; mark: object; allowed: object }) => [one.lastName, one.mark, one.allowed])[0]).toEqual([
      'Aalto',
      { value: null, words: null, version: 0, decidedAt: null, corrections: 0 },
      { numbers: true, letters: [], words: false },
    ]);
  });

  test('whole marks alone, each refusal in the reader’s language; nothing of the block is kept', async () => {
    const round = await begin();
    const answer = await give(round, [mark(0, '8'), mark(1, '7+'), mark(2, 'S')]);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: 'changes.1.value', message: '”7+” ei käy. Todistukseen annetaan kokonainen arvosana 4–10.' },
      { path: 'changes.2.value', message: '”S” ei käy. Todistukseen annetaan kokonainen arvosana 4–10.' },
    ]);
    expect((await day.teacher.client.get(sheet(round))).body.learners.map((one: { mark: { value: string } }) => one.mark.value)).toEqual([null, null, null, null]);
    const english = await day.teacher.client.put(`${sheet(round)}/values`, { changes: [mark(0, '11')] }, { 'accept-language': 'en' });
    expect(english.body.errors[0].message).toContain('whole mark 4–10');
  });

  test('grade levels 1–3 in words; the provider may have decided on numbers', async () => {
    await day.koivula.pool.query(`update core_data.homeroom set grade_level = 2 where homeroom_id = $1`, [homeroom]);
    const round = await begin({ kind: 'school-year', dueOn: '2027-06-01' });
    expect((await give(round, [mark(0, '8')])).body.errors[0].message).toContain('arvioidaan sanallisesti');
    expect((await give(round, [mark(0, null, 0, 'Laskee sujuvasti.')])).body.saved).toMatchObject([{ mark: { words: 'Laskee sujuvasti.', version: 1 } }]);
    await day.koivula.pool.query(`update core_data.education_provider set settings = '{"assessment":{"numbersFrom":2}}' where education_provider_id = $1`, [day.koivula.educationProviderId]);
    expect((await give(round, [mark(0, '8', 1)])).status).toBe(200);
  });

  test('of two at once the first stands; every change stays with who and when', async () => {
    const round = await begin();
    await give(round, [mark(0, '8')]);
    const second = await give(round, [mark(0, '7'), mark(1, '9')]);
    expect(second.body).toMatchObject({ saved: [{ learnerId: learner(1) }], clashes: [{ learnerId: learner(0), mark: { value: '8', version: 1 } }] });
    await give(round, [mark(0, '7', 1)]);
    const { rows } = await day.koivula.pool.query(`select before->>'value' as value, changed_by from platform.row_history where table_name = 'teaching.mark' and education_provider_id = $1`, [day.koivula.educationProviderId]);
    expect(rows).toEqual([{ value: '8', changed_by: day.teacher.id }]);
  });

  test('a locked sheet takes no marks until it is opened; the round shows how far each is', async () => {
    const round = await begin();
    await give(round, [mark(0, '8')]);
    await lock(round);
    const refused = await give(round, [mark(1, '9')]);
    expect(refused).toMatchObject({ status: 409, body: { detail: 'Arvosanat on lukittu. Avaa ne ensin.' } });
    const { body } = await principal.get(`${rounds()}/${round}`);
    expect(body.sheets).toMatchObject([
      { homeroomId: homeroom, name: '7A', learners: 4, given: 0, isLocked: false },
      { groupId: day.group, name: '7A MA', learners: 4, given: 1, isLocked: true, teachers: [{ personId: day.teacher.id }] },
    ]);
    expect(JSON.stringify(body)).not.toContain('"value"');
    await lock(round, false);
    expect((await give(round, [mark(1, '9')])).status).toBe(200);
  });

  test('behaviour is the class teacher’s, apart from the subjects', async () => {
    const round = await begin();
    const behaviour = `${base}/homerooms/${homeroom}/behaviour/${round}`;
    expect((await homeroomTeacher.put(`${behaviour}/values`, { changes: [mark(0, '9'), mark(1, null, 0, 'Ottaa muut huomioon.')] })).status).toBe(200);
    expect((await day.teacher.client.get(behaviour)).status).toBe(403);
    expect((await homeroomTeacher.put(`${behaviour}/values`, { changes: [mark(2, 'S')] })).status).toBe(400);
    expect((await homeroomTeacher.get(`${base}/mark-sheets`)).body.sheets).toMatchObject([{ homeroomId: homeroom, given: 2, learners: 4 }]);
    expect((await homeroomTeacher.get(sheet(round))).status).toBe(403);
  });

  test('a round of other grade levels asks nothing here; a day outside of the year is refused', async () => {
    const round = await begin({ gradeLevels: [9] });
    expect((await day.teacher.client.get(sheet(round))).body.learners).toEqual([]);
    expect((await day.teacher.client.get(`${base}/mark-sheets`)).body.sheets).toEqual([]);
    const late = await principal.post(rounds(), { kind: 'interim', name: 'x', dueOn: '2029-12-15' });
    expect(late.body.errors[0].message).toBe('Päivä ei ole minkään lukuvuoden aikana.');
  });

  test('the teacher’s desk tells of sheets that wait', async () => {
    const card = async () => (await day.teacher.client.get('/api/desk')).body.widgets.find(({ id }: { id: string }) => id === 'teaching.openSheets')?.data;
    expect(await card()).toBeUndefined();
    const round = await begin();
    expect(await card()).toMatchObject({ count: 1, sheets: [{ groupId: day.group, markRoundId: round, given: 0 }] });
    await lock(round);
    expect(await card()).toBeUndefined();
  });
});

describe('approval', () => {
  test('is the principal’s alone, of locked sheets; open ones stay out on purpose', async () => {
    const round = await begin();
    const put = (client: Client, body: object = {}) => client.put(`${rounds()}/${round}/approval`, body, { 'if-match': '"v1"' });
    expect((await put(day.secretary.client)).status).toBe(403);
    expect((await put(day.teacher.client)).status).toBe(403);
    expect((await put(principal)).body.detail).toContain('Yhdenkään ryhmän');
    await give(round, [mark(0, '8')]);
    await lock(round);
    expect((await put(principal)).body.detail).toContain('1 ryhmän arvosanat ovat vielä lukitsematta');
    expect((await put(principal, { withoutOpenSheets: true })).body).toMatchObject({ state: 'published', publishAt: NOW });
  });

  test('closes the round; taken back before the moment it opens again, after it no more', async () => {
    const round = await publishFrom(MOMENT);
    expect((await give(round, [mark(2, '9')])).body.detail).toContain('Rehtori on jo hyväksynyt');
    expect((await lock(round, false)).status).toBe(409);
    const withdraw = async () => principal.delete(`${rounds()}/${round}/approval`, undefined, { 'if-match': `"v${await versionOf(round)}"` });
    expect((await withdraw()).body).toMatchObject({ state: 'open', publishAt: null });
    await lock(round, false);
    expect((await give(round, [mark(2, '9')])).status).toBe(200);
    await lock(round);
    await approve(round, MOMENT);
    world.clock.set(MOMENT);
    expect((await withdraw()).body.detail).toBe('Arvosanat on jo julkaistu.');
  });

  test('forty saves beside an approval: what was not in before it is refused, and nothing changes after', async () => {
    const round = await begin();
    await give(round, [mark(0, '8')]);
    await lock(round);
    const version = await versionOf(round);
    const outcomes = await Promise.all([
      ...Array.from({ length: 20 }, () => lock(round, false)),
      principal.put(`${rounds()}/${round}/approval`, { withoutOpenSheets: true }, { 'if-match': `"v${version}"` }),
      ...Array.from({ length: 20 }, () => give(round, [mark(0, '4', 1)])),
    ]);
    expect(outcomes.every(({ status }) => [200, 409].includes(status))).toBe(true);
    const { body } = await principal.get(`${rounds()}/${round}`);
    if (body.round.state === 'published') expect((await learningOf(guardian.client)).reports).toMatchObject([{ marks: [{ value: '8' }] }]);
  });
});

describe('the moment of publication', () => {
  /** Everything a home, a learner or a colleague may ask for, and what was sent to their open pages. */
  const everything = async (client: Client): Promise<string> => {
    const paths = [`${base}/learners/${learner(0)}/learning`, '/api/learning', '/api/desk', '/api/privacy/own-log', `/api/privacy/own-log?personId=${learner(0)}`, '/api/search?q=CANARY', '/api/me', '/api/notifications', '/api/children', `${base}/people/${learner(0)}`, `${base}/people/${learner(0)}/history`];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    return answers.map(({ text }) => text).join('\n');
  };

  test('before it no path tells a mark; at it every home reads its own; by the server’s clock to the millisecond', async () => {
    await publishFrom(MOMENT);
    await world.settle();
    for (const at of [NOW, '2026-12-18T09:59:59.999Z']) {
      world.clock.set(at);
      for (const client of [guardian.client, pupil]) {
        const told = await everything(client);
        expect(told).not.toContain('CANARYWORDS');
        expect(told).not.toContain('Välitodistus');
        expect(JSON.parse(told.split('\n')[0] ?? '{}')).toMatchObject({ reports: [], subjects: [] });
      }
    }
    world.clock.set(MOMENT);
    for (const client of [guardian.client, pupil]) {
      expect((await learningOf(client)).reports).toMatchObject([{ name: 'Välitodistus', publishedAt: MOMENT, marks: [{ subject: { code: 'MA' }, value: '8', words: 'CANARYWORDS', corrections: [] }] }]);
    }
    expect((await learningOf(homeroomTeacher)).reports).toHaveLength(1);
  });

  test('what is written down for others on the way holds no mark and reaches no home', async () => {
    await publishFrom(MOMENT);
    const { rows } = await day.koivula.pool.query<{ payload: string; live: { personIds?: string[] } | null }>(`select payload::text, live from events.outbox where education_provider_id = $1`, [day.koivula.educationProviderId]);
    expect(rows.length).toBeGreaterThan(3);
    for (const { payload, live } of rows) {
      expect(payload).not.toMatch(/CANARYWORDS|"value"|learnerId/);
      for (const home of [guardian.id, ...day.learners]) expect(live?.personIds ?? []).not.toContain(home);
    }
    const audit = await day.koivula.pool.query<{ text: string }>(`select to_jsonb(e)::text as text from audit.entry e`);
    expect(audit.rows.filter(({ text }) => text.includes('CANARYWORDS'))).toEqual([]);
  });

  test('only the marks of the learner and of locked sheets', async () => {
    const round = await begin();
    await give(round, [mark(0, '8'), mark(1, '5')]);
    await lock(round);
    await homeroomTeacher.put(`${base}/homerooms/${homeroom}/behaviour/${round}/values`, { changes: [mark(0, '4')] });
    await approve(round);
    const { reports } = await learningOf(guardian.client);
    expect(reports).toMatchObject([{ marks: [{ value: '8' }] }]);
    expect(reports[0].marks).toHaveLength(1);
    expect((await guardian.client.get(`${base}/learners/${learner(1)}/learning`)).status).toBe(403);
  });

  test('the job tells the open pages once; reading hangs on the moment, not on the job', async () => {
    await publishFrom(MOMENT);
    const run = async () => {
      await asSystem('test', world.server.kernel.database, { educationProviderId: day.koivula.educationProviderId, source: 'test' }, announceComeRounds);
      const { rows } = await day.koivula.pool.query<{ live: { personIds: string[]; topics: string[] } }>(`select live from events.outbox where name = 'marks.published' and education_provider_id = $1`, [day.koivula.educationProviderId]);
      return rows.map(({ live }) => live);
    };
    expect(await run()).toEqual([]);
    world.clock.set(MOMENT);
    expect((await learningOf(guardian.client)).reports).toHaveLength(1);
    const [live, ...more] = await run();
    expect(more).toEqual([]);
    expect(live?.topics).toContain('learning');
    expect(live?.personIds).toEqual(expect.arrayContaining([guardian.id, learner(0), learner(1)]));
    expect(live?.personIds).not.toContain(learner(2));
    expect(await run()).toHaveLength(1);
    expect((await guardian.client.get('/api/desk')).body.widgets.find(({ id }: { id: string }) => id === 'teaching.newReports').data).toMatchObject({ reports: [{ learnerId: learner(0), kind: 'interim' }] });
  });
});

describe('after the publication', () => {
  test('a mark is corrected with a reason; the home sees what it was, the trail stays', async () => {
    const round = await publishFrom(null);
    expect((await give(round, [mark(0, '9', 1)])).body.detail).toContain('Korjaa yksittäinen arvosana');
    const correct = (body: object, client = day.teacher.client) => client.post(`${sheet(round)}/corrections`, { learnerId: learner(0), version: 1, value: '9', words: null, ...body });
    expect((await correct({})).status).toBe(400);
    expect((await correct({ reason: 'Kokeen pisteet laskettiin väärin.', value: '8', words: 'CANARYWORDS' })).body.errors[0].message).toBe('Tämä on jo julkaistu arvosana.');
    expect((await correct({ reason: 'Kokeen pisteet laskettiin väärin.', value: null })).status).toBe(400);
    expect((await correct({ reason: 'Kokeen pisteet laskettiin väärin.', version: 7 })).status).toBe(412);
    expect((await correct({ reason: 'Kokeen pisteet laskettiin väärin.' }, homeroomTeacher)).status).toBe(403);
    expect((await correct({ reason: 'Kokeen pisteet laskettiin väärin.' })).body).toMatchObject({ learnerId: learner(0), mark: { value: '9', version: 2, corrections: 1 } });
    expect((await learningOf(guardian.client)).reports[0].marks).toMatchObject([{ value: '9', corrections: [{ formerValue: '8', formerWords: 'CANARYWORDS', at: NOW }] }]);
    const { rows } = await day.koivula.pool.query(`select former_value, reason, corrected_by from teaching.mark_correction where education_provider_id = $1`, [day.koivula.educationProviderId]);
    expect(rows).toEqual([{ former_value: '8', reason: 'Kokeen pisteet laskettiin väärin.', corrected_by: day.teacher.id }]);
  });

  test('before it nothing is corrected', async () => {
    const round = await publishFrom(MOMENT);
    const early = await day.teacher.client.post(`${sheet(round)}/corrections`, { learnerId: learner(0), version: 1, value: '9', reason: 'Väärä oppilas' });
    expect(early.status).toBe(409);
  });
});

describe('what the home follows', () => {
  test('shared evidence by subject, nothing of what is the teachers’ own', async () => {
    const book = `${base}/groups/${day.group}/gradebook`;
    const add = async (name: string, isShared: boolean) => (await day.teacher.client.post(`${book}/items`, { name, kind: 'task', heldOn: '2026-11-20', scale: 'level', levels: ['alussa', 'perillä'], isShared })).body.evidenceItemId;
    const [shared, own] = [await add('Esitelmä', true), await add('CANARYOWN', false)];
    await day.teacher.client.put(`${book}/values`, { changes: [shared, own].flatMap((evidenceItemId) => [0, 1].map((index) => ({ evidenceItemId, learnerId: learner(index), value: '2', words: 'Hienosti', version: 0 }))) });
    const answer = await guardian.client.get(`${base}/learners/${learner(0)}/learning`);
    expect(answer.body.subjects).toMatchObject([{ subject: { code: 'MA' }, shown: [{ name: 'Esitelmä', value: '2', levelText: 'perillä', levels: 2, words: 'Hienosti' }] }]);
    expect(answer.body.subjects[0].shown).toHaveLength(1);
    expect(answer.text).not.toContain('CANARYOWN');
  });

  test('from whom the place is hidden gets marks without words that could tell it', async () => {
    const round = await begin({ name: 'CANARYPLACE välitodistus' });
    await give(round, [mark(0, '8', 0, 'CANARYPLACE')]);
    await lock(round);
    await approve(round);
    const book = `${base}/groups/${day.group}/gradebook`;
    const item = await day.teacher.client.post(`${book}/items`, { name: 'CANARYPLACE retki', kind: 'task', heldOn: '2026-11-20', scale: 'mark', isShared: true });
    await day.teacher.client.put(`${book}/values`, { changes: [{ evidenceItemId: item.body.evidenceItemId, learnerId: learner(0), value: '7½', words: 'CANARYPLACE', version: 0 }] });
    await day.koivula.pool.query('update core_data.person set protected_address = true where person_id = $1', [learner(0)]);
    const answer = await guardian.client.get(`${base}/learners/${learner(0)}/learning`);
    expect(answer.text).not.toContain('CANARYPLACE');
    expect(answer.body).toMatchObject({ hidesWords: true, reports: [{ name: null, marks: [{ value: '8', words: null }] }], subjects: [{ shown: [{ value: '7½', name: null }] }] });
    await day.koivula.block(guardian.id, learner(0));
    expect((await guardian.client.get(`${base}/learners/${learner(0)}/learning`)).status).toBe(403);
    expect((await guardian.client.get('/api/learning')).body.learners).toEqual([]);
  });
});
