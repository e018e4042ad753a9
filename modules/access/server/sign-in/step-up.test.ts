import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createWorld, type World } from '@digione/app-server/testing';
import { endpoint } from '@digione/platform/contract';
import { accountRoute, type ServerModule } from '@digione/platform/http';
import { readOwnAccount } from '../actions.ts';
import { Jar } from '../testing/jar.ts';
import { csrfOf, pick, signInAs } from '../testing/journey.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';
import { StubProvider } from '../testing/stub-provider.ts';

const sensitive: ServerModule = {
  id: 'sensitive',
  routes: [
    accountRoute(endpoint({ id: 'test.sensitive', method: 'POST', path: '/sensitive', scope: 'account', summary: 'Sensitive.', response: z.strictObject({ isDone: z.boolean() }), stepUp: true }), {
      action: readOwnAccount,
      handle: async () => ({ isDone: true }),
    }),
  ],
};

let world: World;
let stub: StubProvider;
beforeAll(async () => {
  stub = await StubProvider.start();
  world = await createWorld({ modules: [sensitive], config: { personas: PERSONAS, identityProviders: [stub.settings()] } });
  await seedPersonas(world);
});
beforeEach(async () => {
  world.clock.set('2026-11-24T07:20:00.000Z');
  await world.server.kernel.database.system.query('delete from platform.rate_limit');
});
afterAll(async () => {
  await world.close();
  await stub.stop();
});

const act = async (jar: Jar) => jar.api('POST', '/api/sensitive', {}, { 'x-csrf-token': await csrfOf(world.server.app, jar) });

/** Goes to prove oneself again. @returns the address of the picker */
async function stepUp(jar: Jar): Promise<string> {
  const begun = await jar.get('/sign-in/step-up?returnTo=/access/roles');
  expect(new URL(begun.location ?? '').searchParams.get('prompt')).toBe('login');
  return (await jar.get(begun.location ?? '')).location ?? '';
}

test('a sensitive act asks for a fresh proof, takes it, and asks again when it is old', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  expect((await act(jar)).status).toBe(200);
  world.clock.advance(11 * 60_000);
  const asked = await act(jar);
  expect(asked.status).toBe(403);
  expect(JSON.parse(asked.text).type).toBe('urn:digione:problem:step-up');

  const before = jar.cookie('digione')?.value;
  const picker = await stepUp(jar);
  expect((await jar.get(picker)).text).toContain('Vahvista, että se olet sinä');
  const { location = '' } = await pick(jar, picker, 'teacher');
  expect(await jar.get(location)).toMatchObject({ status: 303, location: '/access/roles' });
  expect((await act(jar)).status).toBe(200);
  // The proof opens a session of its own; the one before it has ended.
  expect(jar.cookie('digione')?.value).not.toBe(before);
  const old = new Jar(world.server.app);
  old.cookies.set('digione;/', { value: before ?? '', path: '/', line: '' });
  expect((await old.get('/api/me')).status).toBe(401);
});

test('proving oneself as another is refused, and one stays who one was, as stale as before', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  world.clock.advance(11 * 60_000);
  const { location = '' } = await pick(jar, await stepUp(jar), 'main-user');
  const refused = await jar.get(location);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('toinen henkilö');
  expect(JSON.parse((await jar.get('/api/me')).text).displayName).toBe('Aino Opettaja');
  expect((await act(jar)).status).toBe(403);
});

test('a step-up begun by one who has signed out, or changed person meanwhile, is refused', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const callback = await pick(jar, await stepUp(jar), 'teacher');
  await signInAs(world.server.app, 'main-user', { jar });
  expect((await jar.get(callback.location ?? '')).status).toBe(403);
  expect(JSON.parse((await jar.get('/api/me')).text).displayName).toBe('Mikko Pääkäyttäjä');
});

test('who is not signed in has nothing to step up from', async () => {
  expect(await new Jar(world.server.app).get('/sign-in/step-up?returnTo=/people')).toMatchObject({ status: 303, location: '/people' });
});

test('a provider that lets an old session pass for a new proof is not believed', async () => {
  const pool = world.server.kernel.database.system;
  await pool.query(`insert into access.account_login (issuer, subject, account_id) select $1, 'teacher', account_id from access.account where persona_key = 'teacher'`, [stub.issuer]);
  const now = Math.floor(Date.now() / 1000);
  const jar = new Jar(world.server.app);
  const begun = await jar.get('/sign-in/stub');
  await jar.get(stub.authorize(begun.location ?? '', { sub: 'teacher', claims: { auth_time: now } }));
  const asked = await jar.get('/sign-in/step-up');
  const { searchParams } = new URL(asked.location ?? '');
  expect([searchParams.get('prompt'), searchParams.get('max_age'), searchParams.get('acr_values')]).toEqual(['login', '0', 'strong']);
  for (const [status, claims] of [
    [400, { auth_time: now - 3_600, acr: 'strong' }],
    [400, { acr: 'strong' }],
    [400, { auth_time: now, acr: 'password' }],
    [400, { auth_time: now }],
    [303, { auth_time: now, acr: 'strong' }],
  ] as const) {
    const { location = '' } = await jar.get('/sign-in/step-up');
    expect((await jar.get(stub.authorize(location, { sub: 'teacher', claims }))).status, JSON.stringify(claims)).toBe(status);
  }
});

test('asking again and again is slowed down', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  let last = await jar.get('/sign-in/step-up');
  for (let attempt = 1; attempt < 21; attempt++) last = await jar.get('/sign-in/step-up');
  expect(last.status).toBe(429);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
});
