import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@digione/app-server/testing';
import type { AccountContext, ProviderContext, Route } from '@digione/platform/http';
import { PROTECTED_CONTACT } from './city/canaries.ts';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { countRows, growth } from './idempotency/effects.ts';
import { Newcomers } from './idempotency/newcomers.ts';
import { RECIPES, WITHOUT_KEY, type Attempt } from './idempotency/recipes.ts';
import { requestTo } from './request.ts';

let world: TrustWorld;
let made: Newcomers;
beforeAll(async () => {
  world = await createTrustWorld();
  made = new Newcomers(world.north);
});
afterAll(() => world.close());

const pool = () => world.server.kernel.database.system;
const writing = (): Route[] => world.server.app.endpoints.filter(({ endpoint }) => endpoint.method !== 'GET');
const routeOf = (id: string): Route => {
  const found = writing().find(({ endpoint }) => endpoint.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

async function send(id: string, attempt: Attempt, key: string): Promise<Answer> {
  const request = requestTo(routeOf(id).endpoint, {
    educationProviderId: world.north.educationProviderId,
    params: attempt.params ?? {},
    query: {},
    body: attempt.body,
    headers: { 'idempotency-key': key, ...(attempt.ifMatch === undefined ? {} : { 'if-match': attempt.ifMatch }) },
  });
  return world.send((await world.client({ city: world.north, person: attempt.person })).token, request);
}

/** Who acts in the recipes: signed in before anything is counted. */
const PEOPLE = ['main-user', 'school-secretary@hill', 'principal@hill', 'principal@hidden', 'teaches-5a', 'homeroom-teacher-5a', 'special-needs-teacher@hill', 'mother'];

/** What the work left behind, once everybody who hears of it has done their part. */
async function effectOf<T>(work: () => Promise<T>): Promise<{ result: T; effect: Record<string, number> }> {
  await Promise.all(PEOPLE.map((person) => world.client({ city: world.north, person })));
  await world.settle();
  const before = await countRows(pool());
  const result = await work();
  await world.settle();
  return { result, effect: growth(before, await countRows(pool())) };
}

/** Makes the first run of the handler end badly: `before` its commit or right `after` it. */
async function withAccident<T>(route: Route, when: 'before' | 'after', work: () => Promise<T>): Promise<T> {
  const { handle } = route;
  let isDue = true;
  const strike = async ({ tx }: ProviderContext) => {
    if (!isDue) return;
    isDue = false;
    if (when === 'after') {
      tx.afterCommit(() => {
        throw new Error('The process dies before it has answered.');
      });
      return;
    }
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
    await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  };
  const broken = async (context: ProviderContext | AccountContext, input: Parameters<typeof handle>[1]) => {
    if ('tx' in context) {
      const result = await handle(context as never, input);
      await strike(context);
      return result;
    }
    const { inProvider } = context;
    const striking: AccountContext = {
      ...context,
      inProvider: (identity, part) =>
        inProvider(identity, async (scoped) => {
          const result = await part(scoped);
          await strike(scoped);
          return result;
        }),
    };
    return handle(striking as never, input);
  };
  Object.assign(route, { handle: broken });
  try {
    return await work();
  } finally {
    Object.assign(route, { handle });
  }
}

test('every writing endpoint has a recipe, or a reason to keep no key', () => {
  const known = [...Object.keys(RECIPES), ...Object.keys(WITHOUT_KEY)];
  expect(writing().map(({ endpoint }) => endpoint.id).filter((id) => !known.includes(id))).toEqual([]);
});

describe.each(Object.entries(RECIPES))('%s', (id, recipe) => {
  let once: Record<string, number>;

  test('asked many times at once with one key does its work once and answers alike', async () => {
    const single = await recipe(made);
    const first = await effectOf(() => send(id, single, randomUUID()));
    expect(first.result.status, first.result.text).toBe(routeOf(id).endpoint.status);
    once = first.effect;
    expect(Object.keys(once)).toContain('platform.idempotency_key');
    for (const times of [2, 3 + (id.length % 17), 20]) {
      const attempt = await recipe(made);
      const key = randomUUID();
      const { result: answers, effect } = await effectOf(() => Promise.all(Array.from({ length: times }, () => send(id, attempt, key))));
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, answers.map(({ text }) => text).join('\n')).toBe(1);
      expect(answers[0]?.status).toBe(first.result.status);
      expect(effect).toEqual(once);
    }
  });

  test('another request with the same key is refused', async () => {
    const attempt = await recipe(made);
    const key = randomUUID();
    expect((await send(id, attempt, key)).status).toBe(routeOf(id).endpoint.status);
    // An endpoint that takes no body is asked about another thing.
    const other = attempt.otherBody === undefined ? await recipe(made) : { ...attempt, body: attempt.otherBody };
    const { result, effect } = await effectOf(() => send(id, other, key));
    expect(result.status, result.text).toBe(422);
    expect(effect).toEqual({});
  });

  test.each(['before', 'after'] as const)('when the server falls %s the commit, the repeat finds or does the work, once', async (when) => {
    const attempt = await recipe(made);
    const key = randomUUID();
    const { result, effect } = await effectOf(async () => {
      const fallen = await withAccident(routeOf(id), when, () => send(id, attempt, key));
      return { fallen, repeated: await send(id, attempt, key) };
    });
    expect(result.fallen.status).toBeGreaterThanOrEqual(500);
    expect(result.repeated.status, result.repeated.text).toBe(routeOf(id).endpoint.status);
    expect(effect).toEqual(once);
  });
});

test('a protected family’s address is not kept with the answers that repeats get', async () => {
  const { rows } = await pool().query<{ kept: string }>('select coalesce(response::text, $1) as kept from platform.idempotency_key', ['']);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ kept }) => PROTECTED_CONTACT.some((canary) => kept.includes(canary)))).toEqual([]);
});
