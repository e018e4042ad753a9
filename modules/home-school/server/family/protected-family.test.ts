import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { coreDataModule } from '@digione/core-data/server';
import { schoolAdminModule } from '@digione/school-admin/server';
import { adult, child, schoolDay, type SchoolDay } from '@digione/school-admin/testing';
import { timetableModule } from '@digione/timetable/server';
import { homeSchoolModule } from '../index.ts';

/** What must not reach anyone from whom the family is hidden; each value exists nowhere else. */
const CANARIES = ['Kanariakoulu', '7KANARIA', 'Kanariankuja', '0405559999', 'kanaria@example.org', 'Piilopaikka', '5B MA'];

let world: World;
let day: SchoolDay;
let salla: string;
let mother: Client;

beforeAll(async () => {
  world = await createWorld({ modules: [coreDataModule, timetableModule, schoolAdminModule, homeSchoolModule] });
  day = await schoolDay(world, 'koivula', async (town) => [(salla = await child(town, 'Salla', { isProtected: true, address: 'Kanariankuja 1', phone: '0405559999', email: 'kanaria@example.org' }))], {
    school: 'Kanariakoulu',
    homeroom: '7KANARIA',
  });
  const motherId = await adult(day.town, 'Suvi', { isProtected: true, address: 'Kanariankuja 1', phone: '0405559999', email: 'kanaria@example.org' });
  await day.town.guardianship(motherId, salla);
  mother = await world.signIn({ of: day.town, personId: motherId });
  await day.mark([{ learnerId: salla, kind: 'absent' }]);
  await mother.post('/api/absence-notices', {
    learners: [{ educationProviderId: day.town.educationProviderId, learnerId: salla }], firstDay: '2026-11-25', lastDay: '2026-11-26', absenceTypeCode: 'leave', note: 'Piilopaikka järven takana',
  });
  await world.settle();
});
afterAll(() => world.close());

const paths = () => [
  '/api/children',
  '/api/desk',
  '/api/notifications',
  '/api/me',
  `/api/providers/${day.town.educationProviderId}/learners/${salla}/absences`,
  `/api/providers/${day.town.educationProviderId}/open-absences`,
];

const other = async (options: Parameters<SchoolDay['town']['guardianship']>[2], isBlocked = false) => {
  const personId = await adult(day.town, 'Olli');
  await day.town.guardianship(personId, salla, options);
  if (isBlocked) await day.town.block(personId, salla);
  return world.signIn({ of: day.town, personId });
};

test('the protected home itself sees its school', async () => {
  expect((await mother.get('/api/children')).body.children).toMatchObject([{ place: { schoolName: { fi: 'Kanariakoulu' } }, lessons: [{ groupName: '5B MA' }] }]);
});

test.each<[string, Parameters<SchoolDay['town']['guardianship']>[2], boolean, boolean]>([
  ['with custody, in another home', { hasCustody: true }, false, true],
  ['with a right to information', { hasCustody: false, hasRightToInformation: true }, false, true],
  ['without custody and right', { hasCustody: false, hasRightToInformation: false }, false, false],
  ['blocked by the school', { hasCustody: true }, true, false],
  ['whose guardianship ended', { valid: '[2020-01-01,2026-11-24)' }, false, false],
])('a guardian %s learns of no place', async (_, options, isBlocked, seesChild) => {
  const client = await other(options, isBlocked);
  await day.mark([{ learnerId: salla, kind: 'present' }]);
  await day.mark([{ learnerId: salla, kind: 'absent' }]);
  await world.settle();
  for (const path of paths()) {
    const { text } = await client.get(path);
    for (const canary of CANARIES) expect(text, `${path} ${canary}`).not.toContain(canary);
    if (!seesChild) expect(text, path).not.toContain('Salla');
  }
  const { children } = (await client.get('/api/children')).body;
  if (seesChild) expect(children).toMatchObject([{ callName: 'Salla', place: null, lessons: [{ subjectCode: 'MA', groupName: null, roomName: null }] }]);
  else expect(children).toEqual([]);
});

test('a child who is not protected is hidden too where the home is', async () => {
  const sibling = await child(day.town, 'Sini');
  await day.town.studyRight(sibling, day.schoolId);
  const protectedHome = await adult(day.town, 'Suvi', { isProtected: true });
  await day.town.guardianship(protectedHome, sibling);
  const outside = await adult(day.town, 'Olli');
  await day.town.guardianship(outside, sibling);
  const { text, body } = await (await world.signIn({ of: day.town, personId: outside })).get('/api/children');
  expect(body.children).toMatchObject([{ callName: 'Sini', place: null }]);
  expect(text).not.toContain('Kanariakoulu');
  expect((await (await world.signIn({ of: day.town, personId: protectedHome })).get('/api/children')).body.children).toMatchObject([{ place: { homeroomName: null } }]);
});

test('nothing of the place is in the stored notifications or events either', async () => {
  const { system } = world.server.kernel.database;
  const { rows } = await system.query<{ text: string }>(`select content::text || link as text from home_school.notification union all select payload::text from events.outbox`);
  expect(rows.length).toBeGreaterThan(3);
  for (const { text } of rows) for (const canary of CANARIES) expect(text).not.toContain(canary);
});
