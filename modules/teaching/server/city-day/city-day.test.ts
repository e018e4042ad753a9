import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { buildSchoolDay, put, registerPath, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let expert: Client;

beforeAll(async () => {
  world = await createWorld();
  day = await buildSchoolDay(world, 'koivula');
  const personId = await day.koivula.person({ callName: 'Outi' });
  await day.koivula.role(personId, 'expert');
  expert = await world.signIn({ of: day.koivula, personId });
});
afterAll(() => world.close());

const cards = async (client: Client) => (await client.get('/api/desk')).body.widgets.filter(({ id }: { id: string }) => id === 'teaching.cityDay');
const school = async () => (await cards(expert))[0].data.schools.find(({ schoolId }: { schoolId: string }) => schoolId === day.school);

test('the city’s day is counts of schools: begun, taken, missed', async () => {
  world.clock.set('2026-11-24T07:20:00.000Z'); // 9.20, in the first lesson
  expect(await school()).toEqual({ schoolId: day.school, schoolName: { fi: 'Mansikkalan koulu', sv: 'Mansikkalan koulu' }, learners: 4, lessonsBegun: 1, registersTaken: 0, untakenRegisters: 0 });
  world.clock.set('2026-11-24T08:00:00.000Z'); // a quarter of an hour after it
  expect(await school()).toMatchObject({ lessonsBegun: 1, registersTaken: 0, untakenRegisters: 1 });
  await put(day.teacher.client, registerPath(day), 0, { allPresent: true, marks: [] });
  expect(await school()).toMatchObject({ lessonsBegun: 1, registersTaken: 1, untakenRegisters: 0 });
});

test('nobody is named, and only who looks after all schools has the card', async () => {
  const answer = await expert.get('/api/desk');
  for (const learner of day.learners) expect(answer.text).not.toContain(learner);
  expect(await cards(day.secretary.client)).toEqual([]);
  const personId = await day.koivula.person();
  await day.koivula.role(personId, 'expert', day.school);
  expect(await cards(await world.signIn({ of: day.koivula, personId }))).toEqual([]);
});
