import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { coreDataModule } from '@digione/core-data/server';
import { asSystem } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { schoolAdminModule } from '@digione/school-admin/server';
import { adult, child, schoolDay, type SchoolDay } from '@digione/school-admin/testing';
import { timetableModule } from '@digione/timetable/server';
import { v7 as uuidv7 } from 'uuid';
import { homeSchoolModule } from '../index.ts';
import { forgetJob } from './forget.job.ts';

let world: World;
let koivula: SchoolDay;
let saarela: SchoolDay;
let aino: string;
let iida: string;
let motherHere: string;
let fatherId: string;
let mother: Client;
let father: Client;
let teacher: Client;

beforeAll(async () => {
  world = await createWorld({ modules: [coreDataModule, timetableModule, schoolAdminModule, homeSchoolModule] });
  koivula = await schoolDay(world, 'koivula', async (town) => [(aino = await child(town, 'Aino'))]);
  saarela = await schoolDay(world, 'saarela', async (town) => [(iida = await child(town, 'Iida'))]);
  motherHere = await adult(koivula.town, 'Maija');
  const motherThere = await adult(saarela.town, 'Maija');
  fatherId = await adult(koivula.town, 'Matti');
  await koivula.town.guardianship(motherHere, aino);
  await koivula.town.guardianship(fatherId, aino);
  await saarela.town.guardianship(motherThere, iida);
  mother = await world.signIn({ of: koivula.town, personId: motherHere }, { of: saarela.town, personId: motherThere });
  father = await world.signIn({ of: koivula.town, personId: fatherId });
  teacher = await world.signIn({ of: koivula.town, personId: koivula.teacher });
});
afterAll(() => world.close());

const pool = () => world.server.kernel.database.system;
beforeEach(async () => {
  await world.settle();
  for (const table of ['home_school.notification', 'home_school.unread_count', 'school_admin.absence', 'school_admin.absence_notice', 'platform.row_history', 'events.outbox']) await pool().query(`delete from ${table}`);
});

const items = async (client: Client, query = '') => (await client.get(`/api/notifications${query}`)).body.items;
const texts = async (client: Client) => (await items(client)).map(({ text }: { text: string }) => text);
/** The kept count, which must be what counting says. */
async function unread(client: Client): Promise<number> {
  const { rows } = await pool().query<{ wrong: number }>(`
    select count(*)::int as wrong from home_school.unread_count u
    where u.unread <> (select count(*) from home_school.notification n where n.education_provider_id = u.education_provider_id and n.person_id = u.person_id and n.read_at is null)`);
  expect(rows[0]?.wrong).toBe(0);
  return (await client.post('/api/notifications/read', { notifications: [{ educationProviderId: koivula.town.educationProviderId, notificationId: uuidv7() }] })).body.unread;
}
const mark = async (kind: 'absent' | 'present' | 'late', heldOn?: string) => {
  await koivula.mark([{ learnerId: aino, kind }], heldOn);
  await world.settle();
};
const explain = async (client: Client) => {
  const [absence] = await koivula.absences(aino);
  await client.post(`/api/providers/${koivula.town.educationProviderId}/learners/${aino}/absences/explain`, { absenceIds: [absence?.['absence_id']], absenceTypeId: koivula.types.illness });
  await world.settle();
};
const report = async (client: Client, lastDay = '2026-11-26') => {
  const answer = await client.post('/api/absence-notices', { learners: [{ educationProviderId: koivula.town.educationProviderId, learnerId: aino }], firstDay: '2026-11-25', lastDay, absenceTypeCode: 'illness', note: 'Kuumetta' });
  await world.settle();
  return answer.body.results[0].absenceNoticeId;
};

test('an unexplained absence is told to both homes, in the language of each reader', async () => {
  await mark('absent');
  expect(await items(mother)).toMatchObject([
    { kind: 'absence.unexplained', text: 'Poissaolo odottaa selvitystä: Aino, tänään', aboutPersonId: aino, isRead: false, href: `/children/${aino}?provider=${koivula.town.educationProviderId}` },
  ]);
  const swedish = await father.get('/api/notifications', { 'accept-language': 'sv' });
  expect(swedish.body.items[0].text).toBe('Frånvaro väntar på utredning: Aino, i dag');
  expect([await unread(mother), await unread(father)]).toEqual([1, 1]);
  expect(await items(teacher)).toEqual([]);
});

test('a day is told once, however many lessons and however often the event comes', async () => {
  await mark('absent');
  const another = await koivula.town.weeklyLesson(koivula.schoolId, koivula.teachingGroupId, 2, '10:00', '10:45');
  await koivula.town.insert('school_admin.absence', {
    absence_id: uuidv7(), learner_id: aino, school_id: koivula.schoolId, held_on: '2026-11-24', starts_at: '2026-11-24T08:00:00Z', ends_at: '2026-11-24T08:45:00Z',
    weekly_lesson_id: another, teaching_group_id: koivula.teachingGroupId, kind: 'absent', marked_by: koivula.teacher, marked_at: world.clock.iso(), source: 'test',
  });
  for (let round = 0; round < 3; round++) {
    await asSystem('a repeat', world.server.kernel.database, { educationProviderId: koivula.town.educationProviderId, source: 'test' }, (tx) =>
      emit(tx, { name: 'absence.marked', payload: { learnerIds: [aino], heldOn: '2026-11-24' } }, null));
    await world.settle();
  }
  expect(await texts(mother)).toEqual(['Poissaolo odottaa selvitystä: Aino, tänään, 2 oppituntia']);
  expect(await unread(mother)).toBe(1);
});

test('the very same event dispatched twice changes nothing', async () => {
  await mark('absent');
  await report(mother);
  const before = await items(father);
  expect(before).toHaveLength(2);
  await pool().query('update events.outbox set dispatched_at = null');
  await world.settle();
  expect(await items(father)).toEqual(before);
  expect(await unread(father)).toBe(2);
});

test('a mark taken back takes back what nobody has read; who has read is told it is settled', async () => {
  await mark('absent');
  await mother.post('/api/notifications/read', { all: true });
  await mark('present');
  expect(await items(father)).toEqual([]);
  expect(await unread(father)).toBe(0);
  expect(await texts(mother)).toEqual(['Poissaolo ei enää odota selvitystä: Aino, tänään']);
  expect(await unread(mother)).toBe(0);
});

test('being late asks for nothing', async () => {
  await mark('late');
  expect(await items(mother)).toEqual([]);
});

test("one home's explanation quiets the other's notification and tells the homeroom teacher once; taking it back opens it again", async () => {
  await mark('absent');
  await explain(mother);
  expect(await items(father)).toEqual([]);
  expect(await texts(teacher)).toEqual(['Koti selvitti poissaolon: Aino, tänään']);
  expect((await items(teacher))[0].href).toBe('/absences');
  const [absence] = await koivula.absences(aino);
  await mother.post(`/api/providers/${koivula.town.educationProviderId}/learners/${aino}/absences/withdraw-explanation`, { absenceIds: [absence?.['absence_id']] });
  await world.settle();
  expect(await items(teacher)).toEqual([]);
  expect(await texts(father)).toEqual(['Poissaolo odottaa selvitystä: Aino, tänään']);
  expect([await unread(teacher), await unread(father)]).toEqual([0, 1]);
});

test('an absence reported beforehand is never asked about; the other home and the homeroom teacher hear of it, without the reason', async () => {
  const noticeId = await report(mother);
  expect(await items(mother)).toEqual([]);
  expect(await texts(father)).toEqual(['Poissaolosta on ilmoitettu: Aino, 25.–26.11.']);
  expect(await texts(teacher)).toEqual(['Koti ilmoitti poissaolosta: Aino, 25.–26.11.']);
  world.clock.set('2026-12-01T07:20:00.000Z');
  try {
    await mark('absent', '2026-11-25');
    expect(await items(mother)).toEqual([]);
  } finally {
    world.clock.set('2026-11-24T07:20:00.000Z');
  }
  await mother.post(`/api/providers/${koivula.town.educationProviderId}/absence-notices/${noticeId}/withdraw`);
  await world.settle();
  expect(await texts(father)).toEqual(['Poissaolo odottaa selvitystä: Aino, huomenna']);
  expect(await items(teacher)).toEqual([]);
  expect([await unread(father), await unread(teacher)]).toEqual([1, 0]);
});

test('a notice given after the marks takes the question back', async () => {
  await mark('absent');
  await mother.post('/api/absence-notices', { learners: [{ educationProviderId: koivula.town.educationProviderId, learnerId: aino }], firstDay: '2026-11-24', lastDay: '2026-11-24', absenceTypeCode: 'illness' });
  await world.settle();
  expect(await items(mother)).toEqual([]);
  expect(await texts(father)).toEqual(['Poissaolosta on ilmoitettu: Aino, tänään']);
});

test('no reason, note or school is in a text', async () => {
  await report(mother);
  await mark('absent');
  for (const client of [mother, father, teacher]) expect((await client.get('/api/notifications')).text).not.toMatch(/Kuumetta|illness|Koivukoulu|5B/);
});

test('what was told goes with the right: blocked, without right any more, of age', async () => {
  await mark('absent');
  await pool().query(`update core_data.guardianship set valid = '[2020-01-01,2026-11-24)' where guardian_id = $1`, [fatherId]);
  expect((await father.get('/api/notifications')).text).not.toContain('Aino');
  expect((await father.get('/api/desk')).text).not.toContain('Aino');
  await pool().query(`update core_data.guardianship set valid = '[2020-01-01,)' where guardian_id = $1`, [fatherId]);
  expect(await items(father)).toHaveLength(1);
  const office = await adult(koivula.town, 'Sirpa');
  await koivula.town.position(office, 'school-secretary', koivula.schoolId);
  const secretary = await world.signIn({ of: koivula.town, personId: office });
  expect((await secretary.post(`/api/providers/${koivula.town.educationProviderId}/learners/${aino}/guardian-blocks`, { guardianId: fatherId, reason: 'Koulun päätös' })).status).toBe(201);
  await world.settle();
  expect(await items(father)).toEqual([]);
  expect(await unread(father)).toBe(0);
  await mark('present');
  await mark('absent');
  expect(await items(father)).toEqual([]);
  await pool().query('delete from core_data.guardian_block');
});

test('who is of age hears for themself', async () => {
  const grown = await child(koivula.town, 'Elias', { bornOn: '2008-11-24' });
  await koivula.town.studyRight(grown, koivula.schoolId);
  const parent = await adult(koivula.town, 'Eeva');
  await koivula.town.guardianship(parent, grown);
  await koivula.mark([{ learnerId: grown, kind: 'absent' }]);
  await world.settle();
  expect(await items(await world.signIn({ of: koivula.town, personId: parent }))).toEqual([]);
  expect(await texts(await world.signIn({ of: koivula.town, personId: grown }))).toEqual(['Poissaolosi odottaa selvitystä: tänään']);
});

test('what nobody may read any more is cleared, and old things with it: the count is of what is there', async () => {
  const { database } = world.server.kernel;
  const grown = await child(koivula.town, 'Elias', { bornOn: '2008-11-25' });
  await koivula.town.studyRight(grown, koivula.schoolId);
  const parentId = await adult(koivula.town, 'Eeva');
  await koivula.town.guardianship(parentId, grown);
  const parent = await world.signIn({ of: koivula.town, personId: parentId });
  await koivula.mark([{ learnerId: grown, kind: 'absent' }]);
  await mark('absent');
  expect([await unread(parent), await unread(mother)]).toEqual([1, 1]);
  await forgetJob.run(null, { database, attempt: 1 });
  expect([await unread(parent), await unread(mother)]).toEqual([1, 1]);
  world.clock.set('2026-11-24T22:05:00.000Z'); // five past midnight in Finland
  try {
    expect(await items(parent)).toEqual([]);
    await forgetJob.run(null, { database, attempt: 1 });
    expect([await unread(parent), await unread(mother)]).toEqual([0, 1]);
    world.clock.set('2027-06-01T07:00:00.000Z');
    await forgetJob.run(null, { database, attempt: 1 });
    expect((await pool().query('select from home_school.notification')).rowCount).toBe(0);
    expect((await pool().query('select from home_school.unread_count where unread > 0')).rowCount).toBe(0);
  } finally {
    world.clock.set('2026-11-24T07:20:00.000Z');
  }
});

test('an import that ends a guardianship takes along what had been told', async () => {
  await mark('absent');
  await pool().query(`update core_data.guardianship set valid = '[2020-01-01,2026-11-24)' where guardian_id = $1`, [fatherId]);
  await asSystem('an import', world.server.kernel.database, { educationProviderId: koivula.town.educationProviderId, source: 'test' }, (tx) => emit(tx, { name: 'import.applied', payload: { kind: 'population' } }, null));
  await world.settle();
  expect([await unread(father), await unread(mother)]).toEqual([0, 1]);
  await pool().query(`update core_data.guardianship set valid = '[2020-01-01,)' where guardian_id = $1`, [fatherId]);
});

test('one list over two cities, page by page, and the count in both', async () => {
  for (let index = 0; index < 7; index++) {
    world.clock.advance(60_000);
    const day = index % 2 === 0 ? koivula : saarela;
    await day.mark([{ learnerId: index % 2 === 0 ? aino : iida, kind: 'absent' }], `2026-11-${10 + index}`);
    await world.settle();
  }
  world.clock.set('2026-11-24T07:20:00.000Z');
  const whole = await items(mother);
  expect(whole).toHaveLength(7);
  const seen: unknown[] = [];
  for (let cursor = '', pages = 0; pages < 10; pages++) {
    const { body } = await mother.get(`/api/notifications?limit=2${cursor}`);
    expect(body.items.length).toBeLessThanOrEqual(2);
    seen.push(...body.items);
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(seen).toEqual(whole);
  expect((await mother.get('/api/notifications?cursor=nonsense')).status).toBe(400);
  expect(await unread(mother)).toBe(7);
  const [first] = whole;
  const read = await mother.post('/api/notifications/read', { notifications: [{ educationProviderId: first.educationProviderId, notificationId: first.notificationId }] });
  expect(read.body).toEqual({ unread: 6 });
  expect((await items(mother))[0].isRead).toBe(true);
  expect((await mother.post('/api/notifications/read', { all: true })).body).toEqual({ unread: 0 });
  expect(await unread(mother)).toBe(0);
});

test("nobody reads another's notification", async () => {
  await mark('absent');
  const [hers] = await items(mother);
  await father.post('/api/notifications/read', { notifications: [hers].map(({ educationProviderId, notificationId }) => ({ educationProviderId, notificationId })) });
  expect((await items(mother))[0].isRead).toBe(false);
  expect([await unread(mother), await unread(father)]).toEqual([1, 1]);
});
