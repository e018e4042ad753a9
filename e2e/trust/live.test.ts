import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TODAY } from './city/facts.ts';
import { createTrustWorld, type TrustWorld, type Who } from './fixture.ts';
import { Newcomers } from './idempotency/newcomers.ts';
import { RECIPES } from './idempotency/recipes.ts';
import { requestTo } from './request.ts';

let world: TrustWorld;
const streams: Stream[] = [];
/** Of somebody to whom nothing happens but the sign that all has been told. */
let last: Stream;
beforeAll(async () => {
  world = await createTrustWorld({ listens: true });
  last = await open({ city: world.north, person: 'expert' });
});
afterAll(async () => {
  for (const stream of streams) stream.close();
  await world.close();
});

interface Stream {
  readonly person: string;
  /** Each event as it came: its name and its data. */
  readonly events: { event: string; data: string }[];
  close(): void;
}

/** Opens the page's stream of live updates. */
async function open(who: Who): Promise<Stream> {
  const { port } = world.server.app.server.address() as AddressInfo;
  const { token } = await world.client(who);
  const stopped = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/live`, { headers: { authorization: `Bearer ${token}` }, signal: stopped.signal });
  const events: Stream['events'] = [];
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString();
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        if (event !== undefined) events.push({ event, data: /^data: (.*)$/m.exec(block)?.[1] ?? '' });
      }
    }
  };
  read().catch(() => {});
  const stream = { person: `${who.city.key}/${who.person}`, events, close: () => stopped.abort() };
  streams.push(stream);
  return stream;
}

const heard = ({ events }: Stream) => events.filter(({ event }) => event !== 'open');
const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until everything written has been told to the open pages: a last sign comes through on a stream of its own. */
async function told(): Promise<void> {
  await world.settle();
  const before = heard(last).length;
  world.server.kernel.bus.tell('live', JSON.stringify({ topics: ['end'], personIds: [world.north.idOf('person', 'expert')] }));
  for (let round = 0; round < 300 && heard(last).length === before; round++) await moment(10);
}

const of = (city: 'north' | 'south', ...people: string[]): Who[] => people.map((person) => ({ city: world[city], person }));

/** Have nothing to do with what happens below, or nothing any more. */
const outsiders = () => [
  ...of('north', 'stranger', 'vendor', 'platform-operator', 'father-without-rights', 'blocked-aunt', 'blocked-and-informed', 'former-guardian', 'future-guardian', 'parent-of-new-adult', 'parent-at-other-school', 'protected-outcast', 'principal@lake', 'teacher@lake', 'other-school', 'former-teacher@hill', 'future-teacher@hill'),
  ...of('south', 'mother', 'child', 'principal@hill', 'teaches-5a', 'main-user'),
];

test('whatever happens, the pages of those it does not concern stay silent, and no page hears more than topics', async () => {
  const silent = await Promise.all(outsiders().map(open));
  const concerned = await Promise.all(of('north', 'mother', 'teaches-5a', 'school-secretary@hill').map(open));
  const made = new Newcomers(world.north);
  // What the outsiders do themselves is no part of this.
  for (const [id, recipe] of Object.entries(RECIPES)) {
    const attempt = await recipe(made);
    const endpoint = world.server.app.endpoints.find((route) => route.endpoint.id === id)?.endpoint;
    if (endpoint === undefined) throw new Error(`There is no ${id}.`);
    const { token } = await world.client({ city: world.north, person: attempt.person });
    const { status } = await world.send(
      token,
      requestTo(endpoint, {
        educationProviderId: world.north.educationProviderId,
        params: attempt.params ?? {},
        query: {},
        body: attempt.body,
        headers: { 'idempotency-key': randomUUID(), ...(attempt.ifMatch === undefined ? {} : { 'if-match': attempt.ifMatch }) },
      }),
    );
    expect(status, id).toBe(endpoint.status);
  }
  await told();
  expect(silent.filter((stream) => heard(stream).length > 0).map(({ person }) => person)).toEqual([]);
  expect(concerned.filter((stream) => heard(stream).length === 0).map(({ person }) => person)).toEqual([]);
  for (const { data } of streams.flatMap(heard)) expect(JSON.parse(data)).toEqual({ topics: expect.arrayContaining([expect.stringMatching(/^[a-z-]+$/)]) as string[] });
});

test('a mark in the register reaches the child and the guardians who may know, no others, and the address of nobody', async () => {
  const { north } = world;
  const ask = async (people: Who[]) => Promise.all(people.map(open));
  const knowing = await ask(of('north', 'child', 'mother', 'informed-father', 'unblocked-uncle', 'blocked-from-tomorrow'));
  const kept = await ask([...of('north', 'father-without-rights', 'blocked-aunt', 'blocked-and-informed', 'former-guardian', 'future-guardian', 'parent-of-other-class', 'classmate'), ...of('south', 'mother', 'informed-father')]);
  const teacher = await world.client({ city: north, person: 'teaches-5a' });
  const url = `${north.base}/lessons/${north.idOf('lesson', 'running math5a')}/${TODAY}/register`;
  const marks = [{ learnerId: north.idOf('person', 'child'), mark: 'absent' }];
  expect((await teacher.put(url, { marks }, { 'if-match': '"v0"' })).status).toBe(200);
  await told();
  expect(knowing.filter((stream) => !heard(stream).some(({ data }) => data.includes('"absence"'))).map(({ person }) => person)).toEqual([]);
  expect(kept.filter((stream) => heard(stream).length > 0).map(({ person }) => person)).toEqual([]);
});

test('who is signed out hears no more', async () => {
  const who = { city: world.north, person: 'homeroom-teacher-5a' };
  const stream = await open(who);
  const client = await world.client(who);
  expect((await client.post('/api/sign-out-everywhere')).status).toBe(200);
  await told();
  const before = heard(stream).length;
  world.server.kernel.bus.tell('live', JSON.stringify({ topics: ['absence'], personIds: [world.north.idOf('person', who.person)] }));
  await told();
  expect(heard(stream).length).toBe(before);
});
