import { expect, test, vi } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import { writeCsv } from '../formats/csv/index.ts';
import { writeCalendar } from '../formats/ics/index.ts';
import { readTrayFile } from '../formats/tray/index.ts';
import { readUntis } from '../formats/untis/index.ts';
import { solveSchool } from '../testing/small-school.ts';
import { solveTray } from '../tray/index.ts';

/** From the files a school has to the files its people open. */

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A row of GPU002.TXT: number, periods a week, class, teacher, subject, room, doubles. */
const lesson = (number: number, periods: number, group: string, teacher: string, subject: string, room = '', doubles = ''): string => {
  const fields: Record<number, string> = { 1: String(number), 2: String(periods), 5: `"${group}"`, 6: `"${teacher}"`, 7: `"${subject}"`, 8: `"${room}"`, 28: doubles, 29: doubles };
  return Array.from({ length: 30 }, (_, index) => fields[index + 1] ?? '').join(';');
};

test('an export of Untis is solved, and its timetable opened in a calendar and a spreadsheet', async () => {
  const lessons = [lesson(1, 3, '7A', 'VIR', 'MA'), lesson(2, 2, '7A~7B', 'KOR', 'LI', 'SALI', '1'), lesson(2, 2, '7A~7B', 'NIE', 'LI', 'ULKO'), lesson(3, 3, '7B', 'VIR', 'MA')].join('\r\n');
  const { instance, solution: before } = readUntis({ lessons: bytes(lessons) }, { days: 3, periods: 4 });
  expect(evaluate(instance, before).infeasibility).toBeGreaterThan(0);
  const { cost, solution } = await solveSchool(instance);
  expect(cost).toEqual({ infeasibility: 0, objective: 0 });

  const teacher = instance.resources.findIndex(({ name }) => name === 'KOR');
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date, timeGroup) => ({ date: date as `${number}-${number}-${number}`, timeGroup }));
  const clock = instance.times.map((_, time) => ({ start: `${String(8 + (time % 4)).padStart(2, '0')}:00`, end: `${String(8 + (time % 4)).padStart(2, '0')}:45` }));
  const calendar = writeCalendar(instance, solution, teacher, { days, clock, made: '2026-11-01T00:00:00Z', domain: 'school.example', name: 'KOR' });
  // A double lesson is one event.
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(calendar).toMatch(/SUMMARY:LI 7A\+7B\r\nLOCATION:SALI\\, ULKO/);
  expect(writeCsv(instance, solution).split('\r\n').filter((row) => row.includes('LI 7A+7B'))).toHaveLength(1);
});

test('a learner’s own table has the sections of the tray the learner has seats in', () => {
  const { instance } = readTrayFile(
    JSON.stringify({
      format: 'digione-tray',
      version: 1,
      id: 'lukio',
      periods: [{ id: '1', bars: ['1A', '1B'] }],
      teachers: [{ id: 'AHO' }],
      courses: [{ id: 'MAA2', seats: 1, teachers: ['AHO'] }],
      learners: [{ id: 'L1', choices: ['MAA2'] }, { id: 'L2', choices: ['MAA2'] }],
    }),
  );
  const { solution, met } = solveTray(instance, { moves: 100 });
  expect(met).toBe(2);
  const rows = [0, 1].map((learner) => writeCsv(instance, solution, learner).trim().split('\r\n').slice(1));
  expect(rows.flat().sort().map((row) => row.replace(/1[AB]/, '1x'))).toEqual(['MAA2.1;MAA2.1;1x;1;AHO;', 'MAA2.2;MAA2.2;1x;1;AHO;']);
  expect(rows.map(({ length }) => length)).toEqual([1, 1]);
  const calendar = writeCalendar(instance, solution, 0, { days: [{ date: '2026-11-23', timeGroup: 0 }], clock: [1, 2].map((hour) => ({ start: `1${hour}:00`, end: `1${hour}:45` })), made: '2026-11-01T00:00:00Z', domain: 'school.example', name: 'L1' });
  expect(calendar.match(/SUMMARY:MAA2\.\d/g)).toHaveLength(1);
});
