import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

const MORNING = '2026-11-24T07:20:00.000Z';
const TODAY = '2026-11-24';

let world: World;
let koivula: Builders;
let school: string;
let boss: string;
let bossClient: Client;
let path: string;

beforeAll(async () => {
  world = await createWorld({ modules: [] });
});
afterAll(() => world.close());

let round = 0;
beforeEach(async () => {
  world.clock.set(MORNING);
  round += 1;
  koivula = await world.provider(`city-${round}`);
  school = await koivula.school('Koivulan koulu');
  boss = await koivula.person({ callName: 'Mikko', lastName: 'Aaltonen', bornOn: '1980-01-01' });
  await koivula.role(boss, 'main-user');
  bossClient = await world.signIn({ of: koivula, personId: boss });
  path = `/api/providers/${koivula.educationProviderId}`;
});

const adult = (callName = 'Aino') => koivula.person({ callName, lastName: 'Virtanen', bornOn: '1985-05-05' });
const wish = (personId: string, more: object = {}) => ({ personId, role: 'school-secretary', schoolId: school, validFrom: TODAY, validTo: null, reason: 'Sijainen syksyn ajan', ...more });
const give = (body: object, client = bossClient) => client.post(`${path}/role-assignments`, body);
const end = (assignment: { roleAssignmentId: string; version: number }, body: object = { lastDay: null }, client = bossClient) =>
  client.post(`${path}/role-assignments/${assignment.roleAssignmentId}/end`, body, { 'if-match': `"v${assignment.version}"` });
const rolesOf = async (client: Client) => {
  const [identity] = (await client.get('/api/me')).body.identities;
  return identity.roles.map(({ role }: { role: string }) => role);
};

test('a main user gives a role, which holds at once, and ends it, which also holds at once', async () => {
  const aino = await adult();
  const client = await world.signIn({ of: koivula, personId: aino });
  expect(await rolesOf(client)).toEqual([]);

  const given = await give(wish(aino));
  expect(given.status).toBe(201);
  expect(given.body).toMatchObject({ state: 'current', validFrom: TODAY, validTo: null, person: { personId: aino }, givenBy: { personId: boss }, schoolId: school });
  await expect.poll(() => rolesOf(client), { timeout: 1_000 }).toEqual(['school-secretary']);

  const ended = await end(given.body, { lastDay: null, reason: 'Palasi jo' });
  expect(ended.status).toBe(200);
  expect(ended.body).toMatchObject({ state: 'past', endedBy: { personId: boss }, endReason: 'Palasi jo', can: { end: false, undoEnd: true } });
  await expect.poll(() => rolesOf(client), { timeout: 1_000 }).toEqual([]);
});

test('a role that was ended stops opening doors in the request right after', async () => {
  const aino = await adult();
  const given = await give(wish(aino, { role: 'data-protection-officer', schoolId: null }));
  const client = await world.signIn({ of: koivula, personId: aino });
  expect((await client.get(`${path}/role-assignments`)).status).toBe(200);
  await end(given.body);
  await expect.poll(async () => (await client.get(`${path}/role-assignments`)).status, { timeout: 1_000 }).toBe(403);
});

test('a role from a later day is not there before it, and is gone after its last', async () => {
  const aino = await adult();
  const given = await give(wish(aino, { validFrom: '2026-11-26', validTo: '2026-11-27' }));
  expect(given.body).toMatchObject({ state: 'future', validFrom: '2026-11-26', validTo: '2026-11-27' });
  const client = await world.signIn({ of: koivula, personId: aino });
  for (const [at, roles] of [
    ['2026-11-25T21:59:00.000Z', []],
    ['2026-11-25T22:00:30.000Z', ['school-secretary']],
    ['2026-11-27T21:59:00.000Z', ['school-secretary']],
    ['2026-11-27T22:00:30.000Z', []],
  ] as const) {
    world.clock.set(at);
    expect(await rolesOf(client), at).toEqual(roles);
  }
});

test('nobody gives a role to themself, nor takes back the end of an own one', async () => {
  const refused = await give(wish(boss));
  expect(refused.status).toBe(403);
  expect(refused.body.detail).toContain('Omia rooleja');
  expect((await bossClient.get(`${path}/role-assignments`)).body.items).toHaveLength(1);
});

test('giving or ending a sensitive role asks for a fresh sign-in, other roles do not', async () => {
  const [aino, eero] = [await adult(), await adult('Eero')];
  world.clock.advance(11 * 60_000);
  const refused = await give(wish(aino, { role: 'main-user', schoolId: null }));
  expect(refused.status).toBe(403);
  expect(refused.body.type).toBe('urn:digione:problem:step-up');
  expect((await give(wish(eero))).status).toBe(201);
  const fresh = await world.signIn({ of: koivula, personId: await secondBoss() });
  const given = await give(wish(aino, { role: 'main-user', schoolId: null }), fresh);
  expect(given.status).toBe(201);
  world.clock.advance(11 * 60_000);
  expect((await end(given.body, { lastDay: null }, fresh)).body.type).toBe('urn:digione:problem:step-up');
});

async function secondBoss(): Promise<string> {
  const personId = await adult('Toinen');
  await koivula.role(personId, 'main-user');
  return personId;
}

test('the last main user stays', async () => {
  const [own] = (await bossClient.get(`${path}/role-assignments?role=main-user`)).body.items;
  const refused = await end(own);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('Viimeistä pääkäyttäjää');
  await secondBoss();
  expect((await end(own)).status).toBe(200);
});

test('an end can be taken back for a moment by who made it, and the former days return', async () => {
  const aino = await adult();
  const given = await give(wish(aino, { validTo: '2026-12-31' }));
  const ended = await end(given.body, { lastDay: '2026-11-30' });
  expect(ended.body).toMatchObject({ state: 'current', validTo: '2026-11-30' });
  const undo = (version: number, client = bossClient) =>
    client.post(`${path}/role-assignments/${given.body.roleAssignmentId}/undo-end`, {}, { 'if-match': `"v${version}"` });
  const other = await world.signIn({ of: koivula, personId: await secondBoss() });
  expect((await undo(ended.body.version, other)).status).toBe(409);
  const back = await undo(ended.body.version);
  expect(back.body).toMatchObject({ validTo: '2026-12-31', endedAt: null, endedBy: null, can: { undoEnd: false } });

  const again = await end(back.body);
  world.clock.advance(16 * 60_000);
  expect((await undo(again.body.version)).status).toBe(409);
});

test('two who end the same role: the second is told that it changed', async () => {
  const given = await give(wish(await adult()));
  expect((await end(given.body, { lastDay: '2026-12-01' })).status).toBe(200);
  expect((await end(given.body, { lastDay: '2026-11-30' })).status).toBe(412);
  const [kept] = (await bossClient.get(`${path}/role-assignments?role=school-secretary`)).body.items;
  expect(kept.validTo).toBe('2026-12-01');
});

test.each([
  ['a day gone by', { validFrom: '2026-11-23' }, 'validFrom'],
  ['an end before the start', { validTo: '2026-11-23' }, 'validTo'],
  ['a provider-wide role at a school', { role: 'expert' }, 'schoolId'],
  ['a school that is not', { schoolId: '01977777-7777-7777-8777-777777777777' }, 'schoolId'],
  ['a person who is not', { personId: '01977777-7777-7777-8777-777777777777' }, 'personId'],
  ['no reason', { reason: ' ' }, 'reason'],
  ['the platform operator', { role: 'platform-operator' }, 'role'],
])('refuses %s', async (_what, more, field) => {
  const refused = await give(wish(await adult(), more));
  expect(refused.status).toBe(400);
  expect(refused.body.errors.map(({ path: place }: { path: string }) => place)).toEqual([field]);
});

test('the same role is not given twice for the same days, also over all schools', async () => {
  const aino = await adult();
  for (const more of [{}, { role: 'expert', schoolId: null }]) {
    expect((await give(wish(aino, more))).status).toBe(201);
    const refused = await give(wish(aino, more));
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('jo tämä rooli');
  }
});

test('only a main user of the whole provider gives; who reads is told apart; other providers do not exist', async () => {
  const aino = await adult();
  const principal = await adult('Pirkko');
  await koivula.position(principal, 'principal', school);
  const officer = await adult('Riikka');
  await koivula.role(officer, 'data-protection-officer');
  const schoolBoss = await adult('Paikallinen');
  await koivula.role(schoolBoss, 'main-user', school);
  for (const [personId, reading, giving] of [[principal, 403, 403], [officer, 200, 403], [schoolBoss, 403, 403]] as const) {
    const client = await world.signIn({ of: koivula, personId });
    expect((await client.get(`${path}/role-assignments`)).status).toBe(reading);
    expect((await give(wish(aino), client)).status).toBe(giving);
    expect((await client.get(`${path}/role-candidates?q=aino`)).status).toBe(giving);
  }
  const elsewhere = await world.provider(`other-${round}`);
  const stranger = await elsewhere.person();
  await elsewhere.role(stranger, 'main-user');
  const client = await world.signIn({ of: elsewhere, personId: stranger });
  expect((await client.get(`${path}/role-assignments`)).status).toBe(404);
  expect((await give(wish(aino), client)).status).toBe(404);
  const given = await give(wish(aino));
  const there = `/api/providers/${elsewhere.educationProviderId}/role-assignments/${given.body.roleAssignmentId}/end`;
  expect((await client.post(there, { lastDay: null }, { 'if-match': '"v1"' })).status).toBe(404);
});

test('the list is by role and name, in pages, with the past apart', async () => {
  for (const callName of ['Cecilia', 'Aada', 'Bertta']) await give(wish(await adult(callName)));
  const gone = await give(wish(await adult('Mennyt')));
  await end(gone.body);
  const first = (await bossClient.get(`${path}/role-assignments?limit=3`)).body;
  expect(first.items.map((item: { person: { callName: string } }) => item.person.callName)).toEqual(['Mikko', 'Aada', 'Bertta']);
  const second = (await bossClient.get(`${path}/role-assignments?limit=3&cursor=${first.nextCursor}`)).body;
  expect(second).toMatchObject({ items: [{ person: { callName: 'Cecilia' } }], nextCursor: null });
  expect((await bossClient.get(`${path}/role-assignments?state=past`)).body.items).toMatchObject([{ person: { callName: 'Mennyt' }, state: 'past' }]);
  expect((await bossClient.get(`${path}/role-assignments?q=virtanen%20aa`)).body.items).toHaveLength(1);
  expect((await bossClient.get(`${path}/role-assignments?cursor=nonsense`)).status).toBe(400);
});

test('candidates are staff and role holders with the roles they have; families are none', async () => {
  const teacher = await adult('Aino');
  await koivula.position(teacher, 'teacher', school);
  await koivula.person({ callName: 'Aino', lastName: 'Huoltaja', bornOn: '1985-05-05' });
  const found = (await bossClient.get(`${path}/role-candidates?q=aino`)).body.candidates;
  expect(found).toMatchObject([{ personId: teacher, isMe: false, roles: [{ role: 'teacher', schoolId: school, schoolName: { fi: 'Koivulan koulu' } }] }]);
  expect((await bossClient.get(`${path}/role-candidates/${teacher}`)).body).toMatchObject({ isFresh: true, candidate: { personId: teacher } });
  world.clock.advance(11 * 60_000);
  expect((await bossClient.get(`${path}/role-candidates/${teacher}`)).body.isFresh).toBe(false);
});

test('every act is in the log with the person it concerned, the refused one too', async () => {
  const aino = await adult();
  const given = await give(wish(aino));
  await end(given.body);
  const stranger = await world.signIn({ of: koivula, personId: await adult('Kukaton') });
  await give(wish(aino), stranger);
  const { rows } = await world.server.kernel.database.system.query<{ action: string; outcome: string; person_ids: string[] }>(
    `select action, outcome, person_ids from audit.entry where education_provider_id = $1 and action like 'role-assignment.%' order by at, chain_id, seq`,
    [koivula.educationProviderId],
  );
  expect(rows.map(({ action, outcome }) => `${action} ${outcome}`).toSorted()).toEqual(['role-assignment.end done', 'role-assignment.give denied', 'role-assignment.give done']);
  for (const row of rows.filter(({ outcome }) => outcome === 'done')) expect(row.person_ids).toContain(aino);
});
