import { expect, test } from 'vitest';
import { searchQueryOf, searchVectorOf } from './search-index.ts';

const vector = (name: string, text = '') => searchVectorOf({ name: { fi: name }, texts: text === '' ? [] : [{ field: 'section:tehtava', text: { fi: text } }] }, 'fi');

test('a name counts more than what stands below it, a stem more than the word as written', () => {
  expect(vector('Lukutaidon', '<p>kielen</p>')).toBe(`'lukutait':1A 'kiel':2C '=lukutaidon':3D '=kielen':4D`);
});

test('what is said in another language alone is not searched in this one', () => {
  expect(searchVectorOf({ name: { sv: 'Språk' }, texts: [] }, 'fi')).toBeNull();
});

test('neither quotes nor operators come through, nor words without end', () => {
  expect(vector(`it's ':*&|!' ${'a'.repeat(5_000)}`)).not.toMatch(/a{61}|\*|&|\||!/);
  expect(searchQueryOf(`'); drop table --`, 'fi')).toMatch(/^[ \p{L}'=:*&|()]+$/u);
  expect(searchQueryOf(':*&|!()', 'fi')).toBeNull();
});

test('a very long text is found by its beginning', () => {
  const long = Array.from({ length: 200_000 }, (_, index) => `sana${index.toString(36)}`).join(' ');
  expect(vector('Otsikko', long)?.length).toBeLessThan(1_048_000);
});

test('each word is asked for by its stem or by what its forms begin with', () => {
  expect(searchQueryOf('havainnoida luontoa', 'fi')).toBe(`(('havainnoit') | '=havainnoi':*) & (('luont') | '=luonto':*)`);
});
