import { describe, expect, test } from 'vitest';
import type { PlanUnit } from '../../contract/index.ts';
import { mondayAway, placeUnits, weeksOf } from './weeks.ts';

const lesson = (heldOn: string) => ({ weeklyLessonId: 'w', heldOn, startsAt: '09:00' });
const LESSONS = ['2026-12-07', '2026-12-10', '2026-12-14', '2027-01-11'].map(lesson);
const CHRISTMAS = { name: { fi: 'Joululoma' }, startsOn: '2026-12-21', endsOn: '2027-01-06' };

const unit = (name: string, ...days: string[]): PlanUnit => ({
  planUnitId: name,
  name,
  notes: null,
  startsOn: days[0] ?? '2026-12-07',
  lessonCount: days.length,
  endsOn: days.at(-1) ?? null,
  objectiveKeys: [],
  contentKeys: [],
  links: [],
  version: 1,
  changedBy: { personId: 'p', callName: 'T', lastName: 'V' },
  changedAt: '2026-11-24T07:20:00.000Z',
  lessons: days.map((heldOn, index) => ({ lessonNo: index + 1, weeklyLessonId: 'w', heldOn, title: null, notes: null, objectiveKeys: [], links: [], version: 0, changedBy: null, changedAt: null })),
});

describe('the board', () => {
  const weeks = weeksOf({ lessons: LESSONS, breaks: [CHRISTMAS] });

  test('has every week from the first lesson to the last, with its lessons and holidays', () => {
    expect(weeks.map(({ week, lessons, holiday }) => [week, lessons, holiday?.fi ?? ''])).toEqual([
      [50, 2, ''],
      [51, 1, ''],
      [52, 0, 'Joululoma'],
      [53, 0, 'Joululoma'],
      [1, 0, 'Joululoma'],
      [2, 1, ''],
    ]);
    expect(weeksOf({ lessons: [], breaks: [] })).toEqual([]);
  });

  test('puts units that run at the same time side by side, others under each other', () => {
    const placed = placeUnits([unit('a', '2026-12-07', '2026-12-14'), unit('b', '2026-12-10'), unit('c', '2027-01-11')], weeks);
    expect(placed.map(({ unit: { name }, from, to, lane }) => [name, from, to, lane])).toEqual([
      ['a', 0, 1, 0],
      ['b', 0, 0, 1],
      ['c', 5, 5, 0],
    ]);
  });

  test('a unit is not moved out of the year', () => {
    expect(mondayAway(weeks, 0, 1)).toBe('2026-12-14');
    expect(mondayAway(weeks, 0, -1)).toBeUndefined();
    expect(mondayAway(weeks, 5, 1)).toBeUndefined();
  });
});
