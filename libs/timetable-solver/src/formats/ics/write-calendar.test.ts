import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AINO, CLASS_7B, GYM, MO, MONDAY, place, ROOM_101, threeLessons, TU, TUESDAY } from '../../testing/three-lessons.ts';
import { findSeries } from './dates.ts';
import { foldLine } from './fold.ts';
import { writeCalendar, type SchoolCalendar } from './index.ts';

const CLOCK = ['08:15', '09:15', '10:15', '12:00'].map((start) => ({ start, end: `${start.slice(0, 2)}:59` }));

const AUTUMN: SchoolCalendar = {
  // The autumn break takes week 42; summer time ends on 25 October.
  days: ['2026-10-05', '2026-10-19', '2026-10-26', '2026-11-02'].map((date) => ({ date, timeGroup: MONDAY })).concat([{ date: '2026-10-06', timeGroup: TUESDAY }]),
  clock: [...CLOCK, ...CLOCK],
  made: '2026-08-01T06:00:00.000Z',
  domain: 'school.example',
  name: 'Aino; timetable',
};

const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
const listEvents = (text: string): string[][] =>
  unfold(text)
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map((event) => (event.split('END:VEVENT')[0] ?? '').trim().split('\n'));

describe('a teacher’s calendar', () => {
  const instance = threeLessons();
  const solution = place({ maths: [[MO[1], 2, ROOM_101]], finnish: [[MO[0]]], pe: [[TU[3], 1, GYM], [-1, 1]] });
  const text = writeCalendar(instance, solution, AINO, AUTUMN);

  test('has her lessons that have a time, in order, and nobody else’s', () => {
    expect(listEvents(text)).toEqual([
      [
        'UID:maths 7A-1-20261005@school.example',
        'DTSTAMP:20260801T060000Z',
        'DTSTART;TZID=Europe/Helsinki:20261005T091500',
        'DTEND;TZID=Europe/Helsinki:20261005T105900',
        'RRULE:FREQ=WEEKLY;UNTIL=20261102T235959Z',
        'EXDATE;TZID=Europe/Helsinki:20261012T091500',
        'SUMMARY:maths 7A',
        'LOCATION:101',
        'DESCRIPTION:7A\\, Aino',
      ],
      [
        'UID:PE 7B-7-20261006@school.example',
        'DTSTAMP:20260801T060000Z',
        'DTSTART;TZID=Europe/Helsinki:20261006T120000',
        'DTEND;TZID=Europe/Helsinki:20261006T125900',
        'SUMMARY:PE 7B',
        'LOCATION:gym',
        'DESCRIPTION:7B\\, Aino',
      ],
    ]);
  });

  test('carries Finland’s summer time, is framed and escaped', () => {
    const lines = unfold(text);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines).toContain('X-WR-CALNAME:Aino\\; timetable');
    expect(lines.filter((line) => line.startsWith('TZOFFSETTO'))).toEqual(['TZOFFSETTO:+0300', 'TZOFFSETTO:+0200']);
  });

  test('a class and a room have theirs', () => {
    const summaries = (resource: number): string[] => listEvents(writeCalendar(instance, solution, resource, AUTUMN)).map((lines) => lines.find((line) => line.startsWith('SUMMARY')) ?? '');
    expect(summaries(CLASS_7B)).toEqual(['SUMMARY:PE 7B']);
    expect(summaries(ROOM_101)).toEqual(['SUMMARY:maths 7A']);
  });

  test('a time of day that is none is refused', () => {
    expect(() => writeCalendar(instance, solution, AINO, { ...AUTUMN, clock: [] })).toThrow('has no clock');
  });
});

test('weeks A and B are a series of every second week; what is missing within it is an exception', () => {
  expect(findSeries(['2026-08-10', '2026-08-24', '2026-09-21', '2026-08-11'])).toEqual([
    { first: '2026-08-10', last: '2026-09-21', interval: 2, except: ['2026-09-07'] },
    { first: '2026-08-11', last: '2026-08-11', interval: 1, except: [] },
  ]);
});

test('no line is longer than 75 octets, no letter is cut and unfolding gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\r\n]/.test(text)), (text) => {
      const folded = foldLine(text);
      for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(folded).not.toContain('\uFFFD');
      expect(folded.replaceAll('\r\n ', '')).toBe(`${text}\r\n`);
    }),
  );
});

test('a day that is not in the calendar is refused', () => {
  for (const date of ['2026-02-30', '2026-13-01', '5.10.2026']) expect(() => findSeries([date])).toThrow('is no date');
});
