import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '@digione/app-server/testing';
import { STEP_UP, type Route } from '@digione/platform/http';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { harvestIds } from './ids.ts';
import { countRows, growth } from './idempotency/effects.ts';
import { Newcomers } from './idempotency/newcomers.ts';
import { RECIPES } from './idempotency/recipes.ts';
import type { IdSource } from './inputs.ts';
import { installProbe, type Probe } from './probe.ts';
import { requestTo, sampleRequest } from './request.ts';

const MAIN_USER = 'main-user';

let world: TrustWorld;
let probe: Probe;
let ids: IdSource;
beforeAll(async () => {
  world = await createTrustWorld();
  probe = installProbe(world.server.app.endpoints);
  ids = await harvestIds(world.server.kernel.database.system, world.north);
  await world.client({ city: world.north, person: MAIN_USER });
});
afterAll(async () => {
  probe.restore();
  await world.close();
});

const endpoints = () => world.server.app.endpoints.filter(({ endpoint }) => endpoint.scope !== 'public');
const writes = () => endpoints().filter(({ endpoint }) => endpoint.method !== 'GET');

/** A well-formed request of a browser. */
async function fromBrowser({ endpoint }: Route, headers: (csrf: string) => Record<string, string>, more: { authenticatedAt?: string } = {}): Promise<{ answer: Answer; isReached: boolean }> {
  const session = await world.freshToken({ city: world.north, person: MAIN_USER }, { kind: 'browser', ...more });
  const traceId = randomUUID().replaceAll('-', '');
  const request = sampleRequest(endpoint, ids, { educationProviderId: world.north.educationProviderId });
  const answer = await world.send(undefined, { ...request, headers: { ...request.headers, cookie: `digione=${session.token}`, host: 'digione.example', ...headers(session.csrfToken) } }, traceId);
  return { answer, isReached: probe.reached.has(traceId) };
}

test.each<[string, (csrf: string) => Record<string, string>]>([
  ['no token', () => ({})],
  ['a guessed token', () => ({ 'x-csrf-token': 'a'.repeat(32) })],
  ['its own token from another site', (csrf) => ({ 'x-csrf-token': csrf, origin: 'https://evil.example' })],
  ['its own token from nowhere', (csrf) => ({ 'x-csrf-token': csrf, origin: 'null' })],
])('every write from a browser with %s is refused before anything runs', async (_what, headers) => {
  const wrong: string[] = [];
  for (const route of writes()) {
    const { answer, isReached } = await fromBrowser(route, headers);
    if (answer.status !== 403 || isReached || answer.body.type !== 'about:blank') wrong.push(`${route.endpoint.id} ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

test('with its token from its own page every write comes further', async () => {
  const csrfText = (await fromBrowser(writes()[0]!, () => ({}))).answer.body.detail as string;
  const wrong: string[] = [];
  for (const route of writes()) {
    const { answer } = await fromBrowser(route, (csrf) => ({ 'x-csrf-token': csrf, origin: 'https://digione.example' }));
    if (answer.status === 401 || answer.status >= 500 || answer.body?.detail === csrfText) wrong.push(`${route.endpoint.id} ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

test('what is sensitive asks for a fresh sign-in, and only that', async () => {
  const asked: string[] = [];
  const minutesAgo = (minutes: number) => new Date(world.clock.ms() - minutes * 60_000).toISOString();
  for (const route of endpoints()) {
    const old = await fromBrowser(route, (csrf) => ({ 'x-csrf-token': csrf }), { authenticatedAt: minutesAgo(11) });
    const fresh = await fromBrowser(route, (csrf) => ({ 'x-csrf-token': csrf }), { authenticatedAt: minutesAgo(9) });
    if (old.answer.body?.type === STEP_UP && !old.isReached) asked.push(route.endpoint.id);
    expect(fresh.answer.body?.type, route.endpoint.id).not.toBe(STEP_UP);
  }
  expect(asked).toEqual(endpoints().filter(({ endpoint }) => endpoint.stepUp).map(({ endpoint }) => endpoint.id));
  expect(asked).toEqual(expect.arrayContaining(['core-data.revealProtectedContact', 'core-data.endGuardianBlock', 'privacy.getPersonLog']));
});

test('what could be lost between two writers says which version it changes, and loses to a newer one', async () => {
  const guarded = writes().filter(({ endpoint }) => endpoint.ifMatch && RECIPES[endpoint.id] !== undefined);
  expect(guarded.length).toBeGreaterThan(2);
  const made = new Newcomers(world.north);
  const { system } = world.server.kernel.database;
  for (const { endpoint } of guarded) {
    const attempt = await RECIPES[endpoint.id]!(made);
    const who = { city: world.north, person: attempt.person };
    await world.client(who);
    // Its own session: the tests above end those of the main user.
    const { token } = await world.freshToken(who);
    const before = await countRows(system);
    const send = (ifMatch: string | undefined) => {
      const { headers: _version, ...request } = requestTo(endpoint, { educationProviderId: world.north.educationProviderId, params: attempt.params ?? {}, query: {}, body: attempt.body });
      return world.send(token, { ...request, headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });
    };
    const statuses = [await send(undefined), await send('v1'), await send('*'), await send('"v99"')].map(({ status }) => status);
    expect(`${endpoint.id} ${statuses.join()}`).toBe(`${endpoint.id} 428,412,412,412`);
    expect(growth(before, await countRows(system))).toEqual({});
  }
});
