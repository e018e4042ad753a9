import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFetTimetable } from '../../fet-check/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import { STRICTER } from './convert/parties.ts';
import { convertFetSchool, readFetSchool, readOwnTimetable } from './index.ts';
import { examplePath, hasExamples, listExamples } from './testing/examples.ts';

/** Every other of the schools with FET's own result in the file. */
const SOLVED = listExamples()
  .filter((path) => path.endsWith('_data_and_timetable.fet'))
  .filter((_, index) => index % 2 === 1);

describe.skipIf(!hasExamples)('FET’s example schools', () => {
  test('a timetable FET made keeps every required rule of the instance, and its soft cost is FET’s', { timeout: 60_000 }, () => {
    let judged = 0;
    for (const path of SOLVED) {
      const school = readFetSchool(readFileSync(examplePath(path)));
      const { instance, untold, toSolution, toFetTimetable } = convertFetSchool(school);
      const timetable = readOwnTimetable(school);
      const { infeasibility, objective } = evaluate(instance, toSolution(timetable));
      const { softConflicts } = checkFetTimetable(school, timetable);
      // Where the instance asks for more than FET does, FET's timetable need not keep it.
      const isStricter = untold.some(({ why }) => STRICTER.has(why));
      if (!isStricter) expect({ path, infeasibility }).toEqual({ path, infeasibility: 0 });
      judged += isStricter ? 0 : 1;
      expect(objective / 100).toBeCloseTo(softConflicts, 0);
      expect(checkFetTimetable(school, toFetTimetable(toSolution(timetable))).broken).toEqual([]);
    }
    expect(judged).toBeGreaterThan(4);
  });
});
