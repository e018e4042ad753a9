import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { AINO, MO, place, ROOM_101, threeLessons, TU } from '../../testing/three-lessons.ts';
import { writeCsv } from './write-csv.ts';

const solution = place({ maths: [[TU[1], 2, ROOM_101]], finnish: [[MO[0]]] });

test('a row per meet in the order of the week; what has no time comes last', () => {
  expect(writeCsv(threeLessons(), solution)).toBe(
    [
      '\uFEFFId;Event;Time;Duration;Teacher;Class;Room',
      'Finnish 7A;Finnish 7A;Mo1;1;Eino;7A;',
      'maths 7A;maths 7A;Tu2;2;Aino;7A;101',
      'PE 7B;PE 7B;;2;Aino;7B;',
      '',
    ].join('\r\n'),
  );
});

test('one person’s rows alone', () => {
  expect(writeCsv(threeLessons(), solution, AINO).match(/Finnish/g)).toBeNull();
});

test('separators, quotes and what a spreadsheet would run are made harmless', () => {
  const instance = threeLessons();
  const events = instance.events.map((event, index) => ({ ...event, name: ['=1+1', 'a;b "c"', 'x\ny'][index] ?? '' }));
  const rows: string[][] = parse(writeCsv({ ...instance, events }, solution), { bom: true, delimiter: ';' });
  expect(rows.slice(1).map(([, name]) => name)).toEqual(['a;b "c"', "'=1+1", 'x\ny']);
});
