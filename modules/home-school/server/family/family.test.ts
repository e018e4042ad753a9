import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { schoolAdminModule } from '@digione/school-admin/server';
import { adult, child, schoolDay, type SchoolDay } from '@digione/school-admin/testing';
import { timetableModule } from '@digione/timetable/server';
import { homeSchoolModule } from '../index.ts';

let world: World;
let koivula: SchoolDay;
let saarela: SchoolDay;
let aino: string;
let iida: string;
let mother: Client;

beforeAll(async () => {
  world = await createWorld({ modules: [timetableModule, schoolAdminModule, homeSchoolModule] });
  koivula = await schoolDay(world, 'koivula', async (town) => [(aino = await child(town, 'Aino'))]);
  saarela = await schoolDay(world, 'saarela', async (town) => [(iida = await child(town, 'Iida'))], { school: 'Saaren koulu', homeroom: '2A' });
  const here = await adult(koivula.town, 'Maija', { phone: '+358405550001', address: 'Äidinpolku 1' });
  const there = await adult(saarela.town, 'Maija');
  await koivula.town.guardianship(here, aino);
  await saarela.town.guardianship(there, iida);
  mother = await world.signIn({ of: koivula.town, personId: here }, { of: saarela.town, personId: there });
});
afterAll(() => world.close());

const guardian = async (day: SchoolDay, learner: string, options: Parameters<SchoolDay['town']['guardianship']>[2] = {}, person: Parameters<typeof adult>[2] = {}) => {
  const personId = await adult(day.town, 'Matti', person);
  await day.town.guardianship(personId, learner, options);
  return { personId, client: await world.signIn({ of: day.town, personId }) };
};
const children = async (client: Client) => (await client.get('/api/children')).body.children;
const card = async (client: Client, id: string) => (await client.get('/api/desk')).body.widgets.filter((widget: { id: string }) => widget.id === id);

test('one view over two cities, each part from its own city', async () => {
  const answer = await mother.get('/api/children');
  expect(answer.status).toBe(200);
  expect(answer.body.children).toMatchObject([
    { educationProviderId: koivula.town.educationProviderId, callName: 'Aino', relation: 'custody', place: { schoolName: { fi: 'Koivukoulu' }, homeroomName: '5B', gradeLevel: 5 } },
    { educationProviderId: saarela.town.educationProviderId, callName: 'Iida', relation: 'custody', place: { schoolName: { fi: 'Saaren koulu' }, homeroomName: '2A' } },
  ]);
  expect(answer.body.children[0].lessons).toMatchObject([{ startsAt: '09:00', endsAt: '09:45', subjectCode: 'MA' }]);
  expect(answer.body.providers).toHaveLength(2);
  const { rows } = await world.server.kernel.database.system.query<{ provider: string; persons: string[] }>(
    `select education_provider_id as provider, person_ids as persons from audit.entry where endpoint = 'home-school.listChildren' order by at`,
  );
  expect(rows.find(({ provider }) => provider === koivula.town.educationProviderId)?.persons).toContain(aino);
  expect(rows.find(({ provider }) => provider === koivula.town.educationProviderId)?.persons).not.toContain(iida);
  expect(rows.find(({ provider }) => provider === saarela.town.educationProviderId)?.persons).toContain(iida);
});

test("the desk shows an absence as soon as the register is saved, and it can be explained from the card's own data", async () => {
  expect(await card(mother, 'home-school.openAbsences')).toEqual([]);
  await koivula.mark([{ learnerId: aino, kind: 'absent' }]);
  const [now] = await card(mother, 'home-school.day');
  expect(now.data.children).toMatchObject([{ callName: 'Aino', absences: [{ kind: 'absent', type: null }] }]);
  const [waiting] = await card(mother, 'home-school.openAbsences');
  expect(waiting).toMatchObject({ educationProviderId: koivula.town.educationProviderId, data: { days: [{ learnerId: aino, heldOn: '2026-11-24', subjects: [{ fi: 'Matematiikka' }] }] } });
  expect(waiting.data.types.map(({ code }: { code: string }) => code)).toEqual(['illness', 'leave']);
  const [day] = waiting.data.days;
  const done = await mother.post(`/api/providers/${waiting.educationProviderId}/learners/${day.learnerId}/absences/explain`, { absenceIds: day.absenceIds, absenceTypeId: waiting.data.types[0].absenceTypeId });
  expect(done.status).toBe(200);
  expect(await card(mother, 'home-school.openAbsences')).toEqual([]);
  expect((await card(mother, 'home-school.day'))[0].data.children[0].absences).toMatchObject([{ type: { category: 'illness' }, explainedBy: 'you' }]);
});

test('a notice shows on the day it covers, and days ahead', async () => {
  await mother.post('/api/absence-notices', { learners: [{ educationProviderId: saarela.town.educationProviderId, learnerId: iida }], firstDay: '2026-11-24', lastDay: '2026-11-25', absenceTypeCode: 'leave' });
  expect((await children(mother))[1].notices).toMatchObject([{ firstDay: '2026-11-24', lastDay: '2026-11-25', reportedBy: 'you' }]);
});

test('without custody and right, blocked, former: no child, no card, nothing of the name', async () => {
  await koivula.mark([{ learnerId: aino, kind: 'absent' }], '2026-11-17');
  const { client: without } = await guardian(koivula, aino, { hasCustody: false, hasRightToInformation: false });
  const { client: former } = await guardian(koivula, aino, { valid: '[2020-01-01,2026-11-24)' });
  const { client: blocked, personId } = await guardian(koivula, aino);
  expect(await children(blocked)).toHaveLength(1);
  await koivula.town.block(personId, aino);
  for (const client of [without, former, blocked]) {
    for (const path of ['/api/children', '/api/desk', '/api/notifications', '/api/me']) {
      const answer = await client.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('Aino');
      expect(answer.text).not.toContain(aino);
    }
    expect(await children(client)).toEqual([]);
  }
});

test('a right to information is to see: the day and the absences, no card that asks, no ability to act', async () => {
  const { client } = await guardian(koivula, aino, { hasCustody: false, hasRightToInformation: true });
  expect(await children(client)).toMatchObject([{ callName: 'Aino', relation: 'information', can: { explain: false, report: false }, openDays: [] }]);
  expect(await card(client, 'home-school.openAbsences')).toEqual([]);
});

test('two homes: both see the child, neither the other home', async () => {
  const { client } = await guardian(koivula, aino, {}, { phone: '+358405550002', address: 'Isänpolku 2', email: 'matti@example.org' });
  expect(await children(client)).toMatchObject([{ callName: 'Aino', relation: 'custody', place: { homeroomName: '5B' } }]);
  for (const path of ['/api/children', '/api/desk', `/api/providers/${koivula.town.educationProviderId}/learners/${aino}/absences`]) {
    expect((await client.get(path)).text).not.toMatch(/Maija|5550001|Äidinpolku/);
    expect((await mother.get(path)).text).not.toMatch(/Matti|5550002|Isänpolku|matti@/);
  }
});

test('the learner sees their own day; at eighteen the guardian is out and the learner is asked', async () => {
  const grown = await child(koivula.town, 'Elias', { bornOn: '2008-11-25' });
  await koivula.town.studyRight(grown, koivula.schoolId);
  const { client: parent } = await guardian(koivula, grown);
  const own = await world.signIn({ of: koivula.town, personId: grown });
  await koivula.mark([{ learnerId: grown, kind: 'absent' }]);
  expect(await children(own)).toMatchObject([{ callName: 'Elias', relation: 'self', can: { explain: false, report: false } }]);
  expect(await card(own, 'home-school.openAbsences')).toEqual([]);
  expect(await card(parent, 'home-school.openAbsences')).toHaveLength(1);
  const before = world.clock.iso();
  world.clock.set('2026-11-24T22:00:00.000Z'); // midnight in Finland
  try {
    expect(await children(parent)).toEqual([]);
    expect(await card(parent, 'home-school.day')).toEqual([]);
    expect(await card(parent, 'home-school.openAbsences')).toEqual([]);
    expect(await children(own)).toMatchObject([{ can: { explain: true, report: true }, openDays: [{ heldOn: '2026-11-24' }] }]);
    expect(await card(own, 'home-school.openAbsences')).toHaveLength(1);
  } finally {
    world.clock.set(before);
  }
});

test('who is neither guardian nor learner has no family view', async () => {
  const teacher = await world.signIn({ of: koivula.town, personId: koivula.teacher });
  expect((await teacher.get('/api/children')).body).toMatchObject({ children: [], providers: [] });
  expect(await card(teacher, 'home-school.day')).toEqual([]);
});
