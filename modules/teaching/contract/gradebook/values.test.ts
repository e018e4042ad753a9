import { describe, expect, test } from 'vitest';
import { MARKS, numberOfMark, readMark, readValue } from './values.ts';

test('quarter steps from 4 to 10+, each written in one way', () => {
  expect(MARKS.join(' ')).toBe('4 4+ 4½ 5- 5 5+ 5½ 6- 6 6+ 6½ 7- 7 7+ 7½ 8- 8 8+ 8½ 9- 9 9+ 9½ 10- 10 10+');
  expect(MARKS.map(numberOfMark)).toEqual(Array.from({ length: 26 }, (_, step) => 4 + step / 4));
});

test.each([
  ['7', '7'],
  [' 7+ ', '7+'],
  ['7.5', '7½'],
  ['7,50', '7½'],
  ['7 1/2', '7½'],
  ['7½', '7½'],
  ['7,25', '7+'],
  ['7.75', '8-'],
  ['9,75', '10-'],
  ['8−', '8-'],
  ['8–', '8-'],
  ['10+', '10+'],
  ['10,0', '10'],
])('%s is the mark %s', (typed, mark) => expect(readMark(typed)).toBe(mark));

test.each(['3', '3+', '4-', '3,75', '11', '10½', '10,5', '7,3', '7++', 'S', 'hyvä', '07', '7.5.', '-7', '1e1', ''])('%s is no mark', (typed) => expect(readMark(typed)).toBeUndefined());

describe('other scales', () => {
  test('S, H and O in any case', () => {
    expect(['s', 'H', ' o '].map((typed) => readValue('pass', 0, typed))).toEqual(['S', 'H', 'O']);
    expect(['7', 'SS', 'P'].map((typed) => readValue('pass', 0, typed))).toEqual([undefined, undefined, undefined]);
  });
  test('levels as many as the rubric has', () => {
    expect(['1', '4', '5', '0', '2.'].map((typed) => readValue('level', 4, typed))).toEqual(['1', '4', undefined, undefined, undefined]);
  });
  test('no value where only words are given', () => expect(readValue('words', 0, '7')).toBeUndefined());
});
