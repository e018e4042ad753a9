import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { harvestIds } from './ids.ts';
import type { IdSource } from './inputs.ts';
import { PUBLIC_ENDPOINTS } from './oracle/index.ts';
import { sampleRequest, type Request } from './request.ts';
import { listRawRoutes, nameOfRoute, RAW_ROUTES } from './routes.ts';

const PERSONA = { key: 'teacher', name: 'Opettaja', role: 'teacher', providerKey: 'north', description: { fi: 'o', sv: 'l', en: 't' } };

let world: TrustWorld;
let ids: IdSource;
beforeAll(async () => {
  world = await createTrustWorld({ listens: true, config: { personas: [PERSONA], baseUrl: 'https://digione.example' } });
  ids = await harvestIds(world.server.kernel.database.system, world.north);
});
afterAll(() => world.close());

const refused = async (credentials: Readonly<Record<string, string>>): Promise<string[]> => {
  const { app, kernel } = world.server;
  const requests: { name: string; request: Request }[] = [
    ...app.endpoints
      .filter(({ endpoint }) => endpoint.scope !== 'public')
      .map(({ endpoint }) => ({ name: endpoint.id, request: sampleRequest(endpoint, ids, { educationProviderId: world.north.educationProviderId }) })),
    ...listRawRoutes(app)
      .filter((route) => RAW_ROUTES[nameOfRoute(route)]?.access === 'signed-in')
      .map((route) => ({ name: nameOfRoute(route), request: { method: route.method === 'POST' ? ('POST' as const) : ('GET' as const), url: route.path.replaceAll(/:\w+/g, world.north.educationProviderId), headers: {}, payload: undefined } })),
  ];
  const answered: string[] = [];
  for (const { name, request } of requests) {
    // Guessing is slowed down, which is another test's matter.
    await kernel.database.system.query('delete from platform.rate_limit');
    const { status, text } = await world.send(undefined, { ...request, headers: { ...request.headers, ...credentials } });
    if (status !== 401 || text.includes('Pohjalainen')) answered.push(`${name}: ${status}`);
  }
  return answered;
};

test('what answers without a session stands in a list, with its reason', () => {
  const { app } = world.server;
  expect(listRawRoutes(app).map(nameOfRoute).filter((name) => RAW_ROUTES[name] === undefined)).toEqual([]);
  expect(app.endpoints.filter(({ endpoint }) => endpoint.scope === 'public').map(({ endpoint }) => endpoint.id)).toEqual(Object.keys(PUBLIC_ENDPOINTS));
});

test('a well-formed request to any other route gets 401 without credentials', async () => {
  expect(await refused({})).toEqual([]);
});

test('the session of a closed account opens nothing', async () => {
  const who = { city: world.north, person: 'principal@all' };
  await world.client(who);
  const { token } = await world.freshToken(who);
  const { system } = world.server.kernel.database;
  const closed = await system.query(
    `update access.account a set closed_at = now() from access.account_identity i where i.account_id = a.account_id and i.person_id = $1 returning a.account_id`,
    [world.north.idOf('person', who.person)],
  );
  expect(closed.rowCount).toBe(1);
  expect(await refused({ authorization: `Bearer ${token}` })).toEqual([]);
});

test("a browser's session is no bearer token, nor the other way round", async () => {
  const who = { city: world.north, person: 'main-user' };
  await world.client(who);
  const browser = await world.freshToken(who, { kind: 'browser' });
  const program = await world.freshToken(who);
  expect(await refused({ authorization: `Bearer ${browser.token}` })).toEqual([]);
  expect(await refused({ cookie: `__Host-digione=${program.token}` })).toEqual([]);
  // On https the plain cookie, which a neighbouring host could plant, counts for nothing.
  expect(await refused({ cookie: `digione=${browser.token}` })).toEqual([]);
});

test('the stream of live updates has the headers of every other answer', async () => {
  const { port } = world.server.app.server.address() as AddressInfo;
  const { token } = await world.client({ city: world.north, person: 'mother' });
  const stopped = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/live`, { headers: { authorization: `Bearer ${token}` }, signal: stopped.signal });
  stopped.abort();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    'strict-transport-security': expect.stringContaining('max-age') as string,
    'referrer-policy': 'no-referrer',
  });
});
