import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { Instance, LimitWorkload } from '../model/index.ts';
import { AINO, FINE, judge, place, SOFT, threeLessons } from '../testing/three-lessons.ts';

const rule: LimitWorkload = { ...SOFT, kind: 'limitWorkload', appliesTo: { resources: [AINO], resourceGroups: [] }, limits: { minimum: 4, maximum: 4 } };

test('a work load as agreed costs nothing, whether or not the lessons have a time', () => {
  expect(judge(rule, {})).toEqual(FINE);
});

test('what is above or below costs', () => {
  expect(judge({ ...rule, limits: { minimum: 0, maximum: 1 } }, {})).toEqual({ deviations: [3], cost: 30, said: ['Aino has a work load of 4, at most 1 wanted'] });
  expect(judge({ ...rule, limits: { minimum: 6, maximum: 9 } }, {})).toEqual({ deviations: [2], cost: 20, said: ['Aino has a work load of 4, at least 6 wanted'] });
});

test('fractions are rounded up once, at the end', () => {
  const school = threeLessons({ ...rule, limits: { minimum: 0, maximum: 2 } });
  // Maths weighs 1 for its two times, PE 2 by its duration: 3 in all, half a unit per meet of maths.
  const events: Instance['events'] = school.events.map((event, index) => (index === 0 ? { ...event, workload: 1 } : event));
  const { violations } = evaluate({ ...school, events }, place({ maths: [[-1], [-1]] }));
  expect(violations.map(({ deviation }) => deviation)).toEqual([1]);
  const thirds = events.map((event, index) => (index === 0 ? { ...event, workload: 0.5 } : event));
  expect(evaluate({ ...school, events: thirds }, place({})).violations.map(({ deviation }) => deviation)).toEqual([1]);
});
