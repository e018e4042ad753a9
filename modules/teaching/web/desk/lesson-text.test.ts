import { expect, test } from 'vitest';
import { momentOf } from './lesson-text.ts';

const first = { id: 1, startsAt: '08:15', endsAt: '09:00' };
const second = { id: 2, startsAt: '09:00', endsAt: '09:45' };
const third = { id: 3, startsAt: '12:00', endsAt: '12:45' };
const day = [first, second, third];

test.each([
  ['07:00', 'next', 1],
  ['08:10', 'running', 1],
  ['08:20', 'running', 1],
  ['08:56', 'running', 2],
  ['09:00', 'running', 2],
  ['09:45', 'next', 3],
  ['12:44', 'running', 3],
])('at %s: %s lesson %s', (time, kind, id) => {
  expect(momentOf(day, time)).toMatchObject({ kind, lesson: { id } });
});

test('after the last lesson the day is over; without lessons it is free', () => {
  expect(momentOf(day, '12:45')).toEqual({ kind: 'over' });
  expect(momentOf([], '10:00')).toEqual({ kind: 'free' });
});
