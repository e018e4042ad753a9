import { request as httpRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '@digione/app-server';
import { createWorld, type World } from '@digione/app-server/testing';
import { insertSession } from '../session/sessions.queries.ts';
import { Jar } from '../testing/jar.ts';
import { csrfOf, signInAs } from '../testing/journey.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';
import { StubProvider } from '../testing/stub-provider.ts';

let stub: StubProvider;
let world: World;
let second: RunningServer;
let people: Awaited<ReturnType<typeof seedPersonas>>;

beforeAll(async () => {
  stub = await StubProvider.start();
  const config = { personas: PERSONAS, identityProviders: [stub.settings()] };
  world = await createWorld({ modules: [], config });
  people = await seedPersonas(world);
  const { kernel } = world.server;
  second = await startServer(
    {
      ...config,
      databaseUrl: world.databaseUrl,
      auditKey: Buffer.alloc(32, 7),
      sessionKey: Buffer.alloc(32, 8),
      clock: world.clock,
      host: '127.0.0.1',
      port: 0,
      baseUrl: 'http://127.0.0.1',
      mode: 'test',
      version: 'test',
      logLevel: 'silent',
      trustProxy: false,
      requestsPerMinute: 1_000_000,
      maxConnections: 4,
      namesStatements: kernel.settings.mode === 'test',
      runsJobs: false,
      listens: true,
    },
    [],
  );
});
beforeEach(() => world.clock.set('2026-11-24T07:20:00.000Z'));
afterAll(async () => {
  await second.close();
  await world.close();
  await stub.stop();
});

const statusOf = async (jar: Jar) => (await jar.get('/api/me')).status;
const post = async (jar: Jar, path: string) => jar.api('POST', path, {}, { 'x-csrf-token': await csrfOf(world.server.app, jar) });

test('a sign-in may begin at one server process and end at another', async () => {
  const jar = new Jar(world.server.app);
  const begun = await jar.get('/sign-in/demo');
  const there = jar.at(second.app);
  const authorization = await there.get(begun.location ?? '');
  const here = there.at(world.server.app);
  const answer = await here.follow(await here.post(authorization.location ?? '', { subject: 'teacher' }), '/sign-in/callback');
  const last = here.at(second.app);
  expect(await last.get(answer.location ?? '')).toMatchObject({ status: 303, location: '/' });
  expect(await statusOf(last.at(world.server.app))).toBe(200);
});

test('sign-out ends this session everywhere within a second, leaves the others, and takes the cookie away', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const { jar: other } = await signInAs(world.server.app, 'teacher');
  expect(await statusOf(jar.at(second.app))).toBe(200);
  const answer = await post(jar, '/api/sign-out');
  expect(JSON.parse(answer.text)).toEqual({ redirectTo: '/sign-in/signed-out' });
  await expect.poll(() => statusOf(jar.at(second.app)), { timeout: 1_000 }).toBe(401);
  expect(await statusOf(jar)).toBe(401);
  expect(await statusOf(other)).toBe(200);
  expect(await jar.get('/sign-in/signed-out')).toMatchObject({ status: 303, location: '/sign-in?reason=signed-out' });
  expect(jar.cookie('digione')).toBeUndefined();
});

test('sign-out everywhere ends every session of the account in both processes within a second, and nobody else’s', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const { jar: elsewhere } = await signInAs(second.app, 'teacher');
  const { jar: someoneElse } = await signInAs(second.app, 'main-user');
  const program = await insertSession(world.server.kernel.database.system, world.clock, { accountId: people.teacher.accountId, kind: 'token' });
  const programStatus = async () => (await second.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${program.token}` } })).statusCode;
  expect([await statusOf(elsewhere), await programStatus()]).toEqual([200, 200]);
  expect((await post(jar, '/api/sign-out-everywhere')).status).toBe(200);
  for (const status of [() => statusOf(elsewhere), programStatus, () => statusOf(jar), () => statusOf(jar.at(second.app))]) {
    await expect.poll(status, { timeout: 1_000 }).toBe(401);
  }
  expect(await statusOf(someoneElse)).toBe(200);
});

test('a page that is open is told and let go when its account signs out', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const address = second.app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const live = httpRequest({ host: '127.0.0.1', port, path: '/api/live', headers: { cookie: `digione=${jar.cookie('digione')?.value ?? ''}` } });
  live.end();
  const [stream]: IncomingMessage[] = await once(live, 'response');
  let heard = '';
  stream?.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  await expect.poll(() => heard, { timeout: 1_000 }).toContain('event: open');
  await post(jar, '/api/sign-out-everywhere');
  if (stream !== undefined && !stream.readableEnded) await once(stream, 'end');
  expect(heard).toContain('"access"');
});

test('signing out needs the page’s own token and origin', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const token = await csrfOf(world.server.app, jar);
  const attempts: Record<string, string>[] = [
    {},
    { 'x-csrf-token': 'guessed' },
    { 'x-csrf-token': token, origin: 'https://evil.example' },
    { 'x-csrf-token': token, origin: 'null' },
    { 'x-csrf-token': token, origin: 'http://127.0.0.1.evil.example' },
  ];
  for (const headers of attempts) expect((await jar.api('POST', '/api/sign-out', {}, headers)).status, JSON.stringify(headers)).toBe(403);
  expect(await statusOf(jar)).toBe(200);
  expect((await jar.api('POST', '/api/sign-out', {}, { 'x-csrf-token': token, origin: 'http://127.0.0.1' })).status).toBe(200);
});

test('another account’s CSRF token is no good', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const { jar: other } = await signInAs(world.server.app, 'main-user');
  expect((await jar.api('POST', '/api/sign-out', {}, { 'x-csrf-token': await csrfOf(world.server.app, other) })).status).toBe(403);
});

test('a link to the end of a sign-out signs nobody out', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  expect(await jar.get('/sign-in/signed-out')).toMatchObject({ status: 303, location: '/' });
  expect(await statusOf(jar)).toBe(200);
});

test('where the identity provider has a session of its own, the browser goes on to end it there', async () => {
  const pool = world.server.kernel.database.system;
  await pool.query('insert into access.account_login (issuer, subject, account_id) values ($1, $2, $3)', [stub.issuer, 'rp', people.teacher.accountId]);
  const jar = new Jar(world.server.app);
  await jar.get(stub.authorize((await jar.get('/sign-in/stub')).location ?? '', { sub: 'rp' }));
  const url = new URL(JSON.parse((await post(jar, '/api/sign-out')).text).redirectTo);
  expect(url.origin + url.pathname).toBe(`${stub.issuer}/end`);
  expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://127.0.0.1/sign-in/signed-out');
  expect(url.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
});

test('sign-out is in the log', async () => {
  const pool = world.server.kernel.database.system;
  const count = async () => (await pool.query<{ count: number }>(`select count(*)::int as count from audit.entry where action = 'session.end' and actor_person_id = $1 and outcome = 'done'`, [people.teacher.personId])).rows[0]?.count ?? 0;
  const before = await count();
  const { jar } = await signInAs(world.server.app, 'teacher');
  await post(jar, '/api/sign-out');
  expect(await count()).toBe(before + 1);
});
