import { expect, test } from 'vitest';
import { hoursOf, layOutDay, type WeekLesson } from './week-layout.ts';

const lesson = (id: string, from: string, to: string): WeekLesson => ({ id, date: '2026-11-24', from, to, title: id, subjectCode: 'MA' });
const place = (...lessons: WeekLesson[]) => layOutDay(lessons, 8 * 60).map(({ lesson: { id }, firstRow, lastRow, lane, lanes }) => ({ id, firstRow, lastRow, lane, lanes }));

test('a lesson stands at its time, five minutes a row', () => {
  expect(place(lesson('a', '08:15', '09:00'))).toEqual([{ id: 'a', firstRow: 4, lastRow: 13, lane: 0, lanes: 1 }]);
});

test('lessons after each other have the full width', () => {
  expect(place(lesson('a', '08:00', '09:00'), lesson('b', '09:00', '10:00')).map((one) => one.lanes)).toEqual([1, 1]);
});

test('overlapping lessons share the width, a freed lane is used again', () => {
  const placed = place(lesson('long', '08:00', '10:00'), lesson('first', '08:00', '09:00'), lesson('second', '09:00', '10:00'));
  expect(placed.map(({ id, lane, lanes }) => [id, lane, lanes])).toEqual([
    ['long', 0, 2],
    ['first', 1, 2],
    ['second', 1, 2],
  ]);
});

test('a lesson of no length is still to be seen', () => {
  expect(place(lesson('a', '08:00', '08:00'))[0]).toMatchObject({ firstRow: 1, lastRow: 2 });
});

test('the picture reaches from the first lesson to the last, and shows a school day when there are none', () => {
  expect(hoursOf([])).toEqual({ first: 8, last: 14 });
  expect(hoursOf([lesson('early', '07:45', '08:30'), lesson('late', '15:00', '16:05')])).toEqual({ first: 7, last: 17 });
});
