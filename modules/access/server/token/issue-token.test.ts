import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { seedPersonas } from '../testing/personas.ts';
import { issueToken, NoSuchPersona } from './issue-token.ts';

let world: World;
let people: Awaited<ReturnType<typeof seedPersonas>>;
beforeAll(async () => {
  world = await createWorld({ modules: [] });
  people = await seedPersonas(world);
});
afterAll(() => world.close());

const issue = (personaKey: string) => issueToken({ databaseUrl: world.databaseUrl, personaKey, clock: world.clock });

test('a program acts as the persona, for weeks, used or not', async () => {
  const { token, expiresAt } = await issue('teacher');
  const me = () => world.anonymous().get('/api/me', { authorization: `Bearer ${token}` });
  expect((await me()).body.accountId).toBe(people.teacher.accountId);
  expect(expiresAt).toBe('2026-12-24T07:20:00.000Z');
  world.clock.advance(29 * 86_400_000);
  expect((await me()).status).toBe(200);
  world.clock.advance(3 * 3_600_000);
  expect((await me()).status).toBe(200);
  world.clock.advance(86_400_000);
  expect((await me()).status).toBe(401);
});

test('there are tokens for demo personas alone', async () => {
  await expect(issue('nobody')).rejects.toThrow(NoSuchPersona);
  const pool = world.server.kernel.database.system;
  await pool.query('update core_data.education_provider set is_demo = false where education_provider_id = $1', [people.koivula.educationProviderId]);
  await expect(issue('teacher')).rejects.toThrow('no demo persona "teacher"');
});
