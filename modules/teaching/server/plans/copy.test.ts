import { expect, test } from 'vitest';
import { shifted } from './copy.ts';

const YEAR = { startsOn: '2026-08-01', endsOn: '2027-07-31' };
const LESSONS = ['2026-08-12', '2026-08-19', '2026-09-02', '2026-09-09'].map((heldOn) => ({ heldOn }));
const unit = (startsOn: string, lessonCount = 2) => ({ startsOn, lessonCount });

test('a unit of the year before comes into the same week of this one', () => {
  // 1.8.2025 was a Friday, 1.8.2026 is a Saturday: 52 weeks lie between them.
  expect(shifted(unit('2025-09-03'), '2025-08-01', YEAR, LESSONS)).toEqual(unit('2026-09-02'));
});

test('in the same year nothing moves', () => {
  expect(shifted(unit('2026-08-19'), '2026-08-01', YEAR, LESSONS)).toEqual(unit('2026-08-19'));
});

test('a unit that is longer than what is left becomes shorter, one after the last lesson is left out', () => {
  expect(shifted(unit('2026-09-02', 9), '2026-08-01', YEAR, LESSONS)).toEqual(unit('2026-09-02', 2));
  expect(shifted(unit('2026-10-01'), '2026-08-01', YEAR, LESSONS)).toBeUndefined();
});
