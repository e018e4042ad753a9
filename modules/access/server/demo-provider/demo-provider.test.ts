import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '@digione/app-server';
import { createWorld, type World } from '@digione/app-server/testing';
import { Jar } from '../testing/jar.ts';
import { pick, toPicker } from '../testing/journey.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';
import { providerKeys } from './keys.ts';

const KEY = Buffer.alloc(32, 8);

let world: World;
let people: Awaited<ReturnType<typeof seedPersonas>>;
beforeAll(async () => {
  world = await createWorld({ modules: [], config: { personas: PERSONAS } });
  people = await seedPersonas(world);
});
afterAll(() => world.close());

const authorization = (change: Record<string, string | undefined>) => {
  const query: Record<string, string | undefined> = {
    client_id: 'digione',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1/sign-in/callback',
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...change,
  };
  return `/oidc/auth?${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()}`;
};

const token = (form: Record<string, string>, secret = providerKeys(KEY).clientSecret) =>
  world.server.app.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`digione:${secret}`).toString('base64')}` },
    payload: new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: 'http://127.0.0.1/sign-in/callback', ...form }).toString(),
  });

/** A code of the built-in provider with the verifier that fits it (RFC 7636, appendix B). */
async function newCode(): Promise<{ code: string; verifier: string }> {
  const jar = new Jar(world.server.app);
  const begun = await jar.get(authorization({}));
  const { location = '' } = await pick(jar, begun.location ?? '', 'teacher');
  return { code: new URL(location).searchParams.get('code') ?? '', verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' };
}

test('a code is exchanged once, with its verifier and the client’s secret', async () => {
  const { code, verifier } = await newCode();
  expect((await token({ code, code_verifier: verifier })).statusCode).toBe(200);
  const replayed = await token({ code, code_verifier: verifier });
  expect([replayed.statusCode, replayed.json().error]).toEqual([400, 'invalid_grant']);
});

test.each([
  ['no verifier (PKCE downgrade)', {}, undefined],
  ['another verifier', { code_verifier: 'x'.repeat(43) }, undefined],
  ['a guessed secret', { code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }, 'guessed'],
  ['another redirect address', { code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', redirect_uri: 'http://127.0.0.1/other' }, undefined],
])('a code with %s is refused', async (_what, form, secret) => {
  const { code } = await newCode();
  const refused = await token({ code, ...form }, secret);
  expect([400, 401]).toContain(refused.statusCode);
  expect(refused.json().id_token).toBeUndefined();
});

test.each([
  ['another redirect address', { redirect_uri: 'https://evil.example/' }],
  ['a look-alike redirect address', { redirect_uri: 'http://127.0.0.1/sign-in/callback/../x' }],
  ['another client', { client_id: 'other' }],
])('a request with %s is answered on the spot, never by a redirect', async (_what, change) => {
  const refused = await new Jar(world.server.app).get(authorization(change));
  expect(refused).toMatchObject({ status: 400, location: undefined });
});

test.each([
  ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
  ['with PKCE by "plain"', { code_challenge_method: 'plain' }],
  ['for a token in the address (implicit)', { response_type: 'id_token' }],
])('a request %s comes back as an error, without a code', async (_what, change) => {
  const refused = await new Jar(world.server.app).get(authorization(change));
  expect(refused.location).toContain('error=');
  expect(refused.location).not.toContain('code=');
});

test('the personas without an account in this database are not offered, nor is anyone of a real provider', async () => {
  const jar = new Jar(world.server.app);
  const picker = await toPicker(jar);
  expect((await jar.get(picker)).text).toContain('value="main-user"');
  const pool = world.server.kernel.database.system;
  await pool.query('update core_data.education_provider set is_demo = false where education_provider_id = $1', [people.koivula.educationProviderId]);
  const page = await jar.get(`${picker}?q=opettaja`);
  await pool.query('update core_data.education_provider set is_demo = true where education_provider_id = $1', [people.koivula.educationProviderId]);
  expect(page.text).not.toContain('class="card"');
  expect(page.text).toContain('ei ole vielä ladattu');
});

test('processes with the same key share it, others do not', () => {
  expect(providerKeys(KEY)).toEqual(providerKeys(Buffer.alloc(32, 8)));
  expect(providerKeys(KEY).signing.x).not.toBe(providerKeys(Buffer.alloc(32, 9)).signing.x);
});

test('a production start has no demo sign-in, personas or not; over https the cookies say so', async () => {
  const production = await startServer(
    {
      databaseUrl: world.databaseUrl,
      auditKey: Buffer.alloc(32, 7),
      sessionKey: KEY,
      personas: PERSONAS,
      identityProviders: [],
      clock: world.clock,
      host: '127.0.0.1',
      port: 0,
      baseUrl: 'https://digione.example',
      mode: 'production',
      version: 'test',
      logLevel: 'silent',
      trustProxy: true,
      requestsPerMinute: 1_000,
      maxConnections: 2,
      namesStatements: true,
      runsJobs: false,
      listens: false,
    },
    [],
  );
  const anyone = new Jar(production.app);
  for (const path of ['/sign-in/demo', '/oidc/.well-known/openid-configuration', '/oidc/auth', '/oidc/interaction/x']) {
    expect((await anyone.get(path, { host: 'digione.example' })).status, path).toBe(404);
  }
  expect(production.app.routeTable.filter(({ url }) => url.startsWith('/oidc'))).toEqual([]);
  expect(JSON.parse((await anyone.get('/api/sign-in/providers')).text)).toEqual({ providers: [] });
  await production.close();
});

test('behind https the cookies are the host’s own and never travel in the clear', async () => {
  const secure = await createWorld({ modules: [], config: { personas: PERSONAS, baseUrl: 'https://digione.example', trustProxy: true } });
  await seedPersonas(secure);
  const jar = new Jar(secure.server.app);
  const headers = { host: 'digione.example', 'x-forwarded-proto': 'https' };
  const begun = await jar.get('/sign-in/demo', headers);
  expect(begun.location).toContain('https://digione.example/oidc/auth');
  const picker = (await jar.get(begun.location ?? '', headers)).location ?? '';
  const callback = await jar.follow(await jar.post(picker, { subject: 'teacher' }), '/sign-in/callback');
  expect(await jar.get(callback.location ?? '', headers)).toMatchObject({ status: 303, location: '/' });
  const line = jar.cookie('__Host-digione')?.line ?? '';
  expect(line).toMatch(/; Secure/);
  expect(line).toMatch(/; Path=\/(;|$)/);
  expect(line).not.toMatch(/Domain/i);
  // A neighbouring host could plant the plain name; here it is nobody's.
  const planted = new Jar(secure.server.app);
  planted.cookies.set('digione;/', { value: jar.cookie('__Host-digione')?.value ?? '', path: '/', line: '' });
  expect((await planted.get('/api/me', headers)).status).toBe(401);
  expect((await jar.get('/api/me', headers)).status).toBe(200);
  await secure.close();
});
