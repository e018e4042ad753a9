import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { insertSession } from '../session/sessions.queries.ts';
import { Jar } from '../testing/jar.ts';
import { pick, signInAs, toPicker } from '../testing/journey.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

const MORNING = '2026-11-24T07:20:00.000Z';

let world: World;
let people: Awaited<ReturnType<typeof seedPersonas>>;
beforeAll(async () => {
  world = await createWorld({ modules: [], config: { personas: PERSONAS } });
  people = await seedPersonas(world);
});
beforeEach(async () => {
  world.clock.set(MORNING);
  await world.server.kernel.database.system.query('delete from platform.rate_limit');
});
afterAll(() => world.close());

const browser = () => new Jar(world.server.app);
const isSignedIn = async (jar: Jar) => (await jar.get('/api/me')).status === 200;

test('one picks a persona, comes back signed in and lands where one was going', async () => {
  const jar = browser();
  const picker = await jar.follow(await jar.get('/sign-in/demo?returnTo=%2Fpeople%3Fq%3Daino'));
  expect(picker.status).toBe(200);
  expect(picker.text).toContain('Aino Opettaja');
  const { last } = await signInAs(world.server.app, 'teacher', { start: '/sign-in/demo?returnTo=%2Fpeople%3Fq%3Daino', jar });
  expect(last).toMatchObject({ status: 303, location: '/people?q=aino' });
  expect(JSON.parse((await jar.get('/api/me')).text)).toMatchObject({ displayName: 'Aino Opettaja', accountId: people.teacher.accountId });
});

test('the session cookie is for this host, out of reach of scripts and of other sites', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const attributes = jar.cookie('digione')?.line.split('; ').slice(1).map((attribute) => attribute.toLowerCase());
  expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']));
  expect(attributes?.some((attribute) => attribute.startsWith('domain'))).toBe(false);
});

test('the way in asks for a code with PKCE by S256, a state and a nonce', async () => {
  const { searchParams } = new URL((await browser().get('/sign-in/demo')).location ?? '');
  expect(searchParams.get('response_type')).toBe('code');
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(secret)?.length).toBeGreaterThanOrEqual(43);
  const again = new URL((await browser().get('/sign-in/demo')).location ?? '').searchParams;
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(again.get(secret)).not.toBe(searchParams.get(secret));
});

test('an open redirect is none: the desk instead', async () => {
  for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    const { last } = await signInAs(world.server.app, 'teacher', { start: `/sign-in/demo?returnTo=${encodeURIComponent(evil)}` });
    expect(last.location, evil).toBe('/');
  }
});

test('an answer with another state, with none, or without the code is refused', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'teacher');
  for (const change of [
    (query: URLSearchParams) => query.set('state', 'A'.repeat(43)),
    (query: URLSearchParams) => query.delete('state'),
  ]) {
    const url = new URL(location);
    change(url.searchParams);
    expect((await jar.get(url.href)).status).toBe(400);
  }
  const withoutCode = new URL(location);
  withoutCode.searchParams.delete('code');
  expect((await jar.get(withoutCode.href)).status).toBe(400);
  expect(await isSignedIn(jar)).toBe(false);
});

test('an answer is worth nothing in another browser, and stays good in its own', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'teacher');
  const thief = browser();
  await thief.get('/sign-in/demo');
  expect((await thief.get(location)).status).toBe(400);
  expect(await isSignedIn(thief)).toBe(false);
  expect((await jar.get(location)).status).toBe(303);
});

test('an answer works once', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'teacher');
  expect((await jar.get(location)).status).toBe(303);
  expect((await jar.get(location)).status).toBe(400);
});

test('a code from one attempt is refused in another: its verifier does not fit', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'main-user');
  const stolen = new URL(location).searchParams.get('code') ?? '';
  const begun = new URL((await jar.get('/sign-in/demo')).location ?? '').searchParams;
  const answer = new URLSearchParams({ code: stolen, state: begun.get('state') ?? '', iss: 'http://127.0.0.1/oidc' });
  const refused = await jar.get(`/sign-in/callback?${answer.toString()}`);
  expect(refused.status).toBe(400);
  expect(await isSignedIn(jar)).toBe(false);
});

test('an answer from another issuer is refused (mix-up)', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'teacher');
  const url = new URL(location);
  url.searchParams.set('iss', 'https://evil.example');
  expect((await jar.get(url.href)).status).toBe(400);
  expect(await isSignedIn(jar)).toBe(false);
});

test('an attempt is forgotten after a quarter of an hour', async () => {
  const jar = browser();
  const { location = '' } = await pick(jar, await toPicker(jar), 'teacher');
  world.clock.advance(15 * 60_000 + 1_000);
  const late = await jar.get(location);
  expect(late.status).toBe(400);
  expect(late.text).toContain('vanheni');
});

test('two tabs of one browser sign in side by side', async () => {
  const jar = browser();
  const [first, second] = [await toPicker(jar, '/sign-in/demo?returnTo=/one'), await toPicker(jar, '/sign-in/demo?returnTo=/two')];
  for (const [picker, place] of [[second, '/two'], [first, '/one']] as const) {
    const { location = '' } = await pick(jar, picker, 'teacher');
    expect((await jar.get(location)).location).toBe(place);
  }
});

test('a token planted before the sign-in opens nothing after it (fixation)', async () => {
  const jar = browser();
  const planted = await insertSession(world.server.kernel.database.system, world.clock, { accountId: people.mainUser.accountId, kind: 'browser' });
  jar.cookies.set('digione;/', { value: planted.token, path: '/', line: '' });
  await signInAs(world.server.app, 'teacher', { jar });
  expect(jar.cookie('digione')?.value).not.toBe(planted.token);
  const attacker = browser();
  attacker.cookies.set('digione;/', { value: planted.token, path: '/', line: '' });
  expect(await isSignedIn(attacker)).toBe(false);
});

test.each([
  ['garbled', 'x'.repeat(43)],
  ['empty', ''],
  ['with SQL', `' or 1=1 --`],
  ['huge', 'a'.repeat(5_000)],
])('a %s cookie opens nothing', async (_what, value) => {
  const jar = browser();
  jar.cookies.set('digione;/', { value, path: '/', line: '' });
  expect(await isSignedIn(jar)).toBe(false);
});

test('a bearer token is no cookie, and a cookie no bearer token', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const cookie = jar.cookie('digione')?.value ?? '';
  expect((await world.anonymous().get('/api/me', { authorization: `Bearer ${cookie}` })).status).toBe(401);
  const program = await insertSession(world.server.kernel.database.system, world.clock, { accountId: people.teacher.accountId, kind: 'token' });
  expect((await world.anonymous().get('/api/me', { authorization: `Bearer ${program.token}` })).status).toBe(200);
  expect((await world.anonymous().get('/api/me', { cookie: `digione=${program.token}` })).status).toBe(401);
});

test('a session left alone for an hour has ended; one in use ends after a working day', async () => {
  const { jar: idle } = await signInAs(world.server.app, 'teacher');
  world.clock.advance(59 * 60_000);
  expect(await isSignedIn(idle)).toBe(true);
  world.clock.advance(61 * 60_000);
  expect(await isSignedIn(idle)).toBe(false);

  const { jar: busy } = await signInAs(world.server.app, 'teacher');
  for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
    world.clock.advance(50 * 60_000);
    expect(await isSignedIn(busy), `${minutes} min`).toBe(true);
  }
  world.clock.advance(21 * 60_000);
  expect(await isSignedIn(busy)).toBe(false);
});

test('nobody here: identified, but without an account, one gets a page that says so and no session', async () => {
  const { jar, last } = await signInAs(world.server.app, 'somebody-else');
  expect(last.status).toBe(403);
  expect(last.text).toContain('Sinua ei löydy täältä');
  expect(jar.cookie('digione')).toBeUndefined();
});

test('a closed account stays closed', async () => {
  const pool = world.server.kernel.database.system;
  await pool.query('update access.account set closed_at = now() where account_id = $1', [people.mainUser.accountId]);
  try {
    expect((await signInAs(world.server.app, 'main-user')).last.status).toBe(403);
  } finally {
    await pool.query('update access.account set closed_at = null where account_id = $1', [people.mainUser.accountId]);
  }
});

test('a sign-in is written in the log of each provider one belongs to', async () => {
  const pool = world.server.kernel.database.system;
  const count = async () => Number((await pool.query<{ count: string }>(`select count(*) from audit.entry where action = 'session.start' and actor_person_id = $1`, [people.teacher.personId])).rows[0]?.count);
  const before = await count();
  await signInAs(world.server.app, 'teacher');
  expect(await count()).toBe(before + 1);
});

test('pages of the sign-in are never stored and carry no script', async () => {
  const jar = browser();
  const picker = await jar.get(await toPicker(jar));
  const failure = await jar.get('/sign-in/callback?state=x&code=y', { 'accept-language': 'sv' });
  expect(failure.text).toContain('lang="sv"');
  for (const page of [picker, failure, await jar.get('/sign-in/demo')]) {
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).not.toMatch(/<script|<style|style=|onclick/i);
  }
});

test('the picker escapes what is searched for, speaks three languages and finds other demo people', async () => {
  const jar = browser();
  const picker = await toPicker(jar);
  const hostile = await jar.get(`${picker}?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  expect(hostile.text).not.toContain('<img');
  expect((await jar.get(`${picker}?lang=sv`)).text).toContain('Vem är du i dag?');
  expect((await jar.get(`${picker}?lang=en`)).text).toContain('Who are you today?');
  expect((await jar.get(`${picker}?q=pääkäy`)).text).toContain('Mikko Pääkäyttäjä');
  expect((await jar.get(`${picker}?q=${encodeURIComponent('%_')}`)).text).toContain('Kukaan ei löytynyt');
});

test('an interaction belongs to the browser that began it', async () => {
  const picker = await toPicker(browser());
  expect((await browser().get(picker)).status).toBe(400);
  expect((await browser().post(picker, { subject: 'teacher' })).status).toBe(400);
});

test('an address that is not the configured one leads there first, once', async () => {
  const moved = await browser().get('/sign-in/demo?returnTo=/people', { host: 'localhost:3000' });
  expect(moved).toMatchObject({ status: 303, location: 'http://127.0.0.1/sign-in/demo?returnTo=%2Fpeople&here=' });
  const there = await browser().get('/sign-in/demo?returnTo=/people&here=', { host: 'localhost:3000' });
  expect(there.location).toContain('/oidc/auth');
});

test('an unknown identity provider is no page', async () => {
  expect((await browser().get('/sign-in/nobody')).status).toBe(404);
});
