import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { evaluate, readXhstt, writeXhstt } from './index.ts';

/** Published instances and timetables of the XHSTT archive, beside the project's folder; they are not the project's to hand on. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/reference/xhstt');
if (!existsSync(FOLDER)) console.warn(`Reference data is missing (${FOLDER}): the tests that read it are skipped.`);

const rows = existsSync(FOLDER)
  ? readFileSync(path.join(FOLDER, 'MANIFEST.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];

/** What the archive's makers and other evaluators say their timetables cost, in the order of the file. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'SpainSchool.xml': ['3, 5966', '0, 357', '0, 336', '0, 335'],
  'FinlandSecondarySchool.xml': ['0, 106', '0, 88', '0, 84', '0, 83', '0, 82', '0, 77'],
  'BrazilInstance4.xml': ['0, 121', '0, 78', '0, 61', '0, 51'],
  'EnglandStPaul.xml': ['16, 2258', '386000, 136', '15, 1892', '5, 4014', '4, 1708', '2, 1410'],
  'ItalyInstance4.xml': ['0, 84', '0, 57', '0, 56', '0, 54', '0, 50', '0, 40', '0, 34', '0, 28', '0, 27'],
};

describe.skipIf(rows.length === 0)('the XHSTT archive', () => {
  test.each(rows.map((row) => ({ file: row[0]!, times: row[4], events: row[5], constraints: row[8], best: row[10]!, count: row[13] })))(
    '$file: as large as the list says, the best timetable costs $best, and every cost stays when written and read',
    ({ file, times, events, constraints, best, count }) => {
      const archive = readXhstt(readFileSync(path.join(FOLDER, file)));
      const [instance] = archive.instances;
      expect([instance?.times.length, instance?.events.length, instance?.constraints.length, archive.solutions.length].map(String)).toEqual([times, events, constraints, count]);

      const costsOf = ({ instances, solutions }: typeof archive) =>
        solutions.map((one) => {
          const { infeasibility, objective } = evaluate(instances[one.instance]!, one.solution);
          return `${infeasibility}, ${objective}`;
        });
      const costs = costsOf(archive);
      expect(costs).toContain(best.slice(1, -1));
      for (const [index, { claimed }] of archive.solutions.entries()) {
        if (claimed !== undefined) expect(costs[index]).toBe(`${claimed.infeasibility}, ${claimed.objective}`);
      }
      const published = PUBLISHED[file];
      if (published !== undefined) expect(costs).toEqual(published);

      const again = readXhstt(writeXhstt(archive));
      // A difference among hundred thousand parts is found in a debugger, not in a printed one.
      expect(isDeepStrictEqual(again, archive)).toBe(true);
      expect(costsOf(again)).toEqual(costs);
    },
    60_000,
  );
});
