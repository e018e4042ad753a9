import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

const SOME_ID = '01977777-7777-7777-8777-777777777777';

let world: World;
let token: string;
beforeAll(async () => {
  // Every module, and the address people use in production.
  world = await createWorld({ config: { personas: PERSONAS, baseUrl: 'https://digione.example' } });
  const { koivula, mainUser } = await seedPersonas(world);
  token = (await world.signIn({ of: koivula, personId: (await withoutAccount(koivula, mainUser.personId)) })).token;
});
afterAll(() => world.close());

async function withoutAccount(koivula: Awaited<ReturnType<typeof seedPersonas>>['koivula'], personId: string): Promise<string> {
  await koivula.pool.query('delete from access.account_identity where person_id = $1', [personId]);
  return personId;
}

const addressOf = (url: string) => url.replaceAll(/:\w+/g, SOME_ID).replace('*', 'anything');
const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
  // The table holds methods as Fastify names them; `inject` types them narrower.
  world.server.app.inject({ method: method === 'POST' ? 'POST' : method === 'PUT' ? 'PUT' : method === 'PATCH' ? 'PATCH' : method === 'DELETE' ? 'DELETE' : 'GET', url: addressOf(url), headers });

type Reply = Awaited<ReturnType<typeof ask>>;

/** What is wrong with the headers of an answer; nothing, when all is well. */
function faultsOf({ headers, statusCode }: Reply, isPersonal: boolean): string[] {
  const header = (name: string) => String(headers[name] ?? '');
  const policy = new Map(header('content-security-policy').split(';').map((directive) => [directive.split(' ')[0] ?? '', directive]));
  const wanted: [string, boolean][] = [
    ['5xx', statusCode < 500],
    ['default-src', policy.get('default-src') === "default-src 'self'"],
    ['script-src', /^script-src 'self' 'nonce-[0-9a-f]{32}'$/.test(policy.get('script-src') ?? '')],
    ['style-src', /^style-src 'self' 'nonce-[0-9a-f]{32}'$/.test(policy.get('style-src') ?? '')],
    ['object-src', policy.get('object-src') === "object-src 'none'"],
    ['base-uri', policy.get('base-uri') === "base-uri 'none'"],
    ['frame-ancestors', policy.get('frame-ancestors') === "frame-ancestors 'none'"],
    ['form-action', policy.get('form-action') === "form-action 'self'"],
    ['trusted-types', policy.get('require-trusted-types-for') === "require-trusted-types-for 'script'" && policy.get('trusted-types') === "trusted-types 'none'"],
    ['unsafe', !header('content-security-policy').includes('unsafe')],
    ['hsts', /^max-age=\d{8,}; includeSubDomains$/.test(header('strict-transport-security'))],
    ['nosniff', header('x-content-type-options') === 'nosniff'],
    ['referrer', header('referrer-policy') === 'no-referrer'],
    ['frame', header('x-frame-options') === 'DENY'],
    ['powered-by', headers['x-powered-by'] === undefined],
    ['cors', headers['access-control-allow-origin'] === undefined],
    ['no-store', !isPersonal || header('cache-control').includes('no-store')],
  ];
  return wanted.filter(([, holds]) => !holds).map(([name]) => name);
}

const isPersonal = (url: string) => /^\/(api|oidc|sign-in)\b/.test(url) && !/^\/sign-in\/(page\.css|inter\.woff2)/.test(url);
const routes = () => world.server.app.routeTable.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');

test('every route answers a stranger with every header', async () => {
  expect(routes().length).toBeGreaterThan(30);
  const faults: string[] = [];
  for (const { method, url } of routes()) {
    const found = faultsOf(await ask(method, url), isPersonal(url));
    if (found.length > 0) faults.push(`${method} ${url}: ${found.join(', ')}`);
  }
  expect(faults).toEqual([]);
});

test('every page and list answers someone signed in with every header', async () => {
  const faults: string[] = [];
  // The stream of live updates does not end; its headers are the stranger's test's and the sign-out's.
  for (const { method, url } of routes().filter((route) => route.method === 'GET' && route.url !== '/api/live')) {
    const found = faultsOf(await ask(method, url, { authorization: `Bearer ${token}` }), isPersonal(url));
    if (found.length > 0) faults.push(`${method} ${url}: ${found.join(', ')}`);
  }
  expect(faults).toEqual([]);
});

test('so do errors: an address that is not, a broken body, one too large, a method that is not', async () => {
  const { app } = world.server;
  const credentials = { authorization: `Bearer ${token}` };
  const answers = [
    await app.inject({ url: '/api/nothing-here', headers: credentials }),
    await app.inject({ method: 'PATCH', url: '/api/me/preferences', headers: { ...credentials, 'content-type': 'application/json' }, payload: '{"language":' }),
    await app.inject({ method: 'PATCH', url: '/api/me/preferences', headers: { ...credentials, 'content-type': 'text/xml' }, payload: '<a/>' }),
    await app.inject({ method: 'PATCH', url: '/api/me/preferences', headers: { ...credentials, 'content-type': 'application/json' }, payload: JSON.stringify({ language: 'x'.repeat(2_000_000) }) }),
    await app.inject({ method: 'PUT', url: '/api/me', headers: credentials }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 400, 415, 413, 404]);
  for (const answer of answers) expect(faultsOf(answer, true)).toEqual([]);
});

test('a nonce is used once', async () => {
  const policies = await Promise.all(Array.from({ length: 5 }, () => ask('GET', '/api/sign-in/providers')));
  expect(new Set(policies.map(({ headers }) => headers['content-security-policy'])).size).toBe(5);
});
