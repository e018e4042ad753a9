import { expect, test } from 'vitest';
import type { RegisterLearner } from '../../contract/index.ts';
import { countMarks, minutesLate, shownMark } from './counts.ts';

const learner = (values: Partial<RegisterLearner>): RegisterLearner => ({ personId: 'a', callName: 'A', lastName: 'A', mark: null, minutes: null, absenceTypeName: null, notice: null, ...values });

test('counts by mark; the told are unmarked, not the rest', () => {
  const learners = [learner({ mark: 'present' }), learner({ mark: 'left-early' }), learner({ mark: 'late' }), learner({}), learner({ notice: { typeName: {} } })];
  expect(countMarks({ learners })).toEqual({ present: 1, absent: 0, partly: 2, unmarked: 2, rest: 1 });
});

test('what the home told shows as absent until the teacher says otherwise', () => {
  expect(shownMark(learner({}))).toBeNull();
  expect(shownMark(learner({ notice: { typeName: {} } }))).toBe('absent');
  expect(shownMark(learner({ notice: { typeName: {} }, mark: 'present' }))).toBe('present');
});

test.each([
  ['09:20', 20],
  ['09:00', 5],
  ['08:59', 5],
  ['09:45', 5],
  [undefined, 5],
])('at %s a learner is late by %s minutes', (time, minutes) => {
  expect(minutesLate('09:00', '09:45', time)).toBe(minutes);
});
