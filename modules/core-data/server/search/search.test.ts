import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let school: string;
let colleague: string;
let teacher: Client;
let secretary: Client;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  const otherSchool = await koivula.school('Rantakoulu');
  school = await koivula.school('Koivulan koulu');
  const year = await koivula.schoolYear();
  colleague = await koivula.person({ callName: 'Outi', lastName: 'Lumikki' });
  const own = { teacher: await koivula.person(), secretary: await koivula.person() };
  await koivula.position(colleague, 'teacher', school);
  await koivula.position(own.teacher, 'teacher', school);
  await koivula.position(own.secretary, 'school-secretary', school);
  await koivula.homeroom(school, year, '8A', [], own.teacher);
  await koivula.homeroom(otherSchool, year, '8A', [], colleague);
  const signIn = (personId: string) => world.signIn({ of: koivula, personId });
  [teacher, secretary] = await Promise.all([signIn(own.teacher), signIn(own.secretary)]);
});
afterAll(() => world.close());

test('a colleague is found by everyone of the staff; whether their page opens is told', async () => {
  const hit = { kind: 'staff', personId: colleague, title: 'teacher', schoolId: school };
  expect((await teacher.get('/api/search?q=lumikki')).body.hits).toMatchObject([{ ...hit, can: { open: false } }]);
  expect((await secretary.get('/api/search?q=lumikki')).body.hits).toMatchObject([{ ...hit, can: { open: true } }]);
  const base = `/api/providers/${koivula.educationProviderId}`;
  expect((await teacher.get(`${base}/people/${colleague}`)).status).toBe(403);
  expect((await secretary.get(`${base}/people/${colleague}`)).status).toBe(200);
});

test('homerooms are found where their school’s groups may be seen', async () => {
  expect((await teacher.get('/api/search?q=8a')).body.hits).toMatchObject([{ kind: 'homeroom', name: '8A', schoolId: school }]);
});
