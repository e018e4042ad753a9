import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { adult, child, schoolDay, type SchoolDay } from '../../testing/school-day.ts';
import { schoolAdminModule } from '../index.ts';

let world: World;
let day: SchoolDay;
let learner: string;
let mother: Client;
let father: Client;
let informed: Client;
let outsiders: Record<'withoutRight' | 'former' | 'blocked' | 'stranger' | 'teacherElsewhere', Client>;
let homeroomTeacher: Client;
let secretary: Client;

const base = () => `/api/providers/${day.town.educationProviderId}/learners/${learner}`;

beforeAll(async () => {
  world = await createWorld({ modules: [schoolAdminModule] });
  day = await schoolDay(world, 'koivula', async (town) => {
    learner = await child(town, 'Aino');
    return [learner];
  });
  const { town } = day;
  const guardian = async (options: Parameters<typeof town.guardianship>[2] | undefined, callName: string) => {
    const personId = await adult(town, callName);
    if (options !== undefined) await town.guardianship(personId, learner, options);
    return personId;
  };
  const as = (personId: string) => world.signIn({ of: town, personId });
  mother = await as(await guardian({}, 'Maija'));
  father = await as(await guardian({}, 'Matti'));
  informed = await as(await guardian({ hasCustody: false, hasRightToInformation: true }, 'Iiris'));
  const blocked = await guardian({}, 'Bo');
  await town.block(blocked, learner);
  const elsewhere = await town.school('Muu koulu');
  const teacherElsewhere = await adult(town, 'Tiina');
  await town.position(teacherElsewhere, 'teacher', elsewhere);
  await town.position(teacherElsewhere, 'principal', elsewhere);
  outsiders = {
    withoutRight: await as(await guardian({ hasCustody: false, hasRightToInformation: false }, 'Outi')),
    former: await as(await guardian({ valid: '[2020-01-01,2026-11-24)' }, 'Fredrik')),
    blocked: await as(blocked),
    stranger: await as(await guardian(undefined, 'Seppo')),
    teacherElsewhere: await as(teacherElsewhere),
  };
  homeroomTeacher = await as(day.teacher);
  const office = await adult(town, 'Sirpa');
  await town.position(office, 'school-secretary', day.schoolId);
  secretary = await as(office);
});
afterAll(() => world.close());

async function openAbsence(heldOn = '2026-11-24'): Promise<string> {
  await day.mark([{ learnerId: learner, kind: 'present' }], heldOn);
  await world.server.kernel.database.system.query(`delete from platform.row_history where table_name = 'school_admin.absence'`);
  await day.mark([{ learnerId: learner, kind: 'absent' }], heldOn);
  const [row] = (await day.absences(learner)).filter((absence) => absence['held_on'] === heldOn);
  return String(row?.['absence_id']);
}

const explain = (client: Client, absenceIds: string[], absenceTypeId = day.types.illness, explanation?: string) =>
  client.post(`${base()}/absences/explain`, { absenceIds, absenceTypeId, ...(explanation === undefined ? {} : { explanation }) });

test('a guardian sees the absence with its subject and may explain it; the one with a right to information only sees', async () => {
  await openAbsence();
  const seen = await mother.get(`${base()}/absences`);
  expect(seen.status).toBe(200);
  expect(seen.body.learner).toMatchObject({ callName: 'Aino' });
  expect(seen.body).toMatchObject({ firstDay: '2026-08-01', lastDay: '2027-07-31', can: { explain: true, report: true } });
  expect(seen.body.absences).toMatchObject([{ heldOn: '2026-11-24', kind: 'absent', subjectCode: 'MA', type: null, explainedBy: null, can: { explain: true } }]);
  const only = await informed.get(`${base()}/absences`);
  expect(only.body.can).toEqual({ explain: false, report: false });
  expect(only.body.absences).toMatchObject([{ can: { explain: false } }]);
});

test('who has no right sees nothing and explains nothing', async () => {
  const absenceId = await openAbsence();
  for (const [who, client] of Object.entries(outsiders)) {
    expect((await client.get(`${base()}/absences`)).status, who).toBe(403);
    expect((await explain(client, [absenceId])).status, who).toBe(403);
  }
  expect((await explain(informed, [absenceId])).status).toBe(403);
  expect(await day.absences(learner)).toMatchObject([{ absence_type_id: null }]);
});

test('another provider does not exist', async () => {
  const absenceId = await openAbsence();
  const other = await world.provider('saarela');
  const foreigner = await other.person();
  const client = await world.signIn({ of: other, personId: foreigner });
  expect((await client.get(`${base()}/absences`)).status).toBe(404);
  expect((await explain(client, [absenceId])).status).toBe(404);
  const crossed = `/api/providers/${other.educationProviderId}/learners/${learner}`;
  expect((await client.get(`${crossed}/absences`)).status).toBe(404);
  expect((await client.post(`${crossed}/absences/explain`, { absenceIds: [absenceId], absenceTypeId: day.types.illness })).status).toBe(404);
});

test('several absences are explained at once, and both homes see it without seeing which home it was', async () => {
  const ids = [await openAbsence('2026-11-17'), await openAbsence('2026-11-24')];
  const answer = await explain(mother, ids, day.types.illness, '  Kuumetta  ');
  expect(answer.body).toEqual({ learnerId: learner, explained: ids, untouched: [] });
  const [mine] = (await mother.get(`${base()}/absences`)).body.absences;
  expect(mine).toMatchObject({ type: { category: 'illness' }, explanation: 'Kuumetta', explainedBy: 'you', can: { explain: true } });
  const [theirs] = (await father.get(`${base()}/absences`)).body.absences;
  expect(theirs).toMatchObject({ explanation: 'Kuumetta', explainedBy: 'guardian', can: { explain: false } });
  expect((await father.get(`${base()}/absences`)).text).not.toContain('Maija');
});

test("what one has explained the other can't explain over, the school can", async () => {
  const absenceId = await openAbsence();
  await explain(mother, [absenceId]);
  const late = await explain(father, [absenceId], day.types.leave);
  expect(late.status).toBe(409);
  expect(late.body.detail).toContain('jo selvitetty');
  expect((await explain(secretary, [absenceId], day.types.unauthorised)).status).toBe(200);
  expect((await mother.get(`${base()}/absences`)).body.absences[0]).toMatchObject({ type: { category: 'unauthorised' }, explainedBy: 'school', can: { explain: false } });
  expect((await explain(mother, [absenceId])).status).toBe(409);
});

test('a type that is not for guardians, an unknown one, and foreign absences are refused', async () => {
  const absenceId = await openAbsence();
  const refused = await explain(mother, [absenceId], day.types.unauthorised);
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toMatchObject([{ path: 'absenceTypeId' }]);
  expect((await explain(mother, [absenceId], learner)).status).toBe(400);
  expect((await explain(mother, [absenceId, learner])).status).toBe(404);
  expect((await explain(mother, [])).status).toBe(400);
  expect((await day.absences(learner)).at(-1)).toMatchObject({ absence_id: absenceId, absence_type_id: null });
});

test('the homeroom teacher writes down what was told by phone', async () => {
  const absenceId = await openAbsence();
  const open = await homeroomTeacher.get(`/api/providers/${day.town.educationProviderId}/open-absences`);
  expect(open.body.days).toMatchObject([{ callName: 'Aino', homeroomName: '5B', heldOn: '2026-11-24', absenceIds: [absenceId], guardians: [{ callName: 'Maija' }, { callName: 'Matti' }] }]);
  expect((await explain(homeroomTeacher, [absenceId], day.types.leave, 'Äiti soitti')).status).toBe(200);
  expect((await homeroomTeacher.get(`/api/providers/${day.town.educationProviderId}/open-absences`)).body.days).toEqual([]);
});

test('an explanation is taken back by the one who gave it, and by nobody else', async () => {
  const absenceId = await openAbsence();
  await explain(mother, [absenceId]);
  expect((await father.post(`${base()}/absences/withdraw-explanation`, { absenceIds: [absenceId] })).body.withdrawn).toEqual([]);
  expect((await mother.post(`${base()}/absences/withdraw-explanation`, { absenceIds: [absenceId] })).body.withdrawn).toEqual([absenceId]);
  expect((await day.absences(learner)).at(-1)).toMatchObject({ absence_type_id: null, explained_by: null });
});

test('a repeat with the same key is one act', async () => {
  const absenceId = await openAbsence();
  const key = { 'idempotency-key': 'explain-once-1' };
  const send = () => mother.post(`${base()}/absences/explain`, { absenceIds: [absenceId], absenceTypeId: day.types.illness }, key);
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status, body }) => [status, body])).toEqual(Array.from({ length: 3 }, () => [200, { learnerId: learner, explained: [absenceId], untouched: [] }]));
  expect((await day.absences(learner)).at(-1)).toMatchObject({ version: 2 });
});

test('the explanation is announced to the home, the teachers and the office, never to the blocked or the former', async () => {
  const absenceId = await openAbsence();
  await explain(mother, [absenceId]);
  const { rows } = await world.server.kernel.database.system.query<{ payload: unknown; live: { topics: string[]; personIds: string[] } }>(
    `select payload, live from events.outbox where name = 'absence.explained' order by position desc limit 1`,
  );
  expect(rows[0]?.payload).toEqual({ learnerId: learner, days: ['2026-11-24'], by: 'home', change: 'explained' });
  expect(rows[0]?.live.topics).toEqual(['absence']);
  const told = rows[0]?.live.personIds ?? [];
  expect(told).toContain(learner);
  expect(told).toContain(day.teacher);
  expect(told).toHaveLength(6);
});

test('on the eighteenth birthday the guardians are out and the learner speaks', async () => {
  const grown = await child(day.town, 'Elias', { bornOn: '2008-11-25' });
  await day.town.studyRight(grown, day.schoolId);
  const parent = await adult(day.town, 'Eeva');
  await day.town.guardianship(parent, grown);
  await day.mark([{ learnerId: grown, kind: 'absent' }]);
  const [absence] = await day.absences(grown);
  const parentClient = await world.signIn({ of: day.town, personId: parent });
  const ownClient = await world.signIn({ of: day.town, personId: grown });
  const path = `/api/providers/${day.town.educationProviderId}/learners/${grown}/absences`;
  const body = { absenceIds: [absence?.['absence_id']], absenceTypeId: day.types.illness };
  expect((await parentClient.get(path)).status).toBe(200);
  expect((await ownClient.get(path)).body.can).toEqual({ explain: false, report: false });
  expect((await ownClient.post(`${path}/explain`, body)).status).toBe(403);
  const before = world.clock.iso();
  world.clock.set('2026-11-24T22:00:00.000Z'); // midnight in Finland
  try {
    expect((await parentClient.get(path)).status).toBe(403);
    expect((await parentClient.post(`${path}/explain`, body)).status).toBe(403);
    expect((await ownClient.post(`${path}/explain`, body)).status).toBe(200);
    expect((await ownClient.get(path)).body.absences[0]).toMatchObject({ explainedBy: 'you' });
  } finally {
    world.clock.set(before);
  }
});

test("words from a protected home are for the writer and the school, not for the other home", async () => {
  const hidden = await child(day.town, 'Salla');
  await day.town.studyRight(hidden, day.schoolId);
  const [safe, other] = [await adult(day.town, 'Suvi', { isProtected: true }), await adult(day.town, 'Olli')];
  await day.town.guardianship(safe, hidden);
  await day.town.guardianship(other, hidden);
  await day.mark([{ learnerId: hidden, kind: 'absent' }]);
  const [absence] = await day.absences(hidden);
  const path = `/api/providers/${day.town.educationProviderId}/learners/${hidden}/absences`;
  const safeClient = await world.signIn({ of: day.town, personId: safe });
  await safeClient.post(`${path}/explain`, { absenceIds: [absence?.['absence_id']], absenceTypeId: day.types.illness, explanation: 'Mummolassa Kuusamossa' });
  expect((await safeClient.get(path)).text).toContain('Kuusamo');
  expect((await secretary.get(path)).text).toContain('Kuusamo');
  const otherAnswer = await (await world.signIn({ of: day.town, personId: other })).get(path);
  expect(otherAnswer.body.absences).toMatchObject([{ type: { category: 'illness' }, explanation: null, explainedBy: 'guardian' }]);
  expect(otherAnswer.text).not.toContain('Kuusamo');
});
