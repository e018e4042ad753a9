import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { isCallNameOfFirstNames } from './people.ts';

let world: World;
let koivula: Builders;
let base: string;
let learner: string;
let hidden: string;
let secretary: Client;
let teacher: Client;
let stranger: Client;
let mother: Client;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  base = `/api/providers/${koivula.educationProviderId}`;
  const [school, otherSchool, year] = [await koivula.school('Koivulan koulu'), await koivula.school('Rantakoulu'), await koivula.schoolYear()];
  learner = await koivula.person({ callName: 'Åsa', lastName: 'Lehtonen', email: 'asa@example.org', address: 'Kuusitie 4' });
  hidden = await koivula.person({ callName: 'Piilo', lastName: 'Kanarialintu', isProtected: true, email: 'kanaria@example.org', phone: '0401234567', address: 'Salaisentie 9' });
  for (const id of [learner, hidden]) await koivula.studyRight(id, school);
  const people = { secretary: await koivula.person(), teacher: await koivula.person(), stranger: await koivula.person(), mother: await koivula.person({ callName: 'Äiti' }) };
  await koivula.position(people.secretary, 'school-secretary', school);
  await koivula.position(people.teacher, 'teacher', school);
  await koivula.position(people.stranger, 'school-secretary', otherSchool);
  await koivula.guardianship(people.mother, learner);
  await koivula.teachingGroup(school, year, '8A MA', [learner, hidden], people.teacher);
  const signIn = (personId: string) => world.signIn({ of: koivula, personId });
  [secretary, teacher, stranger, mother] = await Promise.all([signIn(people.secretary), signIn(people.teacher), signIn(people.stranger), signIn(people.mother)]);
});
afterAll(() => world.close());

test('the school secretary reads a learner with contact data and guardians, the teacher without, others not at all', async () => {
  const own = await secretary.get(`${base}/people/${learner}`);
  expect(own.body).toMatchObject({ callName: 'Åsa', contact: { email: 'asa@example.org', streetAddress: 'Kuusitie 4' }, guardians: [{ callName: 'Äiti', hasCustody: true }], can: { correct: true } });
  const taught = await teacher.get(`${base}/people/${learner}`);
  expect(taught.body).toMatchObject({ callName: 'Åsa', contact: null, guardians: [], can: { correct: false, moveGroups: false } });
  expect((await stranger.get(`${base}/people/${learner}`)).status).toBe(403);
});

test('a correction is based on a version, keeps what was there, and tells who may know', async () => {
  const before = (await secretary.get(`${base}/people/${learner}`)).body;
  const change = { firstNames: 'Åsa Maria', callName: 'Maria' };
  expect((await secretary.patch(`${base}/people/${learner}`, change)).status).toBe(428);
  const done = await secretary.patch(`${base}/people/${learner}`, change, { 'if-match': `"v${before.version}"` });
  expect(done.body).toMatchObject({ callName: 'Maria', version: before.version + 1 });
  expect(done.headers['etag']).toBe(`"v${before.version + 1}"`);
  const late = await secretary.patch(`${base}/people/${learner}`, { lastName: 'Toinen' }, { 'if-match': `"v${before.version}"` });
  expect(late.status).toBe(412);
  const history = await secretary.get(`${base}/people/${learner}/history`);
  expect(history.body.items[0]).toMatchObject({ subject: 'person', operation: 'update', source: 'manual' });
  expect(history.body.items[0].before).toContainEqual({ field: 'call_name', value: 'Åsa' });
});

test('a call name that is none of the first names is refused in the reader’s language', async () => {
  const { version } = (await secretary.get(`${base}/people/${learner}`)).body;
  const answer = await secretary.patch(`${base}/people/${learner}`, { callName: 'Pekka' }, { 'if-match': `"v${version}"`, 'accept-language': 'sv' });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toEqual([{ path: 'callName', message: 'Tilltalsnamnet ska vara ett av förnamnen.' }]);
});

test('teachers and guardians may not correct; the attempt is in the log', async () => {
  for (const client of [teacher, mother]) {
    expect((await client.patch(`${base}/people/${learner}`, { callName: 'Maria' }, { 'if-match': '"v1"' })).status).toBe(403);
  }
  const { rows } = await world.server.kernel.database.system.query(`select count(*)::int as n from audit.entry where action = 'person.correct' and outcome = 'denied'`);
  expect(rows[0].n).toBe(2);
});

test('a protected person’s contact data appears nowhere, not even to the office, unless revealed for a reason', async () => {
  for (const client of [secretary, teacher]) {
    for (const path of [`people/${hidden}`, `learners`, `people/${hidden}/history`]) {
      const { text } = await client.get(`${base}/${path}`);
      for (const canary of ['kanaria@example.org', '0401234567', 'Salaisentie']) expect(text).not.toContain(canary);
    }
  }
  expect((await secretary.get(`${base}/people/${hidden}`)).body).toMatchObject({ isProtected: true, contact: null, can: { revealProtectedContact: true } });
  expect((await teacher.get(`${base}/people/${hidden}`)).body).toMatchObject({ isProtected: false, contact: null });
  expect((await teacher.post(`${base}/people/${hidden}/reveal-contact`, { reason: 'Kirjepostin lähetys' })).status).toBe(403);
  const shown = await secretary.post(`${base}/people/${hidden}/reveal-contact`, { reason: 'Kirjepostin lähetys kotiin' });
  expect(shown.body.contact).toMatchObject({ streetAddress: 'Salaisentie 9', email: 'kanaria@example.org' });
  world.clock.advance(11 * 60_000);
  expect((await secretary.post(`${base}/people/${hidden}/reveal-contact`, { reason: 'Kirjepostin lähetys kotiin' })).body.type).toBe('urn:digione:problem:step-up');
});

test('names are found without accents and only within one’s rights', async () => {
  const found = await secretary.get('/api/search?q=asa leht');
  expect(found.body.hits).toMatchObject([{ kind: 'learner', personId: learner }]);
  expect((await stranger.get('/api/search?q=lehtonen')).body.hits).toEqual([]);
  expect((await mother.get('/api/search?q=lehtonen')).body.hits).toMatchObject([{ personId: learner, schoolName: null }]);
});

test('a repeated correction with one idempotency key is done once and answered alike', async () => {
  const { version } = (await secretary.get(`${base}/people/${learner}`)).body;
  const headers = { 'if-match': `"v${version}"`, 'idempotency-key': 'a1b2c3d4e5f6' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => secretary.patch(`${base}/people/${learner}`, { phone: '040 555 1234' }, headers)));
  expect([...new Set(answers.map((answer) => answer.text))]).toHaveLength(1);
  expect(answers[0]?.body.version).toBe(version + 1);
  const other = await secretary.patch(`${base}/people/${learner}`, { phone: '040 555 9999' }, headers);
  expect(other.status).toBe(422);
});

test.each([
  ['Anna', 'Anna Maria', true],
  ['maria', 'Anna Maria', true],
  ['Liisa', 'Anna-Liisa', true],
  ['Anna-Liisa', 'Anna-Liisa', true],
  ['Ann', 'Anna Maria', false],
])('call name %s of %s: %s', (callName, firstNames, expected) => {
  expect(isCallNameOfFirstNames(callName, firstNames)).toBe(expected);
});
