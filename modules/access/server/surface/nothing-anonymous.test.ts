import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { insertSession } from '../session/sessions.queries.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

/** What answers a stranger; everything else asks who one is. A new line here is a decision. */
const OPEN = [
  /^\/api$/, // the API's description
  /^\/api\/reference\.css$/,
  /^\/api\/openapi\.json$/,
  /^\/api\/sign-in\/providers$/,
  /^\/sign-in\//, // the way in
  /^\/oidc\//, // the demo's identity provider
  /^\/healthz$/,
  /^\/readyz$/,
  /^\/metrics$/, // counts alone
  /^\/assets\//, // the workspace's program
  /^\/\*$/, // the workspace's page, which holds no data
];

let world: World;
let expired: string;
beforeAll(async () => {
  world = await createWorld({ config: { personas: PERSONAS } });
  const { teacher } = await seedPersonas(world);
  const { kernel } = world.server;
  ({ token: expired } = await insertSession(kernel.database.system, kernel.clock, { accountId: teacher.accountId, kind: 'browser' }));
  world.clock.advance(13 * 3_600_000);
});
afterAll(() => world.close());

const closed = () => world.server.app.routeTable.filter(({ method, url }) => !['HEAD', 'OPTIONS'].includes(method) && !OPEN.some((pattern) => pattern.test(url)));

test.each<[string, () => Record<string, string>]>([
  ['nothing', () => ({})],
  ['an expired session', () => ({ cookie: `digione=${expired}` })],
  ['a garbled cookie', () => ({ cookie: 'digione=garbled' })],
  ['a cookie nobody was given', () => ({ cookie: `digione=${'x'.repeat(43)}` })],
  ['another kind of authorization', () => ({ authorization: 'Basic dGVhY2hlcjp0ZWFjaGVy' })],
  ['an expired session as bearer', () => ({ authorization: `Bearer ${expired}` })],
])('with %s every route but the open ones answers 401', async (_what, headers) => {
  const routes = closed();
  expect(routes.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const { method, url } of routes) {
    // Guessing is slowed down, which is another test's matter.
    await world.server.kernel.database.system.query('delete from platform.rate_limit');
    const answer = await world.server.app.inject({
      method: method === 'POST' ? 'POST' : method === 'PUT' ? 'PUT' : method === 'PATCH' ? 'PATCH' : method === 'DELETE' ? 'DELETE' : 'GET',
      url: url.replaceAll(/:\w+/g, '01977777-7777-7777-8777-777777777777'),
      headers: headers(),
    });
    if (answer.statusCode !== 401) wrong.push(`${method} ${url}: ${answer.statusCode}`);
  }
  expect(wrong).toEqual([]);
});
