import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { seedPersonas } from '../testing/personas.ts';
import { sessionCookieName } from './cookies.ts';
import { deviceOf } from './device.ts';
import { deleteExpired, insertSession } from './sessions.queries.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ modules: [] });
});
afterAll(() => world.close());

test('what has expired is swept away, what is in use stays', async () => {
  const { teacher } = await seedPersonas(world);
  const pool = world.server.kernel.database.system;
  const { accountId } = teacher;
  const idle = await insertSession(pool, world.clock, { accountId, kind: 'browser' });
  world.clock.advance(50 * 60_000);
  const fresh = await insertSession(pool, world.clock, { accountId, kind: 'browser' });
  await pool.query(`insert into access.oidc_payload (model, id, payload, expires_at) values ('Session', 'old', '{}', now() - interval '1 minute'), ('Session', 'new', '{}', now() + interval '1 hour')`);
  await pool.query(`insert into platform.rate_limit (key, window_starts_at, count) values ('old', $1::timestamptz - interval '2 days', 1), ('new', $1, 1)`, [world.clock.iso()]);
  world.clock.advance(15 * 60_000);
  await deleteExpired(pool, world.clock.iso());
  const { rows } = await pool.query<{ id: string }>(
    `select session_id::text as id from access.session union all select id from access.oidc_payload union all select key from platform.rate_limit`,
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual([fresh.sessionId, 'new', 'new'].toSorted());
  expect(rows.map(({ id }) => id)).not.toContain(idle.sessionId);
});

test('what an open page asks by itself does not keep the session alive, what a person asks does', async () => {
  const { rows: accounts } = await world.server.kernel.database.system.query<{ id: string }>('select account_id as id from access.account limit 1');
  const { token } = await insertSession(world.server.kernel.database.system, world.clock, { accountId: accounts[0]?.id ?? '', kind: 'browser' });
  const ask = async (headers: Record<string, string> = {}) => (await world.anonymous().get('/api/me', { cookie: `${sessionCookieName(false)}=${token}`, ...headers })).status;
  const unattended = { 'x-digione-unattended': '1' };
  world.clock.advance(40 * 60_000);
  expect(await ask(unattended)).toBe(200);
  expect(await ask()).toBe(200);
  for (const minutes of [20, 20, 15]) {
    world.clock.advance(minutes * 60_000);
    expect(await ask(unattended)).toBe(200);
  }
  world.clock.advance(6 * 60_000);
  expect(await ask(unattended)).toBe(401);
  expect(await ask()).toBe(401);
});

test('the database keeps no token, only its hash', async () => {
  const { rows: accounts } = await world.server.kernel.database.system.query<{ id: string }>('select account_id as id from access.account limit 1');
  const { token } = await insertSession(world.server.kernel.database.system, world.clock, { accountId: accounts[0]?.id ?? '', kind: 'browser' });
  const { rows } = await world.server.kernel.database.system.query('select to_jsonb(s)::text as row from access.session s');
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36', 'Samsung Internet · Android'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36', 'Chrome · Chromebook'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Mac'],
  ['curl/8.0', undefined],
  [undefined, undefined],
])('a browser by its own name: %s', (header, name) => {
  expect(deviceOf(header)).toBe(name);
});
