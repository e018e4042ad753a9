import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namesSomebody } from './city/canaries.ts';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { harvestIds } from './ids.ts';
import { countRows, growth } from './idempotency/effects.ts';
import { Newcomers } from './idempotency/newcomers.ts';
import { RECIPES } from './idempotency/recipes.ts';
import { listCells, type Cell } from './matrix.ts';
import { Judge } from './oracle/index.ts';
import { requestTo } from './request.ts';

let world: TrustWorld;
/** For each reading endpoint somebody who may, and is answered. */
const reads: Cell[] = [];
/** Of those the fixture has nothing of, so that they answer 404 with the audit log and without. */
const NOTHING_THERE = ['school-admin.listRollOverLearners', 'teaching.getBehaviour', 'teaching.getGroupMarks', 'teaching.getMarkRound', 'teaching.listEvidenceHistory'];
const unanswered = new Set<string>();
/** Cells asked at most to find one that is answered. */
const MOST_TRIES = 12;
beforeAll(async () => {
  world = await createTrustWorld();
  const cells = listCells(world, new Judge(world.north.facts), await harvestIds(world.server.kernel.database.system, world.north));
  // Whoever has most to be told of goes first.
  const rank = ({ who }: Cell) => ['main-user', 'principal@all', 'mother'].indexOf(who.person);
  const allowed = cells.filter(({ route: { endpoint }, isAllowed, who }) => endpoint.method === 'GET' && isAllowed && who.city === world.north).toSorted((a, b) => rank(b) - rank(a));
  for (const id of new Set(allowed.map(({ route }) => route.endpoint.id))) {
    const answered = await findAnswered(allowed.filter(({ route }) => route.endpoint.id === id).slice(0, MOST_TRIES));
    if (answered === undefined) unanswered.add(id);
    else reads.push(answered);
  }
});
afterAll(() => world.close());

const owner = (statement: string) => world.server.kernel.database.system.query(statement);
const ask = async (cell: Cell) => world.send((await world.client(cell.who)).token, cell.request);

async function findAnswered(candidates: readonly Cell[]): Promise<Cell | undefined> {
  for (const cell of candidates) if ((await ask(cell)).status === 200) return cell;
  return undefined;
}

/** Of nobody but the account itself. */
const OF_NOBODY = ['access.listMySessions'];

describe.each([
  ['may not be written', 'revoke insert on audit.entry, audit.entry_default from digione_app', 'grant insert on audit.entry, audit.entry_default to digione_app'],
  [
    'refuses what is written',
    `create function audit.full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: no space left' using errcode = '53100'; end $$;
     create trigger is_full before insert on audit.entry for each row execute function audit.full()`,
    'drop trigger is_full on audit.entry; drop function audit.full()',
  ],
])('while the audit log %s', (_how, breakIt, mendIt) => {
  beforeAll(async () => {
    await owner(breakIt);
  });
  afterAll(async () => {
    await owner(mendIt);
  });

  test('nobody is shown anything of anyone: 503', async () => {
    expect(reads.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const cell of reads) {
      const { status, text } = await ask(cell);
      const isClosed = status === 503 || OF_NOBODY.includes(cell.route.endpoint.id);
      if (!isClosed || namesSomebody(text)) wrong.push(`${cell.route.endpoint.id} ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a refusal cannot be given without its record either', async () => {
    const stranger = await world.client({ city: world.north, person: 'stranger' });
    expect((await stranger.get(`${world.north.base}/people/${world.north.idOf('person', 'child')}`)).status).toBe(503);
  });

  test('nothing is changed: 503, and no row is written', async () => {
    const made = new Newcomers(world.north);
    const { system } = world.server.kernel.database;
    const wrong: string[] = [];
    for (const [id, recipe] of Object.entries(RECIPES)) {
      const attempt = await recipe(made);
      const { token } = await world.client({ city: world.north, person: attempt.person });
      const route = world.server.app.endpoints.find(({ endpoint }) => endpoint.id === id);
      if (route === undefined) throw new Error(`There is no ${id}.`);
      const request = requestTo(route.endpoint, {
        educationProviderId: world.north.educationProviderId,
        params: attempt.params ?? {},
        query: {},
        body: attempt.body,
        headers: { 'idempotency-key': randomUUID(), ...(attempt.ifMatch === undefined ? {} : { 'if-match': attempt.ifMatch }) },
      });
      const before = await countRows(system);
      const { status } = await world.send(token, request);
      const written = growth(before, await countRows(system));
      if (status !== 503 || Object.keys(written).length > 0) wrong.push(`${id} ${status} ${JSON.stringify(written)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('the server itself stays up', async () => {
    expect((await world.anonymous().get('/healthz')).status).toBe(200);
    expect((await world.anonymous().get('/readyz')).status).toBe(200);
  });
});

test('once it can be written again, everything is answered', async () => {
  const wrong: string[] = [];
  for (const cell of reads) {
    const { status } = await ask(cell);
    if (status !== 200) wrong.push(`${cell.route.endpoint.id} ${status}`);
  }
  expect(wrong).toEqual([]);
  expect([...unanswered].toSorted()).toEqual(NOTHING_THERE);
});
