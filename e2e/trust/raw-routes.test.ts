import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrustWorld, type TrustWorld, type Who } from './fixture.ts';
import { Judge } from './oracle/index.ts';
import { listRawRoutes, nameOfRoute, RAW_ROUTES } from './routes.ts';

let world: TrustWorld;
beforeAll(async () => {
  world = await createTrustWorld();
});
afterAll(() => world.close());

test('routes beside the contracts are open to whom the oracle says, as every person of both cities', async () => {
  const judge = new Judge(world.north.facts);
  const people: Who[] = [...world.north.facts.people.keys()].flatMap((person) => [
    { city: world.north, person },
    { city: world.south, person },
  ]);
  const wrong: string[] = [];
  let allowed = 0;
  for (const route of listRawRoutes(world.server.app)) {
    const { may } = RAW_ROUTES[nameOfRoute(route)] ?? {};
    if (may === undefined || !route.path.includes(':educationProviderId')) continue;
    for (const who of people) {
      const { token } = await world.client(who);
      const url = route.path.replaceAll(':educationProviderId', world.north.educationProviderId);
      const { status } = await world.send(token, { method: route.method === 'POST' ? 'POST' : 'GET', url, headers: {}, payload: undefined });
      const verdict = status === 403 ? 'forbidden' : status === 404 ? 'missing' : status >= 500 || status === 401 ? `wrong: ${status}` : 'allowed';
      const expected = who.city !== world.north ? 'missing' : may(judge, who.person) ? 'allowed' : 'forbidden';
      if (expected === 'allowed') allowed += 1;
      if (verdict !== expected) wrong.push(`${nameOfRoute(route)}: ${who.city.key}/${who.person} expected ${expected}, was ${verdict}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(allowed).toBeGreaterThan(0);
}, 60_000);

test('every route of one provider’s data beside the contracts says whose it is', () => {
  const undeclared = listRawRoutes(world.server.app).filter((route) => route.path.startsWith('/api/providers') && RAW_ROUTES[nameOfRoute(route)]?.may === undefined);
  expect(undeclared.map(nameOfRoute)).toEqual([]);
});
