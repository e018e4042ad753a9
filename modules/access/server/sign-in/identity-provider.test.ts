import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { Jar, type Page } from '../testing/jar.ts';
import { StubProvider, type Answer } from '../testing/stub-provider.ts';

const CODE = '010180-900H';

let stub: StubProvider;
let world: World;
let north: Builders;
let south: Builders;

beforeAll(async () => {
  stub = await StubProvider.start();
  world = await createWorld({
    modules: [],
    config: {
      identityProviders: [
        stub.settings(),
        stub.settings({ key: 'suomifi', subjectClaim: 'nationalIdentificationNumber', subjectKind: 'personalIdentityCode' }),
        stub.settings({ key: 'mpassid', subjectClaim: 'learnerId', subjectKind: 'learnerNumber' }),
        stub.settings({ key: 'entra', subjectClaim: 'email', subjectKind: 'email' }),
      ],
    },
  });
  north = await world.provider('north');
  south = await world.provider('south');
});
beforeEach(async () => {
  stub.isDown = false;
  await world.server.kernel.database.system.query('delete from platform.rate_limit');
});
afterAll(async () => {
  await world.close();
  await stub.stop();
});

const pool = () => world.server.kernel.database.system;

async function signIn(key: string, answer: Answer, jar = new Jar(world.server.app)): Promise<{ jar: Jar; last: Page }> {
  const begun = await jar.get(`/sign-in/${key}`);
  return { jar, last: await jar.get(stub.authorize(begun.location ?? '', answer)) };
}

const personsOf = async (jar: Jar): Promise<string[]> => {
  const me = await jar.get('/api/me');
  return me.status === 200 ? JSON.parse(me.text).identities.map(({ personId }: { personId: string }) => personId) : [];
};

async function accountWith(subject: string): Promise<string> {
  const personId = await north.person({ bornOn: '1980-01-01' });
  const { rows } = await pool().query<{ id: string }>('insert into access.account (account_id) values (gen_random_uuid()) returning account_id as id');
  const accountId = rows[0]?.id ?? '';
  await pool().query('insert into access.account_login (issuer, subject, account_id) values ($1, $2, $3)', [stub.issuer, subject, accountId]);
  await north.insert('access.account_identity', { person_id: personId, account_id: accountId, source: 'test' });
  return personId;
}

test('a known subject signs in', async () => {
  const personId = await accountWith('known');
  const { jar, last } = await signIn('stub', { sub: 'known' });
  expect(last.status).toBe(303);
  expect(await personsOf(jar)).toEqual([personId]);
});

describe('an ID token that does not hold is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => Omit<Answer, 'sub'>]>([
    ['with another nonce', () => ({ nonce: 'another' })],
    ['signed by a stranger under the provider’s key id', () => ({ key: 'stranger' })],
    ['not signed at all (alg none)', () => ({ key: 'none' })],
    ['for another client', () => ({ audience: 'another' })],
    ['of another issuer', () => ({ issuer: 'https://evil.example' })],
    ['that has expired', () => ({ claims: { exp: now() - 600, iat: now() - 900 } })],
    ['from the future', () => ({ claims: { nbf: now() + 600 } })],
  ])('%s', async (_what, lie) => {
    await accountWith('victim').catch(() => undefined);
    const { jar, last } = await signIn('stub', { sub: 'victim', ...lie() });
    expect(last.status).toBe(400);
    expect(jar.cookie('digione')).toBeUndefined();
  });

  test('while the same one without the lie is taken', async () => {
    const { last } = await signIn('stub', { sub: 'victim' });
    expect(last.status).toBe(303);
  });
});

test('the provider says no: one is told, and nothing happens', async () => {
  const jar = new Jar(world.server.app);
  const state = new URL((await jar.get('/sign-in/stub')).location ?? '').searchParams.get('state') ?? '';
  const told = await jar.get(`/sign-in/callback?${new URLSearchParams({ error: 'access_denied', state, iss: stub.issuer }).toString()}`);
  expect(told.status).toBe(400);
  expect(told.text).toContain('keskeytyi');
});

test('a provider that is away keeps nobody else out, and works once it is back', async () => {
  const away = await StubProvider.start();
  const other = await createWorld({ modules: [], config: { identityProviders: [away.settings()] } });
  away.isDown = true;
  const jar = new Jar(other.server.app);
  expect((await jar.get('/sign-in/stub')).status).toBe(503);
  expect((await jar.get('/readyz')).status).toBe(200);
  away.isDown = false;
  expect((await jar.get('/sign-in/stub')).status).toBe(303);
  await other.close();
  await away.stop();
});

describe('matching by what the provider vouches for', () => {
  test('an identity code finds the human in every provider, and one who comes later too', async () => {
    const first = await north.person({ bornOn: '1980-01-01', identityCode: CODE });
    const { jar } = await signIn('suomifi', { sub: 'opaque-1', claims: { nationalIdentificationNumber: CODE.toLowerCase() } });
    expect(await personsOf(jar)).toEqual([first]);
    const second = await south.person({ bornOn: '1980-01-01', identityCode: CODE });
    const again = await signIn('suomifi', { sub: 'opaque-1', claims: { nationalIdentificationNumber: CODE } });
    expect((await personsOf(again.jar)).toSorted()).toEqual([first, second].toSorted());
    const { rows } = await pool().query('select count(*)::int as count from access.account_login where subject = $1', ['opaque-1']);
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('a second provider that vouches for the same code opens the same account', async () => {
    const personId = await north.person({ bornOn: '1981-01-01', identityCode: '010181-901K' });
    await signIn('suomifi', { sub: 'opaque-2', claims: { nationalIdentificationNumber: '010181-901K' } });
    const { jar } = await signIn('suomifi', { sub: 'renamed-2', claims: { nationalIdentificationNumber: '010181-901K' } });
    expect(await personsOf(jar)).toEqual([personId]);
    const { rows } = await pool().query('select count(distinct account_id)::int as count from access.account_login where subject in ($1, $2)', ['opaque-2', 'renamed-2']);
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('two first sign-ins at once make one account', async () => {
    await north.person({ bornOn: '1982-01-01', identityCode: '010182-902N' });
    const jars = await Promise.all(Array.from({ length: 6 }, () => signIn('suomifi', { sub: 'opaque-3', claims: { nationalIdentificationNumber: '010182-902N' } })));
    expect(jars.map(({ last }) => last.status)).toEqual(Array.from({ length: 6 }, () => 303));
    const { rows } = await pool().query(`select count(*)::int as count from access.account_identity i join core_data.person_identity_code c using (education_provider_id, person_id) where c.personal_identity_code = '010182-902N'`);
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('a code nobody has, a former code, and a dead person open nothing', async () => {
    const dead = await north.person({ bornOn: '1983-01-01', identityCode: '010183-903R' });
    await pool().query(`update core_data.person set died_on = '2026-01-01' where person_id = $1`, [dead]);
    const changed = await north.person({ bornOn: '1984-01-01', identityCode: '010184-904U' });
    await pool().query('update core_data.person_identity_code set is_current = false where person_id = $1', [changed]);
    for (const code of ['010199-999X', '010183-903R', '010184-904U', '', '%']) {
      const { jar, last } = await signIn('suomifi', { sub: `nobody-${code}`, claims: { nationalIdentificationNumber: code } });
      expect(last.status, code).toBe(403);
      expect(jar.cookie('digione')).toBeUndefined();
    }
  });

  test('a learner number from the userinfo endpoint counts when the ID token lacks it', async () => {
    const learner = await north.person();
    await pool().query('update core_data.person set learner_number = $2 where person_id = $1', [learner, '1.2.246.562.24.10000000001']);
    const { jar } = await signIn('mpassid', { sub: 'pupil', claims: { userinfo: { learnerId: '1.2.246.562.24.10000000001' } } });
    expect(await personsOf(jar)).toEqual([learner]);
  });

  test('an e-mail address opens an account only when verified, and only for staff', async () => {
    const teacher = await north.person({ bornOn: '1985-01-01', email: 'aino@koulu.example' });
    await north.position(teacher, 'teacher', await north.school());
    await south.person({ bornOn: '1986-01-01', email: 'aino@koulu.example' });
    const unverified = await signIn('entra', { sub: 'mail-1', claims: { email: 'aino@koulu.example' } });
    expect(unverified.last.status).toBe(403);
    const { jar } = await signIn('entra', { sub: 'mail-1', claims: { email: 'Aino@Koulu.example', email_verified: true } });
    expect(await personsOf(jar)).toEqual([teacher]);
  });

  test('an address that two of the staff share opens neither', async () => {
    const school = await north.school();
    for (const bornOn of ['1987-01-01', '1988-01-01']) await north.position(await north.person({ bornOn, email: 'kanslia@koulu.example' }), 'school-secretary', school);
    expect((await signIn('entra', { sub: 'mail-2', claims: { email: 'kanslia@koulu.example', email_verified: true } })).last.status).toBe(403);
  });

  test('who is somebody else’s account already is not taken over', async () => {
    const owned = await accountWith('owner');
    await north.insert('core_data.person_identity_code', { person_identity_code_id: '01977777-0000-7000-8000-000000000001', person_id: owned, personal_identity_code: '010189-905X', source: 'test' });
    const newcomer = await accountWith('newcomer');
    const { jar } = await signIn('suomifi', { sub: 'newcomer', claims: { nationalIdentificationNumber: '010189-905X' } });
    expect(await personsOf(jar)).toEqual([newcomer]);
  });
});

test('how fresh a sign-in is follows from when the provider last saw the human', async () => {
  await accountWith('tired');
  const ageOf = async (claims: Record<string, unknown>) => {
    const { jar } = await signIn('stub', { sub: 'tired', claims });
    const { rows } = await pool().query<{ minutes: number }>(
      `select round(extract(epoch from created_at - authenticated_at) / 60)::int as minutes from access.session where token_hash = sha256($1::bytea)`,
      [Buffer.from(jar.cookie('digione')?.value ?? '')],
    );
    return rows[0]?.minutes;
  };
  const now = Math.floor(Date.now() / 1000);
  expect(await ageOf({ auth_time: now })).toBe(0);
  expect(await ageOf({ auth_time: now - 1_800 })).toBe(30);
  expect(await ageOf({})).toBe(720);
});
