import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/index.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a signed-in person sees their own identities over two providers, and no one else', async () => {
  const north = await world.provider('north');
  const south = await world.provider('south');
  const teacher = await north.person({ callName: 'Aino', lastName: 'Opettaja', bornOn: '1980-01-01' });
  const school = await north.school('Pohjoiskoulu');
  await north.position(teacher, 'teacher', school);
  const parent = await south.person({ callName: 'Aino', lastName: 'Opettaja', bornOn: '1980-01-01' });
  const child = await south.person();
  await south.guardianship(parent, child);
  const aino = await world.signIn({ of: north, personId: teacher }, { of: south, personId: parent });

  const me = await aino.get('/api/me');
  expect(me.status).toBe(200);
  expect(me.body.identities).toMatchObject([
    { educationProviderId: north.educationProviderId, isStaff: true, isGuardian: false, roles: [{ role: 'teacher', schoolId: school }] },
    { educationProviderId: south.educationProviderId, isStaff: false, isGuardian: true, roles: [] },
  ]);
  const { rows } = await world.server.kernel.database.system.query(
    `select action, person_ids, outcome from audit.entry where endpoint = 'access.getMe' order by seq`,
  );
  expect(rows).toHaveLength(2);
});

test('nobody gets in without a session', async () => {
  expect((await world.anonymous().get('/api/me')).status).toBe(401);
  expect((await world.anonymous().get('/api/me', { authorization: 'Bearer not-a-session-token-at-all' })).status).toBe(401);
});

test('health, readiness, metrics and the API document are served', async () => {
  const anyone = world.anonymous();
  expect((await anyone.get('/healthz')).status).toBe(200);
  expect((await anyone.get('/readyz')).body).toEqual({ status: 'ready' });
  expect((await anyone.get('/metrics')).text).toContain('digione_http_request_seconds');
  const document = (await anyone.get('/api/openapi.json')).body;
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/api/me'].get.operationId).toBe('access.getMe');
});
