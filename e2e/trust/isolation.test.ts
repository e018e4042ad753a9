import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '@digione/platform/http';
import { OTHER_CITY } from './city/canaries.ts';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { harvestIds } from './ids.ts';
import { arbitraryOf, type IdSource } from './inputs.ts';
import { ENDS_SESSIONS } from './matrix.ts';
import { digestOf, harvestCursors, mixedSource } from './neighbour.ts';
import { inParallel } from './pool.ts';
import { requestTo } from './request.ts';

/** Enough for each change; a drill sets a million. */
const CALLS = Number(process.env['DIGIONE_ISOLATION_CALLS'] ?? 20_000);
/** The same calls in every run of the tests, so that a failure is the change's; others in each drill. */
const SEED = process.env['DIGIONE_ISOLATION_CALLS'] === undefined ? { seed: 20_261_124 } : {};
const CALLS_IN_SEQUENCE = 100;
const WITH_LANES = 10;

/** Of the northern city, one of each standing. */
const PEOPLE = [
  'principal@all', 'school-secretary@all', 'principal@hill', 'school-secretary@lake', 'teaches-5a', 'homeroom-teacher-5a', 'special-needs-teacher@hill', 'guidance-counsellor@all',
  'teaching-assistant@hill', 'main-user', 'data-protection-officer', 'platform-operator', 'vendor', 'expert', 'mother', 'informed-father', 'protected-mother', 'child', 'came-of-age', 'stranger',
];

interface Call {
  route: Route;
  person: string;
  /** Asks below the neighbour's own address. */
  isTheirs: boolean;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

let world: TrustWorld;
let theirIds: ReadonlySet<string>;
let source: IdSource;
let digest: Record<string, string>;

beforeAll(async () => {
  world = await createTrustWorld();
  const { north, south, server } = world;
  const pool = server.kernel.database.system;
  const cursors = await harvestCursors(world, south);
  expect(cursors.length).toBeGreaterThan(2);
  const [own, theirs] = [await harvestIds(pool, north), await harvestIds(pool, south)];
  source = mixedSource(own, theirs, cursors);
  theirIds = new Set(theirs.all);
  digest = await digestOf(pool, south);
}, 120_000);
afterAll(() => world.close());

/** A call to the route with values of both cities. */
const callTo = (route: Route): fc.Arbitrary<Call> =>
  fc.record({
    route: fc.constant(route),
    person: fc.constantFrom(...PEOPLE),
    isTheirs: fc.boolean(),
    params: arbitraryOf(route.endpoint.params, source) as fc.Arbitrary<Record<string, unknown>>,
    query: arbitraryOf(route.endpoint.query, source) as fc.Arbitrary<Record<string, unknown>>,
    body: route.endpoint.body === undefined ? fc.constant(undefined) : arbitraryOf(route.endpoint.body, source),
  });

/** What is wrong with the answer to a call; nothing, when the wall stands. */
async function faultOf({ route, person, isTheirs, params, query, body }: Call): Promise<string | undefined> {
  const { north, south } = world;
  const { endpoint } = route;
  const isAcross = isTheirs && endpoint.scope === 'provider';
  const request = requestTo(endpoint, { educationProviderId: isAcross ? south.educationProviderId : north.educationProviderId, params, query, body });
  const client = await world.client({ city: north, person });
  const { status, text, headers } = await world.send(client.token, request);
  const sent = JSON.stringify(request);
  const answered = text + JSON.stringify(headers);
  if (answered.includes(OTHER_CITY)) return `${status} with a canary`;
  for (const [id] of answered.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g)) if (theirIds.has(id) && !sent.includes(id)) return `${status} with an id that was not asked with`;
  if (status >= 500) return `${status}`;
  if (isAcross && status !== 404 && status !== 400) return `${status} across the wall`;
  const object = route.objectOf === undefined ? undefined : objectOf(route, { params, query, body });
  if (object !== undefined && theirIds.has(object) && status !== 404 && status !== 400) return `${status} of a neighbour's object`;
  return undefined;
}

/** Whom or what the action is judged on; undefined when the inputs name nothing. */
function objectOf(route: Route, input: Pick<Call, 'params' | 'query' | 'body'>): string | undefined {
  try {
    return route.objectOf?.({ ...input, ifMatch: 1 } as never);
  } catch {
    return undefined;
  }
}

/** Calls to every endpoint there is, in an order and with values of fast-check's choosing. */
const sequences = (length: number) => {
  const routes = world.server.app.endpoints.filter(({ endpoint }) => !ENDS_SESSIONS.includes(endpoint.id));
  return fc.array(fc.oneof(...routes.map(callTo)), { minLength: length, maxLength: length, size: 'max' });
};

async function faultsOf(calls: readonly Call[]): Promise<string[]> {
  const faults: string[] = [];
  await inParallel(calls, WITH_LANES, async (call) => {
    const fault = await faultOf(call);
    if (fault !== undefined) faults.push(`${call.person} → ${call.route.endpoint.id}: ${fault} ${JSON.stringify({ isTheirs: call.isTheirs, params: call.params, query: call.query, body: call.body })}`);
  });
  return faults;
}

test(
  `${CALLS} generated calls by people of one city with everything of the other tell nothing of it`,
  async () => {
    await fc.assert(
      fc.asyncProperty(sequences(CALLS_IN_SEQUENCE), async (calls) => {
        expect(await faultsOf(calls)).toEqual([]);
      }),
      { numRuns: Math.ceil(CALLS / CALLS_IN_SEQUENCE), endOnFailure: true, ...SEED },
    );
  },
  120_000 + CALLS * 20,
);

test('and they changed nothing of it, nor left a trace in it', async () => {
  expect(await digestOf(world.server.kernel.database.system, world.south)).toEqual(digest);
});

test('the same calls catch a server that works in the wrong city without walls', async () => {
  const { system } = world.server.kernel.database;
  const { rows } = await system.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_policies where policyname = 'tenant' and schemaname <> 'audit'`);
  for (const { name } of rows) await system.query(`alter policy tenant on ${name} using (true)`);
  // The queries name the provider as well as the walls do: both have to fall for anything to be seen.
  await system.query(`create or replace function platform.current_provider() returns uuid language sql stable parallel safe return '${world.south.educationProviderId}'::uuid`);
  const [calls = []] = fc.sample(sequences(300), { numRuns: 1, seed: 7 });
  const faults = await faultsOf(calls);
  expect(faults.filter((fault) => fault.includes('with a canary')).length).toBeGreaterThan(5);
}, 60_000);
