import { expect, test } from 'vitest';
import { countLessons, yearOf, type DayState } from './year.ts';

const absence = (heldOn: string, category: string | null, kind = 'absent') => ({ heldOn, kind, type: category === null ? null : { category } });

const year = (absences: ReturnType<typeof absence>[]) =>
  yearOf({
    firstDay: '2026-08-01',
    lastDay: '2027-07-31',
    today: '2026-11-24',
    breaks: [{ firstDay: '2026-10-12', lastDay: '2026-10-16' }],
    notices: [{ firstDay: '2026-11-25', lastDay: '2026-11-26' }],
    absences,
  });

const stateOn = (date: string, absences: ReturnType<typeof absence>[] = []): DayState | undefined =>
  year(absences).flatMap(({ weeks }) => weeks.flatMap(({ days }) => days)).find((day) => day.date === date)?.state;

test('the year runs from August to June, in whole weeks', () => {
  expect(year([]).map(({ month }) => month)).toEqual([8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]);
  expect(year([]).every(({ weeks }) => weeks.every(({ days }) => days.length === 5))).toBe(true);
});

test('what the days are', () => {
  expect(stateOn('2026-07-31')).toBe('outside');
  expect(stateOn('2026-09-01')).toBe('nothing');
  expect(stateOn('2026-10-13')).toBe('break');
  expect(stateOn('2026-11-25')).toBe('noticed');
  expect(stateOn('2026-11-27')).toBe('ahead');
});

test('the gravest of a day shows', () => {
  const day = '2026-11-10';
  expect(stateOn(day, [absence(day, null, 'late')])).toBe('late');
  expect(stateOn(day, [absence(day, null, 'late'), absence(day, 'illness')])).toBe('explained');
  expect(stateOn(day, [absence(day, 'unauthorised'), absence(day, 'illness')])).toBe('unauthorised');
  expect(stateOn(day, [absence(day, null), absence(day, 'unauthorised')])).toBe('open');
});

test('a Saturday is shown when it has been a school day', () => {
  expect(stateOn('2026-12-05')).toBeUndefined();
  expect(stateOn('2026-12-05', [absence('2026-12-05', 'illness')])).toBe('explained');
});

test('lessons are counted, lateness apart', () => {
  expect(countLessons([absence('2026-11-10', 'illness'), absence('2026-11-10', null), absence('2026-11-11', 'unauthorised'), absence('2026-11-11', null, 'late')])).toEqual({ explained: 1, unauthorised: 1, open: 1, late: 1 });
});
