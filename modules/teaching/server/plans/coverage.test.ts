import { describe, expect, test } from 'vitest';
import { countStates, coverage, overAmong, stateOf } from './coverage.ts';
import { overByWeekday } from './over.ts';
import { firstFrom, lessonsOf, numberOf } from './place.ts';

const lesson = (heldOn: string, isOver: boolean, weeklyLessonId = 'mon') => ({ heldOn, isOver, weeklyLessonId });
/** Two a week; the second week's first is left out by a holiday. */
const YEAR = [lesson('2026-11-02', true), lesson('2026-11-05', true, 'thu'), lesson('2026-11-12', true, 'thu'), lesson('2026-11-16', false), lesson('2026-11-19', false, 'thu')];

describe('a unit on the lessons', () => {
  test('takes the group’s lessons from its first day on, over holidays', () => {
    expect(firstFrom(YEAR, '2026-11-06')).toBe(2);
    expect(lessonsOf({ startsOn: '2026-11-05', lessonCount: 3 }, YEAR).map((one) => one?.heldOn)).toEqual(['2026-11-05', '2026-11-12', '2026-11-16']);
  });

  test('moved by a week its lessons follow; what does not fit in has no lesson', () => {
    expect(lessonsOf({ startsOn: '2026-11-16', lessonCount: 3 }, YEAR).map((one) => one?.heldOn)).toEqual(['2026-11-16', '2026-11-19', undefined]);
    expect(lessonsOf({ startsOn: '2027-01-01', lessonCount: 1 }, YEAR)).toEqual([undefined]);
  });

  test('knows which of its lessons is held when', () => {
    const unit = { startsOn: '2026-11-03', lessonCount: 2 };
    expect(numberOf(unit, YEAR, { weeklyLessonId: 'thu', heldOn: '2026-11-12' })).toBe(2);
    expect(numberOf(unit, YEAR, { weeklyLessonId: 'mon', heldOn: '2026-11-16' })).toBeUndefined();
  });
});

test('lessons that are over are counted by weekday as they are one by one', () => {
  const days = { 1: ['2026-11-02', '2026-11-16', '2026-11-23'], 4: ['2026-11-05', '2026-11-12', '2026-11-19'] };
  const weekly = [{ weekday: 1, from: '2026-08-01', to: '2027-08-01', isOverToday: false }, { weekday: 4, from: '2026-11-10', to: '2027-08-01', isOverToday: true }];
  const over = overByWeekday(weekly, new Map(Object.entries(days).map(([day, list]) => [Number(day), list])), '2026-11-19');
  // Mondays 2nd and 16th; Thursdays from the 10th on: 12th and, ended already, today's.
  expect(['2026-11-01', '2026-11-06', '2026-11-13', '2026-11-19', '2026-11-20'].map(over)).toEqual([4, 3, 2, 1, 0]);
});

describe('coverage', () => {
  const unit = { startsOn: '2026-11-05', lessonCount: 3, objectiveKeys: ['T1', 'T2'], lessons: [{ lessonNo: 3, objectiveKeys: ['T3'] }, { lessonNo: 1, objectiveKeys: [] }] };

  test('a lesson has its unit’s objectives unless it has its own', () => {
    const covered = coverage([unit], overAmong(YEAR));
    expect(Object.fromEntries(covered)).toEqual({ T1: { lessons: 2, over: 2 }, T2: { lessons: 2, over: 2 }, T3: { lessons: 1, over: 0 } });
    expect(['T1', 'T3', 'T9'].map((key) => stateOf(covered.get(key)))).toEqual(['taught', 'planned', 'missing']);
    expect(countStates(['T1', 'T3', 'T9'], covered)).toEqual({ objectives: 3, planned: 2, taught: 1 });
  });

  test('units together; a lesson that does not fit in is planned and never taught', () => {
    const late = { startsOn: '2026-11-19', lessonCount: 4, objectiveKeys: ['T1'], lessons: [] };
    expect(coverage([unit, late], overAmong(YEAR)).get('T1')).toEqual({ lessons: 6, over: 2 });
    expect(coverage([late], overAmong([])).get('T1')).toEqual({ lessons: 4, over: 0 });
  });
});
