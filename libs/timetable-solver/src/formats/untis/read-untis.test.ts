import { describe, expect, test } from 'vitest';
import { evaluate } from '../../evaluate/index.ts';
import { readUntis, UntisError, type UntisFiles } from './index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Fields of GPU002.TXT by their number. */
function lesson(fields: Readonly<Record<number, string | number>>, separator = ';'): string {
  const cells = Array.from({ length: 45 }, (_, index) => fields[index + 1] ?? '').map((value) => (typeof value === 'number' ? String(value) : value === '' ? '' : `"${value}"`));
  return cells.join(separator);
}

const LESSONS = [
  lesson({ 1: 1, 2: 3, 3: 3, 4: 3, 5: '7A', 6: 'VIR', 7: 'MA', 20: '101', 28: '1', 29: '1' }),
  lesson({ 1: 2, 2: 2, 5: '7A~7B', 6: 'KOR', 7: 'LI', 8: 'SALI' }),
  lesson({ 1: 2, 2: 2, 5: '7A~7B', 6: 'NIE', 7: 'LI', 8: 'ULKO' }),
  lesson({ 1: 3, 2: 0, 5: '7B', 6: 'VIR', 7: 'OPO' }),
].join('\r\n');

const TIMETABLE = ['1;"7A";"VIR";"MA";"101";1;1;;', '1;"7A";"VIR";"MA";"101";1;2;;', '1;"7A";"VIR";"MA";"101";3;4;;', '2;"7A";"KOR";"LI";"SALI";2;1;;', '2;"7B";"NIE";"LI";"ULKO";2;1;;', '9;"7A";"KOR";"LI";"";2;5;;'].join('\r\n');

const FILES: UntisFiles = {
  lessons: latin1(LESSONS),
  timetable: latin1(TIMETABLE),
  teachers: latin1('"VIR";"Virtanen"\r\n"KOR";"Korhonen"\r\n"NIE";"Niemelä"'),
  rooms: latin1('"SALI";"Liikuntasali";"KENTTÄ";;;;4;60\r\n"KENTTÄ";"Kenttä";"SALI"\r\n"ULKO";"Ulkona"'),
};

describe('an export with semicolons in ISO-8859-1', () => {
  const { instance, solution, notes } = readUntis(FILES);

  test('coupled rows are one event with all their people and rooms', () => {
    expect(instance.events.map(({ id, name, duration }) => [id, name, duration])).toEqual([
      ['1', 'MA 7A', 3],
      ['2', 'LI 7A+7B', 2],
    ]);
    const names = instance.events[1]?.resources.map(({ resource, role }) => (resource === undefined ? role : instance.resources[resource]?.name));
    expect(names).toEqual(['Korhonen', 'Niemelä', '7A', '7B', 'Room 1 of SALI', 'Room 2 of ULKO']);
  });

  test('the timetable is taken over: a double, a single, rooms; what is missing has no time', () => {
    const roomNames = (event: number): string[][] => (solution.events[event] ?? []).map(({ resources }) => resources.map((one) => instance.resources[one]?.name ?? '-').slice(-1));
    expect(solution.events[0]?.map(({ time, duration }) => [instance.times[time]?.id, duration])).toEqual([
      ['1.1', 2],
      ['3.4', 1],
    ]);
    expect(roomNames(0)).toEqual([['101'], ['101']]);
    expect(solution.events[1]?.map(({ time }) => instance.times[time]?.id)).toEqual(['2.1', undefined]);
    // One period of lesson 2 has neither time nor its two rooms.
    expect(evaluate(instance, solution).infeasibility).toBe(3);
  });

  test('what is left out is told', () => {
    expect(notes).toEqual(['GPU002.TXT, line 4: lesson 3 has no periods and is left out', 'GPU001.TXT, line 6: lesson 9 is not among the lessons']);
  });

  test('a room has those that Untis names instead of it, however they point at each other', () => {
    const allowed = instance.constraints.flatMap((rule) => (rule.kind === 'preferResources' ? [rule.resources.map((room) => instance.resources[room]?.name)] : []));
    expect(allowed).toEqual([['101'], ['Liikuntasali', 'Kenttä'], ['Ulkona']]);
  });
});

test('commas and UTF-8 read the same', () => {
  const text = [lesson({ 1: 1, 2: 1, 5: '7Ä', 6: 'A,B', 7: 'MA' }, ',')].join('\n');
  const { instance } = readUntis({ lessons: utf8(text) }, { days: 2, periods: 4 });
  expect(instance.resources.map(({ name }) => name)).toEqual(['A,B', '7Ä']);
  expect(instance.times).toHaveLength(2 * 4);
});

test('a wrong number is refused with file and line', () => {
  expect(() => readUntis({ lessons: utf8(`${lesson({ 1: 1, 2: 1 })}\n${lesson({ 1: 'x', 2: 1 })}`) })).toThrow(new UntisError('field 1 (lesson number) should be a whole number, not “x”', 'GPU002.TXT', 2));
  expect(() => readUntis({ lessons: Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]) })).toThrow(/no text file/);
});
