import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { Bus, LivePages } from './index.ts';

let files: TestDatabase;
let owner: pg.Client;
const open: Bus[] = [];
beforeAll(async () => {
  files = await createTestDatabase();
  owner = new pg.Client({ connectionString: files.url });
  await owner.connect();
});
afterAll(async () => {
  for (const bus of open) await bus.close();
  await owner.end();
  await files.drop();
});

async function startBus(): Promise<Bus> {
  const bus = new Bus(files.url, () => {});
  await bus.open();
  open.push(bus);
  return bus;
}

/** @returns whether it came to be within five seconds */
async function until(holds: () => boolean, again: () => void = () => {}): Promise<boolean> {
  for (let round = 0; round < 500 && !holds(); round++) {
    again();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return holds();
}

test('what one process tells all of them hear, itself included', async () => {
  const [one, other] = [await startBus(), await startBus()];
  const heard: string[] = [];
  one.on('session', (body) => heard.push(`one ${body}`));
  other.on('session', (body) => heard.push(`other ${body}`));
  other.on('outbox', (body) => heard.push(`outbox ${body}`));
  one.tell('session', 'account');
  await until(() => heard.length === 2);
  expect(heard.toSorted()).toEqual(['one account', 'other account']);
});

test('once settled, a process has heard whatever had committed before', async () => {
  const bus = await startBus();
  const heard: string[] = [];
  bus.on('session', (body) => heard.push(body));
  for (let round = 0; round < 300; round++) {
    await owner.query(`select pg_notify('digione_session', $1)`, [`account ${round}`]);
    await bus.settle();
    expect(heard.at(-1)).toBe(`account ${round}`);
  }
});

test('many pokes are one message', async () => {
  const bus = await startBus();
  let pokes = 0;
  bus.on('outbox', () => {
    pokes += 1;
  });
  for (let index = 0; index < 100; index++) bus.poke();
  await until(() => pokes > 0);
  expect(pokes).toBe(1);
});

test('a process whose connection breaks hears again after a moment, and telling in between harms nothing', async () => {
  const [one, other] = [await startBus(), await startBus()];
  let heard = 0;
  other.on('session', () => {
    heard += 1;
  });
  for (let round = 1; round <= 2; round++) {
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'digione bus' and datname = current_database()`);
    one.tell('session', 'lost');
    const before = heard;
    expect(await until(() => heard > before, () => one.tell('session', 'heard'))).toBe(true);
  }
});

test('a closed bus stays closed', async () => {
  const bus = await startBus();
  await bus.close();
  await new Promise((resolve) => setTimeout(resolve, 700));
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where application_name = 'digione bus' and datname = current_database()`);
  await Promise.all(open.map((one) => one.close()));
  expect(rows[0]?.n).toBe(open.length - 1);
});

test('a signal reaches the pages of its people and of its schools, each once, and no others', async () => {
  const bus = await startBus();
  const pages = new LivePages(bus);
  const heard: string[] = [];
  const watch = (name: string, personId: string, schoolId?: string) => pages.watch({ personIds: new Set([personId]), schoolIds: new Set(schoolId === undefined ? [] : [schoolId]), send: (topics) => heard.push(`${name} ${topics.join()}`) });
  watch('mother', 'mother');
  watch('principal', 'principal', 'hill');
  const leave = watch('teacher', 'teacher', 'hill');
  watch('stranger', 'stranger', 'lake');
  bus.tell('live', JSON.stringify({ topics: ['absence'], personIds: ['mother', 'principal'], schoolIds: ['hill'] }));
  await until(() => heard.length === 3);
  expect(heard.toSorted()).toEqual(['mother absence', 'principal absence', 'teacher absence']);
  leave();
  heard.length = 0;
  bus.tell('live', JSON.stringify({ topics: ['register'], schoolIds: ['hill'] }));
  await until(() => heard.length === 1);
  expect(heard).toEqual(['principal register']);
  expect(pages.count).toBe(3);
});
