import { expect, test, vi } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import type { Constraint, Instance } from '../model/index.ts';
import { solve } from './index.ts';
import { drawInstance } from './testing/random-instance.ts';

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

const everyEvent = (instance: Instance): { events: number[]; eventGroups: never[] } => ({ events: [...instance.events.keys()], eventGroups: [] });

/** Two classes share three teachers over two days of four lessons: full days, no clashes, no gaps. */
function smallSchool(): Instance {
  const drawn = drawInstance(1);
  const times = Array.from({ length: 8 }, (_, time) => ({ id: `t${time}`, name: `t${time}` }));
  const resources = ['7A', '7B', 'Aho', 'Berg', 'Ceder'].map((name, index) => ({ id: name, name, type: index < 2 ? 0 : 1 }));
  const events = Array.from({ length: 16 }, (_, event) => ({
    id: `e${event}`,
    name: `e${event}`,
    duration: 1,
    resources: [
      { type: 0, resource: event % 2 },
      { type: 1, resource: 2 + (Math.floor(event / 2) % 3) },
    ],
  }));
  const instance = {
    ...drawn,
    times,
    timeGroups: [0, 1].map((day) => ({ id: `d${day}`, name: `d${day}`, kind: 'day' as const, times: [0, 1, 2, 3].map((period) => day * 4 + period) })),
    resources,
    resourceGroups: [],
    events,
    eventGroups: [],
    constraints: [],
  };
  const base = { name: '', weight: 1, costFunction: 'linear' as const };
  const constraints: Constraint[] = [
    { ...base, id: 'assign', kind: 'assignTime', isRequired: true, appliesTo: everyEvent(instance) },
    { ...base, id: 'clash', kind: 'avoidClashes', isRequired: true, appliesTo: { resources: [0, 1, 2, 3, 4], resourceGroups: [] } },
    { ...base, id: 'idle', kind: 'limitIdleTimes', isRequired: false, appliesTo: { resources: [2, 3, 4], resourceGroups: [] }, timeGroups: [0, 1], limits: { minimum: 0, maximum: 0 } },
  ];
  return { ...instance, constraints };
}

test('a school that can be timetabled without fault is', async () => {
  const instance = smallSchool();
  const { cost, solution, secondsToFeasible, curve } = await solve(instance, { iterations: 200_000, seconds: 20 }).result;
  expect(cost.infeasibility).toBe(0);
  expect(evaluate(instance, solution)).toMatchObject(cost);
  expect(secondsToFeasible).toBeGreaterThan(0);
  expect(curve.at(-1)).toMatchObject(cost);
});

test('the same seed and number of moves give the same timetable', async () => {
  const instance = drawInstance(7);
  const [one, other] = await Promise.all([1, 2].map(() => solve(instance, { iterations: 5000, seed: 5 }).result));
  expect(one?.solution).toEqual(other?.solution);
  const another = await solve(instance, { iterations: 5000, seed: 6 }).result;
  expect(another.moves).toBe(one?.moves);
});

test('two threads give the better of their timetables', async () => {
  const instance = drawInstance(8);
  const { cost, solution, threads } = await solve(instance, { iterations: 10_000, threads: 2 }).result;
  expect(threads).toBe(2);
  expect(evaluate(instance, solution)).toMatchObject(cost);
});

test('a paused search stands still, goes on, and ends with the best so far when cancelled', async () => {
  const moves: number[] = [];
  const handle = solve(drawInstance(7), { seconds: 30, onProgress: (progress) => moves.push(progress.moves) });
  await expect.poll(() => moves.length, { timeout: 30_000 }).toBeGreaterThan(0);
  handle.pause();
  await new Promise((done) => setTimeout(done, 300));
  const before = moves.length;
  await new Promise((done) => setTimeout(done, 900));
  expect(moves.length).toBe(before);
  handle.resume();
  await expect.poll(() => moves.length, { timeout: 30_000 }).toBeGreaterThan(before);
  handle.cancel();
  const { wasCancelled, wallSeconds, cost, solution } = await handle.result;
  expect(wasCancelled).toBe(true);
  // The pause of over a second is no part of it.
  expect(wallSeconds).toBeLessThan(5);
  expect(evaluate(drawInstance(7), solution)).toMatchObject(cost);
});

test('locked events stay where the warm start has them, and it is never made worse', async () => {
  const instance = smallSchool();
  const first = await solve(instance, { iterations: 2000, seed: 1 }).result;
  const locked = [0, 3, 5, 8];
  const again = await solve(instance, { iterations: 20_000, seed: 2, warmStart: first.solution, locks: { times: locked } }).result;
  for (const event of locked) expect(again.solution.events[event]).toEqual(first.solution.events[event]);
  expect(again.cost.infeasibility * 1e6 + again.cost.objective).toBeLessThanOrEqual(first.cost.infeasibility * 1e6 + first.cost.objective);
});

test('a constraint the search does not know is refused by name', () => {
  const instance = smallSchool();
  // A kind the model has not: what a newer version of it might hold.
  const unknown = { ...instance.constraints[0], kind: 'haveNiceDay', id: 'nice' } as unknown as Constraint;
  expect(() => solve({ ...instance, constraints: [unknown] })).toThrow('cannot optimise haveNiceDay yet (constraint nice)');
});
