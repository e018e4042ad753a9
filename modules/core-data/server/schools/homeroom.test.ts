import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let school: string;
let lakeside: string;
let homeroom: string;
let pupil: string;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  [school, lakeside] = [await koivula.school('Koivulan koulu'), await koivula.school('Rantakoulu')];
  const year = await koivula.schoolYear();
  pupil = await koivula.person({ callName: 'Oppilas', lastName: 'Salainen' });
  await koivula.studyRight(pupil, school);
  homeroom = await koivula.homeroom(school, year, '8A', [pupil], await koivula.person({ callName: 'Outi', lastName: 'Lumikki' }));
});
afterAll(() => world.close());

const staff = async (title: string, at: string) => {
  const personId = await koivula.person();
  await koivula.position(personId, title, at);
  return world.signIn({ of: koivula, personId });
};
const address = () => `/api/providers/${koivula.educationProviderId}/homerooms/${homeroom}`;

test('who works at the school reads the class’s name, size and teacher, and nothing of its learners', async () => {
  const answer = await (await staff('teacher', school)).get(address());
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ homeroomId: homeroom, name: '8A', schoolId: school, schoolName: { fi: 'Koivulan koulu' }, learnerCount: 1, teachers: [{ lastName: 'Lumikki' }] });
  expect(answer.text).not.toMatch(new RegExp(`Salainen|${pupil}`));
});

test('another school’s staff and the learners themselves do not', async () => {
  expect((await (await staff('teacher', lakeside)).get(address())).status).toBe(403);
  expect((await (await world.signIn({ of: koivula, personId: pupil })).get(address())).status).toBe(403);
});
