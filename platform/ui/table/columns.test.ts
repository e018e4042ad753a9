import { expect, test } from 'vitest';
import { nextSort, sortRows, type Column } from './columns.ts';

interface Person {
  readonly name: string;
  readonly absences: number | null;
}
const people: Person[] = [
  { name: 'Östman', absences: 2 },
  { name: 'Äijälä', absences: null },
  { name: 'Zetterberg', absences: 10 },
  { name: 'aalto', absences: 0 },
];
const columns: Column<Person>[] = [
  { id: 'name', header: 'Nimi', cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'absences', header: 'Poissa', cell: (row) => row.absences, sortBy: (row) => row.absences },
  { id: 'plain', header: '', cell: () => null },
];
const names = (rows: readonly Person[]) => rows.map((row) => row.name);

test('names in Finnish order: ä and ö after z, case aside', () => {
  expect(names(sortRows(people, columns, { column: 'name', direction: 'ascending' }, 'fi'))).toEqual(['aalto', 'Zetterberg', 'Äijälä', 'Östman']);
});

test('numbers by size, the unknown last in both directions', () => {
  expect(names(sortRows(people, columns, { column: 'absences', direction: 'ascending' }, 'fi'))).toEqual(['aalto', 'Östman', 'Zetterberg', 'Äijälä']);
  expect(names(sortRows(people, columns, { column: 'absences', direction: 'descending' }, 'fi'))).toEqual(['Zetterberg', 'Östman', 'aalto', 'Äijälä']);
});

test('a column that cannot be sorted leaves the order', () => {
  expect(sortRows(people, columns, { column: 'plain', direction: 'ascending' }, 'fi')).toBe(people);
});

test('a second press turns the order', () => {
  expect(nextSort(undefined, 'name')).toEqual({ column: 'name', direction: 'ascending' });
  expect(nextSort({ column: 'name', direction: 'ascending' }, 'name')).toEqual({ column: 'name', direction: 'descending' });
  expect(nextSort({ column: 'name', direction: 'ascending' }, 'absences')).toEqual({ column: 'absences', direction: 'ascending' });
});
