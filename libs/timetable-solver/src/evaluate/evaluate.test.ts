import { expect, test } from 'vitest';
import { applyCostFunction, compareCosts, evaluate, sayViolation } from './evaluate.ts';
import { sayReason, SENTENCES } from './reasons.ts';
import type { AssignTime, AvoidClashes } from '../model/index.ts';
import { AINO, ALL_LESSONS, MO, place, SOFT, threeLessons } from '../testing/three-lessons.ts';

const unplaced: AssignTime = { ...SOFT, kind: 'assignTime', appliesTo: { events: [], eventGroups: [ALL_LESSONS] } };
const clash: AvoidClashes = { ...SOFT, kind: 'avoidClashes', isRequired: true, weight: 3, costFunction: 'quadratic', appliesTo: { resources: [AINO], resourceGroups: [] } };

test('required rules make infeasibility, the others the objective', () => {
  const { infeasibility, objective, violations } = evaluate(threeLessons(unplaced, clash), place({ maths: [[MO[0], 2]], pe: [[MO[0], 2]] }));
  expect({ infeasibility, objective }).toEqual({ infeasibility: 12, objective: 10 });
  expect(violations.map(({ constraint, deviation, cost, point }) => ({ constraint, deviation, cost, point }))).toEqual([
    { constraint: 0, deviation: 1, cost: 10, point: { kind: 'event', event: 1 } },
    { constraint: 1, deviation: 2, cost: 12, point: { kind: 'resource', resource: AINO } },
  ]);
});

test('a violation is said in a sentence with its sum', () => {
  const { violations } = evaluate(threeLessons(clash), place({ maths: [[MO[0], 2]], pe: [[MO[1], 2]] }));
  expect(sayViolation(violations[0]!, clash)).toBe('Aino has 2 lessons at Mo2: maths 7A, PE 7B: 1² × weight 3 = 3');
});

test('linear, quadratic, step', () => {
  expect((['linear', 'quadratic', 'step'] as const).map((name) => [0, 1, 3].map((deviation) => applyCostFunction(name, deviation)))).toEqual([
    [0, 1, 3],
    [0, 1, 9],
    [0, 1, 1],
  ]);
});

test('less infeasibility is better whatever the objective', () => {
  expect(compareCosts({ infeasibility: 0, objective: 999 }, { infeasibility: 1, objective: 0 })).toBeLessThan(0);
  expect(compareCosts({ infeasibility: 1, objective: 3 }, { infeasibility: 1, objective: 2 })).toBeGreaterThan(0);
});

test('every sentence ends up with its values', () => {
  for (const [key, sentence] of Object.entries(SENTENCES)) {
    const names = [...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]!);
    const said = sayReason({ key: key as keyof typeof SENTENCES, values: Object.fromEntries(names.map((name) => [name, `<${name}>`])) });
    expect(said).not.toMatch(/[{}]/);
  }
});

test('a solution of another shape is refused', () => {
  const school = threeLessons();
  const { events } = place({});
  expect(() => evaluate(school, { events: events.slice(1) })).toThrow('the solution has 2 events, the instance 3');
  expect(() => evaluate(school, place({ maths: [[0, 1]] }))).toThrow('the meets of event maths 7A last 1 times, its duration is 2');
  expect(() => evaluate(school, { events: events.map((meets) => meets.map((meet) => ({ ...meet, resources: [] }))) })).toThrow('0 resources');
});
