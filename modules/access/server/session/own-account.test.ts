import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { Jar } from '../testing/jar.ts';
import { csrfOf, signInAs } from '../testing/journey.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ modules: [], config: { personas: PERSONAS } });
  await seedPersonas(world);
});
afterAll(() => world.close());

async function newcomer(): Promise<Client> {
  const provider = await world.provider(`p-${Math.random().toString(36).slice(2, 8)}`);
  return world.signIn({ of: provider, personId: await provider.person() });
}

test('language and look are the account’s, kept and at once in force', async () => {
  const client = await newcomer();
  expect((await client.patch('/api/me/preferences', { language: 'sv' })).body).toEqual({ language: 'sv', theme: 'auto' });
  expect((await client.patch('/api/me/preferences', { theme: 'dark' })).body).toEqual({ language: 'sv', theme: 'dark' });
  await expect.poll(async () => (await client.get('/api/me')).body, { timeout: 1_000 }).toMatchObject({ language: 'sv', theme: 'dark' });
  for (const wrong of [{ language: 'se' }, { theme: 'pink' }, { accountId: 'x' }]) expect((await client.patch('/api/me/preferences', wrong)).status).toBe(400);
  expect((await (await newcomer()).get('/api/me')).body.language).toBe('fi');
});

test('one sees where one is signed in, and signs one device out', async () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const { jar } = await signInAs(world.server.app, 'teacher');
  const { jar: other } = await signInAs(world.server.app, 'teacher', { jar: Object.assign(new Jar(world.server.app), { userAgent: firefox }) });
  const { sessions } = JSON.parse((await jar.get('/api/me/sessions')).text);
  expect(sessions).toMatchObject([{ isCurrent: true, kind: 'browser' }, { isCurrent: false, device: 'Firefox · Windows' }]);
  const end = async (sessionId: string, by = jar) => by.api('DELETE', `/api/me/sessions/${sessionId}`, undefined, { 'x-csrf-token': await csrfOf(world.server.app, by) });
  expect((await end(sessions[1].sessionId)).status).toBe(204);
  await expect.poll(async () => (await other.get('/api/me')).status, { timeout: 1_000 }).toBe(401);
  expect((await end(sessions[1].sessionId)).status).toBe(404);
  expect(JSON.parse((await jar.get('/api/me/sessions')).text).sessions).toHaveLength(1);
});

test('nobody sees or ends another account’s sessions', async () => {
  const { jar } = await signInAs(world.server.app, 'main-user');
  const [mine] = JSON.parse((await jar.get('/api/me/sessions')).text).sessions;
  const stranger = await newcomer();
  expect((await stranger.delete(`/api/me/sessions/${mine.sessionId}`)).status).toBe(404);
  expect((await stranger.get('/api/me/sessions')).text).not.toContain(mine.sessionId);
  expect((await jar.get('/api/me')).status).toBe(200);
});

test('the token, its hash and the CSRF token are in no answer', async () => {
  const { jar } = await signInAs(world.server.app, 'teacher');
  const csrf = await csrfOf(world.server.app, jar);
  for (const path of ['/api/me', '/api/me/sessions', '/api/sign-in/providers']) {
    const { text } = await jar.get(path);
    for (const secret of [jar.cookie('digione')?.value ?? 'none', csrf]) expect(text).not.toContain(secret);
  }
});
