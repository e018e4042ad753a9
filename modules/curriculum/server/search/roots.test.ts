import { expect, test } from 'vitest';
import { rootOf, wordsOf } from './roots.ts';

test.each([
  ['havainnoida', 'havainnoi'],
  ['havainnoi', 'havainnoi'],
  ['havainnoimaan', 'havainnoi'],
  ['havainnointi', 'havainnoi'],
  ['havainnoiminen', 'havainnoi'],
  ['laskea', 'laske'],
  ['opiskella', 'opiskel'],
  ['ympäristö', 'ympäristö'],
])('the forms of a Finnish word begin alike: %s', (word, root) => {
  expect(rootOf(word, 'fi')).toBe(root);
});

test.each([['iaktta', 'iaktt'], ['iakttagelser', 'iakttag'], ['räkna', 'räkn'], ['räkning', 'räkning']])('so do those of a Swedish one: %s', (word, root) => {
  expect(rootOf(word, 'sv')).toBe(root);
});

test('short words begin nothing', () => {
  expect(rootOf('ja', 'fi')).toBeNull();
  expect(rootOf('osa', 'fi')).toBeNull();
});

test('words are told apart by whatever is no letter, and a query cannot be built of them', () => {
  expect(wordsOf(`Luonnon ilmiöt & 'tutkia' | !(a:*)`)).toEqual(['luonnon', 'ilmiöt', 'tutkia']);
  expect(wordsOf('ja')).toEqual(['ja']);
  expect(wordsOf(':*&|!()')).toEqual([]);
});
