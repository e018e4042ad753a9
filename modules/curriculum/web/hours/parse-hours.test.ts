import { expect, test } from 'vitest';
import { parseHours } from './parse-hours.ts';

test.each([['3', 3], ['1,5', 1.5], ['1.5', 1.5], ['2½', 2.5], [' 4 ', 4], ['', null], ['0', null], ['–', null]])('"%s" is %s', (typed, hours) => {
  expect(parseHours(typed)).toBe(hours);
});

test.each(['x', '1,3', '31', '-2', '1,,5', '1e1'])('"%s" is no number of lessons', (typed) => {
  expect(parseHours(typed)).toBeUndefined();
});
