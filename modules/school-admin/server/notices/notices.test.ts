import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { asSystem } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { adult, child, insertAbsenceNotice, schoolDay, type SchoolDay } from '../../testing/school-day.ts';
import { schoolAdminModule } from '../index.ts';

let world: World;
let koivula: SchoolDay;
let saarela: SchoolDay;
/** Two children in Koivula, one in Saarela. */
let aino: string;
let eino: string;
let iida: string;
let notHers: string;
let mother: Client;
let father: Client;
let homeroomTeacher: Client;

beforeAll(async () => {
  world = await createWorld({ modules: [schoolAdminModule] });
  koivula = await schoolDay(world, 'koivula', async (town) => [(aino = await child(town, 'Aino')), (eino = await child(town, 'Eino')), (notHers = await child(town, 'Vieras'))]);
  saarela = await schoolDay(world, 'saarela', async (town) => [(iida = await child(town, 'Iida'))]);
  const here = await adult(koivula.town, 'Maija');
  const there = await adult(saarela.town, 'Maija');
  await koivula.town.guardianship(here, aino);
  await koivula.town.guardianship(here, eino);
  await saarela.town.guardianship(there, iida);
  mother = await world.signIn({ of: koivula.town, personId: here }, { of: saarela.town, personId: there });
  const other = await adult(koivula.town, 'Matti');
  await koivula.town.guardianship(other, aino);
  father = await world.signIn({ of: koivula.town, personId: other });
  homeroomTeacher = await world.signIn({ of: koivula.town, personId: koivula.teacher });
});
afterAll(() => world.close());

const inKoivula = (learnerId: string) => ({ educationProviderId: koivula.town.educationProviderId, learnerId });
const inSaarela = (learnerId: string) => ({ educationProviderId: saarela.town.educationProviderId, learnerId });

const report = (client: Client, learners: object[], more: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  client.post('/api/absence-notices', { learners, firstDay: '2026-11-24', lastDay: '2026-11-24', absenceTypeCode: 'illness', ...more }, headers);

const noticePath = (id: string, verb = '') => `/api/providers/${koivula.town.educationProviderId}/absence-notices/${id}${verb}`;
const pool = () => world.server.kernel.database.system;
const countNotices = async () => (await pool().query<{ n: number }>('select count(*)::int as n from school_admin.absence_notice where withdrawn_at is null')).rows[0]?.n;
const clear = async () => {
  await pool().query('delete from school_admin.absence');
  await pool().query('delete from school_admin.absence_notice');
  await pool().query('delete from platform.row_history');
};
const seenBy = async (client: Client, learnerId = aino) => (await client.get(`/api/providers/${koivula.town.educationProviderId}/learners/${learnerId}/absences`)).body;

test('siblings in two cities, several days, in one go: what is marked is explained, what will be marked too', async () => {
  await clear();
  await koivula.mark([{ learnerId: aino, kind: 'absent' }]);
  const answer = await report(mother, [inKoivula(aino), inKoivula(eino), inSaarela(iida)], { lastDay: '2026-11-26', note: 'Kuumetta' });
  expect(answer.status).toBe(200);
  expect(answer.body.results).toMatchObject([
    { learnerId: aino, outcome: 'reported', explainedAbsences: 1 },
    { learnerId: eino, outcome: 'reported', explainedAbsences: 0 },
    { learnerId: iida, outcome: 'reported', explainedAbsences: 0, educationProviderId: saarela.town.educationProviderId },
  ]);
  await saarela.mark([{ learnerId: iida, kind: 'absent' }]);
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: koivula.types.illness }]);
  expect(await saarela.absences(iida)).toMatchObject([{ absence_type_id: saarela.types.illness }]);
  expect((await seenBy(mother)).notices).toMatchObject([
    { firstDay: '2026-11-24', lastDay: '2026-11-26', fromTime: null, untilTime: null, note: 'Kuumetta', reportedBy: 'you', can: { change: true } },
  ]);
  expect((await seenBy(father)).notices).toMatchObject([{ reportedBy: 'guardian', can: { change: false } }]);
  expect((await seenBy(homeroomTeacher)).notices).toMatchObject([{ reportedBy: 'guardian', can: { change: true } }]);
  const { rows } = await pool().query(`select distinct education_provider_id from audit.entry where action = 'absence.report' and outcome = 'done'`);
  expect(rows).toHaveLength(2);
});

test('within one provider all or none, and each child is told why; the other provider is not held up', async () => {
  await clear();
  const answer = await report(mother, [inKoivula(aino), inKoivula(notHers), inSaarela(iida)]);
  expect(answer.body.results).toMatchObject([
    { learnerId: aino, outcome: 'not-together', absenceNoticeId: null },
    { learnerId: notHers, outcome: 'not-allowed' },
    { learnerId: iida, outcome: 'reported' },
  ]);
  expect(await countNotices()).toBe(1);
  const { rows } = await pool().query(`select object_id from audit.entry where action = 'absence.report' and outcome = 'denied'`);
  expect(rows).toEqual([{ object_id: notHers }]);
});

test('nobody reports somebody else: without right, informed only, blocked, former, under age, of another provider', async () => {
  await clear();
  const { town } = koivula;
  const people = { without: await adult(town, 'A'), informed: await adult(town, 'B'), blocked: await adult(town, 'C'), former: await adult(town, 'D'), stranger: await adult(town, 'E') };
  await town.guardianship(people.without, aino, { hasCustody: false, hasRightToInformation: false });
  await town.guardianship(people.informed, aino, { hasCustody: false, hasRightToInformation: true });
  await town.guardianship(people.blocked, aino);
  await town.block(people.blocked, aino);
  await town.guardianship(people.former, aino, { valid: '[2020-01-01,2026-11-24)' });
  for (const [who, personId] of Object.entries({ ...people, self: aino })) {
    const client = await world.signIn({ of: town, personId });
    expect((await report(client, [inKoivula(aino)])).status, who).toBe(403);
  }
  expect((await report(father, [inSaarela(iida)])).status).toBe(404);
  expect((await report(father, [inKoivula(aino), inSaarela(iida)])).status).toBe(404);
  expect((await report(father, [inKoivula(iida)])).status).toBe(404);
  expect(await countNotices()).toBe(0);
});

test('an adult learner reports for themself, the homeroom teacher for a home that rang', async () => {
  await clear();
  const grown = await child(koivula.town, 'Onni', { bornOn: '2008-11-24' });
  await koivula.town.studyRight(grown, koivula.schoolId);
  expect((await report(await world.signIn({ of: koivula.town, personId: grown }), [inKoivula(grown)])).body.results).toMatchObject([{ outcome: 'reported' }]);
  expect((await report(homeroomTeacher, [inKoivula(aino)], { absenceTypeCode: 'unauthorised' })).body.results).toMatchObject([{ outcome: 'reported' }]);
  expect((await seenBy(mother)).notices).toMatchObject([{ reportedBy: 'school', can: { change: false } }]);
});

test('a type the provider does not offer to guardians is refused', async () => {
  await clear();
  expect((await report(mother, [inKoivula(aino)], { absenceTypeCode: 'unauthorised' })).status).toBe(400);
  expect((await report(mother, [inKoivula(aino)], { absenceTypeCode: 'dragons' })).status).toBe(400);
  const wrongDays = await report(mother, [inKoivula(aino)], { lastDay: '2026-11-20' });
  expect(wrongDays.status).toBe(400);
  expect(wrongDays.body.errors).toMatchObject([{ path: 'lastDay', message: 'Loppu on ennen alkua.' }]);
  expect(await countNotices()).toBe(0);
});

test('the same twice is told once: by another home, again, or by a repeated request', async () => {
  await clear();
  const [first] = (await report(mother, [inKoivula(aino)], { lastDay: '2026-11-26' })).body.results;
  expect((await report(father, [inKoivula(aino)], { firstDay: '2026-11-25', lastDay: '2026-11-25' })).body.results).toMatchObject([
    { outcome: 'already-reported', absenceNoticeId: first.absenceNoticeId },
  ]);
  await clear();
  const send = () => report(mother, [inKoivula(eino), inSaarela(iida)], {}, { 'idempotency-key': 'siblings-once-1' });
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.body.results).toMatchObject([{ outcome: 'reported' }, { outcome: 'reported' }]);
  expect(await countNotices()).toBe(2);
  expect((await report(mother, [inKoivula(eino)], {}, { 'idempotency-key': 'siblings-once-1' })).status).toBe(422);
});

test('a part of a day covers the lessons it touches, no others', async () => {
  await clear();
  await report(mother, [inKoivula(aino)], { untilTime: '09:30', note: 'Hammaslääkäri' });
  await report(mother, [inKoivula(eino)], { fromTime: '12:00' });
  await koivula.mark([{ learnerId: aino, kind: 'late', minutes: 30 }, { learnerId: eino, kind: 'absent' }]);
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: koivula.types.illness }]);
  expect(await koivula.absences(eino)).toMatchObject([{ absence_type_id: null }]);
  expect((await seenBy(mother)).notices).toMatchObject([{ fromTime: null, untilTime: '09:30' }]);
  expect((await seenBy(mother, eino)).notices).toMatchObject([{ fromTime: '12:00', untilTime: null }]);
});

test('a changed notice explains what it now covers and nothing else; an old version is refused', async () => {
  await clear();
  await koivula.mark([{ learnerId: aino, kind: 'absent' }]);
  const [told] = (await report(mother, [inKoivula(aino)], { lastDay: '2026-11-26' })).body.results;
  const change = (client: Client, body: Record<string, unknown>, ifMatch?: string) =>
    client.put(noticePath(told.absenceNoticeId), { firstDay: '2026-11-25', lastDay: '2026-11-27', absenceTypeId: koivula.types.leave, ...body }, ifMatch === undefined ? {} : { 'if-match': ifMatch });
  expect((await change(mother, {})).status).toBe(428);
  expect((await change(father, {}, '"v1"')).status).toBe(403);
  expect((await change(mother, {}, '"v1"')).body).toMatchObject({ version: 2 });
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: null, absence_notice_id: null }]);
  expect((await change(mother, { firstDay: '2026-11-24' }, '"v1"')).status).toBe(412);
  expect((await change(mother, { firstDay: '2026-11-24' }, '"v2"')).status).toBe(200);
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: koivula.types.leave, absence_notice_id: told.absenceNoticeId }]);
  expect((await change(mother, { absenceTypeId: koivula.types.unauthorised }, '"v3"')).status).toBe(400);
  expect((await change(mother, { lastDay: '2027-03-01' }, '"v3"')).status).toBe(400);
});

test('a withdrawn notice leaves the absence open, but what was explained since stays', async () => {
  await clear();
  await koivula.mark([{ learnerId: aino, kind: 'absent' }]);
  await koivula.mark([{ learnerId: aino, kind: 'absent' }], '2026-11-17');
  const [told] = (await report(mother, [inKoivula(aino)], { firstDay: '2026-11-17' })).body.results;
  expect(told.explainedAbsences).toBe(2);
  const [, tuesday] = await koivula.absences(aino);
  await homeroomTeacher.post(`/api/providers/${koivula.town.educationProviderId}/learners/${aino}/absences/explain`, { absenceIds: [tuesday?.['absence_id']], absenceTypeId: koivula.types.leave });
  expect((await father.post(noticePath(told.absenceNoticeId, '/withdraw'))).status).toBe(403);
  expect((await mother.post(noticePath(told.absenceNoticeId, '/withdraw'))).status).toBe(200);
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: null, absence_notice_id: null }, { absence_type_id: koivula.types.leave, absence_notice_id: null }]);
  expect((await mother.post(noticePath(told.absenceNoticeId, '/withdraw'))).status).toBe(409);
  expect((await seenBy(mother)).notices).toEqual([]);
});

test('what is past stays as it was told', async () => {
  await clear();
  const motherHere = (await pool().query<{ id: string }>(`select person_id as id from core_data.person where call_name = 'Maija' and education_provider_id = $1`, [koivula.town.educationProviderId])).rows[0]?.id ?? '';
  const old = await insertAbsenceNotice(koivula, aino, motherHere, '[2026-11-17 00:00+02,2026-11-18 00:00+02)', { reported_at: '2026-11-17T05:00:00Z' });
  expect((await seenBy(mother)).notices).toMatchObject([{ can: { change: false } }]);
  const answer = await mother.post(noticePath(old, '/withdraw'));
  expect(answer.status).toBe(409);
  expect(answer.body.detail).toContain('mennyttä aikaa');
});

test('a mark and a notice written at the same moment find each other afterwards', async () => {
  await clear();
  await koivula.mark([{ learnerId: aino, kind: 'absent' }, { learnerId: eino, kind: 'absent' }]);
  await world.settle();
  await insertAbsenceNotice(koivula, aino, koivula.teacher, '[2026-11-24 00:00+02,2026-11-25 00:00+02)');
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: null }]);
  await asSystem('what the register tells', world.server.kernel.database, { educationProviderId: koivula.town.educationProviderId, source: 'test' }, (tx) =>
    emit(tx, { name: 'absence.marked', payload: { learnerIds: [aino, eino], heldOn: '2026-11-24' } }, null));
  await world.settle();
  expect(await koivula.absences(aino)).toMatchObject([{ absence_type_id: koivula.types.illness }]);
  expect(await koivula.absences(eino)).toMatchObject([{ absence_type_id: null }]);
});
