import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { Jar } from '../testing/jar.ts';
import { StubProvider } from '../testing/stub-provider.ts';

let stub: StubProvider;
let world: World;
let provider: Builders;
beforeAll(async () => {
  stub = await StubProvider.start();
  world = await createWorld({ modules: [], config: { identityProviders: [stub.settings()] } });
  provider = await world.provider('north');
  for (const subject of ['aino', 'eero']) {
    const personId = await provider.person({ bornOn: '1980-01-01' });
    const pool = world.server.kernel.database.system;
    const { rows } = await pool.query<{ id: string }>('insert into access.account (account_id) values (gen_random_uuid()) returning account_id as id');
    await pool.query('insert into access.account_login (issuer, subject, account_id) values ($1, $2, $3)', [stub.issuer, subject, rows[0]?.id]);
    await provider.insert('access.account_identity', { person_id: personId, account_id: rows[0]?.id, source: 'test' });
  }
});
beforeEach(async () => {
  await world.server.kernel.database.system.query('delete from platform.rate_limit');
});
afterAll(async () => {
  await world.close();
  await stub.stop();
});

async function signIn(sub: string, sid: string): Promise<Jar> {
  const jar = new Jar(world.server.app);
  await jar.get(stub.authorize((await jar.get('/sign-in/stub')).location ?? '', { sub, claims: { sid } }));
  expect(await statusOf(jar)).toBe(200);
  return jar;
}
const statusOf = async (jar: Jar) => (await jar.get('/api/me')).status;
const tell = (token: string) => new Jar(world.server.app).post('/sign-in/backchannel-logout', { logout_token: token });

test('the session it names ends, the human’s others and other people’s stay', async () => {
  const [phone, laptop, eero] = [await signIn('aino', 'phone'), await signIn('aino', 'laptop'), await signIn('eero', 'phone-of-eero')];
  const told = await tell(await stub.logoutToken({ sid: 'phone' }));
  expect(told.status).toBe(200);
  expect(told.headers['cache-control']).toBe('no-store');
  await expect.poll(() => statusOf(phone), { timeout: 1_000 }).toBe(401);
  expect([await statusOf(laptop), await statusOf(eero)]).toEqual([200, 200]);
});

test('a subject ends in all sessions by that provider; a session and subject that do not belong together end nothing', async () => {
  const [phone, laptop, eero] = [await signIn('aino', 'p2'), await signIn('aino', 'l2'), await signIn('eero', 'e2')];
  expect((await tell(await stub.logoutToken({ sid: 'e2', sub: 'aino' }))).status).toBe(200);
  expect(await statusOf(eero)).toBe(200);
  expect((await tell(await stub.logoutToken({ sub: 'aino' }))).status).toBe(200);
  await expect.poll(async () => [await statusOf(phone), await statusOf(laptop)], { timeout: 1_000 }).toEqual([401, 401]);
  expect(await statusOf(eero)).toBe(200);
});

test('nobody known: done, as there is nothing to end', async () => {
  expect((await tell(await stub.logoutToken({ sub: 'stranger' }))).status).toBe(200);
});

test('the same token twice is refused the second time', async () => {
  const token = await stub.logoutToken({ sub: 'aino' });
  expect((await tell(token)).status).toBe(200);
  const later = await signIn('aino', 'later');
  expect((await tell(token)).status).toBe(400);
  expect(await statusOf(later)).toBe(200);
});

describe('a logout token that does not hold ends nothing', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => Promise<string>]>([
    ['not signed (alg none)', () => stub.logoutToken({ sub: 'aino' }, { key: 'none' })],
    ['signed by a stranger under the provider’s key id', () => stub.logoutToken({ sub: 'aino' }, { key: 'stranger' })],
    ['signed with the client’s secret (HS256)', () => stub.logoutToken({ sub: 'aino' }, { secret: 'a secret of the test' })],
    ['for another client', () => stub.logoutToken({ sub: 'aino' }, { audience: 'another' })],
    ['of another issuer', () => stub.logoutToken({ sub: 'aino', iss: 'https://evil.example' })],
    ['an ID token in disguise (nonce)', () => stub.logoutToken({ sub: 'aino', nonce: 'n' })],
    ['of another type', () => stub.logoutToken({ sub: 'aino' }, { typ: 'at+jwt' })],
    ['about another event', () => stub.logoutToken({ sub: 'aino', events: { 'http://schemas.example/other': {} } })],
    ['without an event', () => stub.logoutToken({ sub: 'aino', events: undefined })],
    ['about nobody', () => stub.logoutToken({})],
    ['without an id', () => stub.logoutToken({ sub: 'aino', jti: undefined })],
    ['expired', () => stub.logoutToken({ sub: 'aino', iat: now() - 200, exp: now() - 100 })],
    ['too old', () => stub.logoutToken({ sub: 'aino', iat: now() - 600, exp: now() + 600 })],
    ['garbled', async () => 'a.b.c'],
    ['empty', async () => ''],
  ])('%s', async (_what, make) => {
    const jar = await signIn('aino', `kept-${Math.random()}`);
    expect((await tell(await make())).status).toBe(400);
    expect(await statusOf(jar)).toBe(200);
  });
});
