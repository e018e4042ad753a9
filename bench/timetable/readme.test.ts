import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFinnishTable } from './finnish-table.ts';
import { readMeasured, README, renderReadme } from './readme.ts';
import { writeTable } from './table.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

// Written by `npm run bench:timetable` and `npx tsx bench/timetable/finnish.ts`: what is typed by hand is found here.
test('the tables and the README of the library are what was measured', () => {
  const measured = readMeasured();
  expect(read('results.md')).toBe(writeTable(measured.xhstt));
  expect(read('results-finnish.md')).toBe(writeFinnishTable(measured.finnish));
  const readme = readFileSync(README, 'utf8');
  expect(renderReadme(readme, measured)).toBe(readme);
});

test('a README without its marks is told', () => {
  expect(() => renderReadme('# nothing', readMeasured())).toThrow('the README has no');
});
