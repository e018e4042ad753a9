import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import { FINNISH, GYM, MATHS, MO, PE, place, ROOM_101, threeLessons, TU } from '../testing/three-lessons.ts';
import { transferSolution, UNASSIGNED, type Instance } from './index.ts';

const before = threeLessons();
const solution = place({ maths: [[MO[0], 1, GYM], [TU[0], 1, ROOM_101]], finnish: [[MO[2]]], pe: [[TU[2], 2, GYM]] });

test('the same school takes its timetable over whole', () => {
  expect(transferSolution(before, solution, before)).toEqual({ solution, changed: [] });
});

test('what stands elsewhere in the lists is found by its id', () => {
  const after: Instance = { ...before, times: before.times.toReversed(), events: before.events.toReversed() };
  const { solution: taken, changed } = transferSolution(before, solution, after);
  expect(changed).toEqual([]);
  expect(taken.events.map((meets) => meets.map(({ time }) => after.times[time]?.id))).toEqual([['Tu3'], ['Mo3'], ['Mo1', 'Tu1']]);
});

test('a lesson that is new, longer, shorter, or whose time or room is gone is told, and left open where it must be', () => {
  const [maths, finnish, pe] = [before.events[MATHS]!, before.events[FINNISH]!, before.events[PE]!];
  const after: Instance = {
    ...before,
    times: before.times.map((time) => (time.id === 'Mo3' ? { ...time, id: 'Mo3 moved' } : time)),
    resources: before.resources.map((one) => (one.id === 'gym' ? { ...one, id: 'hall' } : one)),
    events: [{ ...maths, duration: 1 }, finnish, { ...pe, duration: 3 }, { ...finnish, id: 'art', name: 'art' }],
  };
  const { solution: taken, changed } = transferSolution(before, solution, after);
  expect(changed).toEqual([MATHS, FINNISH, PE, 3]);
  expect(taken.events.map((meets) => meets.map(({ duration, time, resources }) => [duration, time, resources.at(-1)]))).toEqual([
    [[1, MO[0], UNASSIGNED]],
    [[1, UNASSIGNED, 1]],
    [
      [2, TU[2], UNASSIGNED],
      [1, UNASSIGNED, UNASSIGNED],
    ],
    [[1, UNASSIGNED, 1]],
  ]);
  expect(() => evaluate(after, taken)).not.toThrow();
});

test('seats follow learner and section; a choice taken back has none', () => {
  const [eino, aino] = [1, 0];
  const choices = [
    { resource: eino, events: [MATHS, FINNISH] },
    { resource: aino, events: [PE] },
  ];
  const after: Instance = { ...before, choices: [{ resource: aino, events: [PE] }, { resource: aino, events: [MATHS] }] };
  expect(transferSolution({ ...before, choices }, { ...solution, seats: [FINNISH, PE] }, after).solution.seats).toEqual([PE, UNASSIGNED]);
});

test('a solution of another shape is refused', () => {
  expect(() => transferSolution(before, { events: [] }, before)).toThrow('the solution has 0 events, the instance 3');
});
