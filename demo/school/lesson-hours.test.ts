import { describe, expect, it } from 'vitest';
import { electiveBands, lessonHours, weeklyLessonsOf } from './lesson-hours.ts';

const sum = (subjects: readonly string[], from: number, to: number): number => {
  let total = 0;
  for (let level = from; level <= to; level++) for (const [subject, hours] of lessonHours[level] ?? []) if (subjects.includes(subject)) total += hours;
  return total;
};

describe('the lesson-hour distribution', () => {
  it('meets the weekly minima of Decree 112/2023', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(weeklyLessonsOf)).toEqual([20, 20, 22, 24, 25, 25, 30, 29, 30]);
  });

  // Decree 422/2012, section 6: minimum weekly lessons per year by grade band 1–2, 3–6, 7–9.
  it.each([
    [['AI'], 14, 18, 10],
    [['A1'], 2, 9, 7],
    [['B1'], 0, 2, 4],
    [['MA'], 6, 15, 11],
    [['YL'], 4, 10, 0],
    [['BI', 'GE'], 0, 0, 7],
    [['FY', 'KE'], 0, 0, 7],
    [['TE'], 0, 0, 3],
    [['KT'], 2, 5, 3],
    [['HI', 'YH'], 0, 5, 7],
    [['MU'], 2, 4, 2],
    [['KU'], 2, 5, 2],
    [['KS'], 4, 5, 2],
    [['LI'], 4, 9, 7],
    [['KO'], 0, 0, 3],
    [['OP'], 0, 0, 2],
  ])('%s meets the minima of its grade bands', (subjects, first, second, third) => {
    expect(sum(subjects, 1, 2)).toBeGreaterThanOrEqual(first);
    expect(sum(subjects, 3, 6)).toBeGreaterThanOrEqual(second);
    expect(sum(subjects, 7, 9)).toBeGreaterThanOrEqual(third);
  });

  it('has electives in grades 8 and 9', () => {
    expect(Object.keys(electiveBands)).toEqual(['8', '9']);
  });
});
