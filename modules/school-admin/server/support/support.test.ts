import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let base: string;
let school: string;
let group: string;
let learner: string;
let people: Record<'special' | 'principal' | 'homeroomTeacher' | 'teacher' | 'secretary' | 'guardian' | 'pupil', { id: string; client: Client }>;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  koivula = await world.provider(`koivula-${(counter += 1)}`);
  base = `/api/providers/${koivula.educationProviderId}`;
  school = await koivula.school();
  const year = await koivula.schoolYear();
  const sign = async (id: string) => ({ id, client: await world.signIn({ of: koivula, personId: id }) });
  const staff = async (title: string, lastName: string) => {
    const id = await koivula.person({ callName: 'Leena', lastName, bornOn: '1980-01-01' });
    await koivula.position(id, title, school);
    return sign(id);
  };
  learner = await koivula.person({ callName: 'Eino', lastName: 'Aalto' });
  await koivula.studyRight(learner, school);
  const mother = await koivula.person({ bornOn: '1985-01-01' });
  await koivula.guardianship(mother, learner);
  people = {
    special: await staff('special-needs-teacher', 'Hiltunen'),
    principal: await staff('principal', 'Palmu'),
    homeroomTeacher: await staff('class-teacher', 'Saarinen'),
    teacher: await staff('teacher', 'Rautio'),
    secretary: await staff('school-secretary', 'Lehto'),
    guardian: await sign(mother),
    pupil: await sign(learner),
  };
  await koivula.homeroom(school, year, '5A', [learner], people.homeroomTeacher.id);
  group = await koivula.teachingGroup(school, year, '5A MA', [learner], people.teacher.id);
});
afterAll(() => world.close());

const PLAN = { kind: 'partly-small-group', plan: 'CANARYPLAN kaksi tuntia viikossa matematiikassa', startsOn: '2026-11-02', endsOn: '2027-06-05', reviewOn: '2026-12-04' };
const path = () => `${base}/learners/${learner}/support`;
const add = async (body: object = {}) => people.special.client.post(path(), { ...PLAN, responsibleIds: [people.special.id], ...body });
const decide = (id: string, version: number, client = people.principal.client) =>
  client.put(`${path()}/${id}/decision`, { decidedOn: '2026-10-30', decisionNumber: '12/2026', grounds: 'Pedagoginen arvio 20.10.2026' }, { 'if-match': `"v${version}"` });
const measuresFor = async (client: Client) => (await client.get(path())).body.measures;
/** Prepared and decided. */
async function inForce(body: object = {}): Promise<string> {
  const id = (await add(body)).body.supportMeasureId;
  expect((await decide(id, 1)).status).toBe(200);
  return id;
}

describe('a measure for one learner', () => {
  test('is prepared by the special needs teacher, decided on by the principal, then in force', async () => {
    const added = await add();
    expect(added.status, added.text).toBe(201);
    expect(added.body).toMatchObject({ state: 'prepared', law: 'since-2025', startsOn: '2026-11-02', endsOn: '2027-06-05', decision: null, responsible: [{ personId: people.special.id }], can: { change: true, decide: false, follow: true } });
    const id = added.body.supportMeasureId;
    expect((await decide(id, 1, people.special.client)).status).toBe(403);
    expect((await decide(id, 7)).status).toBe(412);
    expect((await decide(id, 1)).body).toMatchObject({ state: 'in-force', decision: { decidedOn: '2026-10-30', decisionNumber: '12/2026', grounds: 'Pedagoginen arvio 20.10.2026' } });
    expect((await decide(id, 2)).body.detail).toBe('Tukitoimesta on jo päätetty.');
  });

  test('what is decided holds; its plan and people may change, with history', async () => {
    const id = await inForce();
    const put = (body: object, version: number) => people.special.client.put(`${path()}/${id}`, { ...PLAN, responsibleIds: [people.special.id], ...body }, { 'if-match': `"v${version}"` });
    expect((await put({ kind: 'special-class' }, 2)).body.detail).toContain('valmistele uusi tukitoimi');
    expect((await put({ plan: 'Kolme tuntia viikossa', responsibleIds: [people.teacher.id] }, 2)).body).toMatchObject({ plan: 'Kolme tuntia viikossa', responsible: [{ personId: people.teacher.id }], version: 3 });
    const { rows } = await koivula.pool.query(`select before->>'plan' as plan from platform.row_history where row_id = $1 order by row_history_id desc limit 1`, [id]);
    expect(rows[0].plan).toContain('CANARYPLAN');
  });

  test.each([
    ['before the law', { startsOn: '2025-07-31' }, 'aikaisintaan 1.8.2025'],
    ['ended before it begins', { endsOn: '2026-11-01' }, 'ennen alkua'],
    ['reviewed before it begins', { reviewOn: '2026-11-01' }, 'Tarkistuspäivän'],
    ['of a subject nobody has', { subjectIds: [uuidv7()] }, 'Oppiainetta ei ole'],
    ['answered for by a stranger', { responsibleIds: [uuidv7()] }, 'henkilökuntaa'],
  ])('%s is refused in plain words', async (_what, body, words) => {
    const answer = await add(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].message).toContain(words);
  });

  test('a tier of the former law is read and not changed', async () => {
    await koivula.insert('school_admin.support_measure', { support_measure_id: uuidv7(), learner_id: learner, school_id: school, law: 'before-2025', kind: 'intensified', plan: 'Tehostettu tuki matematiikassa', valid: '[2023-08-10,2025-08-01)', source: 'test' });
    const [former] = await measuresFor(people.special.client);
    expect(former).toMatchObject({ law: 'before-2025', kind: 'intensified', state: 'ended', endsOn: '2025-07-31', can: { change: false, decide: false, follow: false } });
    const changed = await people.special.client.put(`${path()}/${former.supportMeasureId}`, { ...PLAN, responsibleIds: [people.special.id] }, { 'if-match': '"v1"' });
    expect(changed.body.detail).toContain('Aiemman lain');
    await expect(koivula.insert('school_admin.support_measure', { support_measure_id: uuidv7(), learner_id: learner, school_id: school, law: 'before-2025', kind: 'intensified', plan: 'xxx', valid: '[2025-08-01,2026-01-01)', source: 'test' })).rejects.toThrow(/check/);
  });
});

describe('who reads', () => {
  test('those whose work it is, the learner and the home; not the office, not a teacher of one subject', async () => {
    await inForce();
    for (const who of ['special', 'principal', 'homeroomTeacher', 'guardian', 'pupil'] as const) expect((await measuresFor(people[who].client)).length, who).toBe(1);
    for (const who of ['secretary', 'teacher'] as const) {
      const answer = await people[who].client.get(path());
      expect(answer.status, who).toBe(403);
      expect(answer.text).not.toContain('CANARYPLAN');
    }
    await inForce({ responsibleIds: [people.teacher.id] });
    expect((await people.teacher.client.get(path())).status).toBe(200);
  });

  test('what is being prepared is not yet told to the home or the homeroom teacher', async () => {
    await add();
    for (const who of ['guardian', 'pupil', 'homeroomTeacher'] as const) expect(await measuresFor(people[who].client), who).toEqual([]);
    expect(await measuresFor(people.principal.client)).toHaveLength(1);
  });

  test('every opening is in the log, with a purpose of its own; refusals as well', async () => {
    await inForce();
    await people.homeroomTeacher.client.get(path());
    await people.secretary.client.get(path());
    const { rows } = await koivula.pool.query(`select purpose, outcome, person_ids @> array[$1::uuid] as about from audit.entry where action = 'support.read' and education_provider_id = $2 and actor_person_id = any($3) order by outcome desc`, [
      learner,
      koivula.educationProviderId,
      [people.homeroomTeacher.id, people.secretary.id],
    ]);
    expect(rows).toEqual([{ purpose: 'purpose.support', outcome: 'done', about: true }, { purpose: 'purpose.support', outcome: 'denied', about: false }]);
    const log = await people.guardian.client.get(`/api/privacy/own-log?personId=${learner}`);
    if (log.status === 200) expect(log.text).not.toContain('CANARYPLAN');
  });

  test('from whom the place is hidden: that there is support, without words or names', async () => {
    await inForce();
    await koivula.pool.query('update core_data.person set protected_address = true where person_id = $1', [learner]);
    const answer = await people.guardian.client.get(path());
    expect(answer.text).not.toMatch(/CANARYPLAN|Hiltunen|Pedagoginen/);
    expect(answer.body.measures).toMatchObject([{ kind: 'partly-small-group', plan: null, responsible: [], notes: [] }]);
  });

  test('no event carries more than whose support changed, and to those whose work it is', async () => {
    await inForce();
    const { rows } = await koivula.pool.query(`select payload, live from events.outbox where name = 'support.changed' and education_provider_id = $1`, [koivula.educationProviderId]);
    for (const { payload, live } of rows) {
      expect(payload).toEqual({ learnerId: learner });
      expect([people.special.id, people.principal.id]).toEqual(expect.arrayContaining(live.personIds));
    }
  });
});

describe('follow-up', () => {
  test('the responsible writes how it works; a review sets the next; nothing written is changed', async () => {
    const id = await inForce({ responsibleIds: [people.teacher.id] });
    const note = (body: object, client = people.teacher.client) => client.post(`${path()}/${id}/notes`, body);
    expect((await note({ text: 'Tunnit ovat käynnistyneet hyvin.' })).body).toMatchObject({ reviewOn: '2026-12-04', notes: [{ isReview: false, by: { personId: people.teacher.id } }] });
    expect((await note({ text: 'Tarkistettu huoltajan kanssa.', nextReviewOn: '2026-11-24' })).status).toBe(400);
    expect((await note({ text: 'Tarkistettu huoltajan kanssa.', nextReviewOn: '2027-03-01' })).body).toMatchObject({ reviewOn: '2027-03-01' });
    expect((await note({ text: 'Sihteeri' }, people.secretary.client)).status).toBe(403);
    expect((await note({ text: 'Luokanopettaja' }, people.homeroomTeacher.client)).status).toBe(403);
    const { rows } = await koivula.pool.query(`select has_table_privilege('digione_app', 'school_admin.support_note', 'update') as may`);
    expect(rows[0].may).toBe(false);
  });

  test('a review that nears is on the desk of who answers for it and of who leads support, not of others', async () => {
    await inForce({ responsibleIds: [people.teacher.id] });
    await inForce({ reviewOn: '2027-05-01' });
    const card = async (client: Client) => (await client.get('/api/desk')).body.widgets.find(({ id }: { id: string }) => id === 'school-admin.supportReviews')?.data;
    for (const who of ['special', 'principal', 'teacher'] as const) expect(await card(people[who].client), who).toMatchObject({ count: 1, reviews: [{ learnerId: learner, reviewOn: '2026-12-04', isOverdue: false }] });
    for (const who of ['homeroomTeacher', 'secretary', 'guardian'] as const) expect(await card(people[who].client), who).toBeUndefined();
    world.clock.set('2026-12-05T08:00:00.000Z');
    expect((await card(people.special.client)).reviews[0].isOverdue).toBe(true);
    world.clock.set('2026-11-24T07:20:00.000Z');
  });

  test('the school’s list: who has what, the next review first', async () => {
    await inForce();
    const { body } = await people.special.client.get(`${base}/schools/${school}/support`);
    expect(body.learners).toMatchObject([{ personId: learner, homeroomName: '5A', measures: [{ kind: 'partly-small-group', state: 'in-force', reviewOn: '2026-12-04' }] }]);
    expect((await people.homeroomTeacher.client.get(`${base}/schools/${school}/support`)).status).toBe(403);
  });
});

test('support of a group names nobody and is its staff’s to record', async () => {
  const at = `${base}/groups/${group}/support`;
  const support = { kind: 'remedial', plan: 'Tukiopetusta keskiviikkoisin klo 8', startsOn: '2026-10-01' };
  const added = await people.teacher.client.post(at, support);
  expect(added.body).toMatchObject({ ...support, endsOn: null, version: 1 });
  const put = (version: number) => people.special.client.put(`${at}/${added.body.groupSupportId}`, { ...support, endsOn: '2026-12-18' }, { 'if-match': `"v${version}"` });
  expect((await put(1)).body).toMatchObject({ endsOn: '2026-12-18', version: 2 });
  expect((await put(1)).status).toBe(412);
  expect((await people.teacher.client.get(at)).body).toMatchObject({ groupName: '5A MA', canRecord: true, support: [{ kind: 'remedial' }] });
  for (const who of ['secretary', 'guardian', 'pupil', 'homeroomTeacher'] as const) expect((await people[who].client.get(at)).status, who).toBe(403);
  expect((await people.teacher.client.post(at, { ...support, endsOn: '2026-09-01' })).status).toBe(400);
});
