import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { Database } from '@digione/platform/db';
import { Jar } from '../testing/jar.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';
import { signInAs } from '../testing/journey.ts';
import { countOne, isOverLimit } from './rate-limit.queries.ts';

let world: World;
let second: Database;
beforeAll(async () => {
  world = await createWorld({ modules: [], config: { personas: PERSONAS } });
  await seedPersonas(world);
  second = new Database({ url: world.databaseUrl, clock: world.clock, auditKey: Buffer.alloc(32, 7) });
});
beforeEach(async () => {
  world.clock.set('2026-11-24T07:20:00.000Z');
  await world.server.kernel.database.system.query('delete from platform.rate_limit');
});
afterAll(async () => {
  await second.close();
  await world.close();
});

test('processes count together, exactly, also at the same moment', async () => {
  const limit = { name: 'test', max: 30, seconds: 60 };
  const databases = [world.server.kernel.database, second];
  const counted = await Promise.all(Array.from({ length: 60 }, (_, index) => countOne(databases[index % 2] ?? second, limit, 'someone')));
  expect(counted.filter(({ isOver }) => !isOver)).toHaveLength(30);
  expect(await isOverLimit(second, limit, 'someone')).toMatchObject({ isOver: true });
  expect(await isOverLimit(second, limit, 'someone else')).toMatchObject({ isOver: false });
  world.clock.advance((counted[0]?.retryAfter ?? 60) * 1000);
  expect(await isOverLimit(second, limit, 'someone')).toMatchObject({ isOver: false });
});

test('who is counted cannot be read from the table', async () => {
  await countOne(second, { name: 'test', max: 3, seconds: 60 }, '192.0.2.7');
  const { rows } = await world.server.kernel.database.system.query<{ key: string }>('select key from platform.rate_limit');
  expect(JSON.stringify(rows)).not.toContain('192.0.2');
});

test('guessing at the end of a sign-in stops at sixty a minute, and goes on after it', async () => {
  const jar = new Jar(world.server.app);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 61; attempt++) statuses.push((await jar.get(`/sign-in/callback?state=${attempt}&code=x`)).status);
  expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true);
  expect(statuses[60]).toBe(429);
  const told = await jar.get('/sign-in/callback?state=x&code=x');
  expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
  world.clock.advance(60_000);
  expect((await signInAs(world.server.app, 'teacher')).last.status).toBe(303);
});

test('guessing bearer tokens is slowed down', async () => {
  const guess = (index: number) => world.anonymous().get('/api/me', { authorization: `Bearer guess-number-${String(index).padStart(10, '0')}` });
  for (let index = 0; index < 120; index++) expect((await guess(index)).status).toBe(401);
  const slowed = await guess(121);
  expect(slowed.status).toBe(429);
  expect(slowed.headers['retry-after']).toBeDefined();
});
