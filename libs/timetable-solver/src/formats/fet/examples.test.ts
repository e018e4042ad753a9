import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFetTimetable } from '../../fet-check/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import { convertFetSchool, readFetSchool, readOwnTimetable } from './index.ts';
import { examplePath, hasExamples, listExamples } from './testing/examples.ts';

/** Every third of the schools with FET's own result in the file. */
const SOLVED = listExamples()
  .filter((path) => path.endsWith('_data_and_timetable.fet'))
  .filter((_, index) => index % 3 === 0);

describe.skipIf(!hasExamples)('FET’s example schools', () => {
  test('a timetable FET made keeps every required rule of the instance, and its soft cost is FET’s', { timeout: 60_000 }, () => {
    expect(SOLVED.length).toBeGreaterThan(4);
    for (const path of SOLVED) {
      const school = readFetSchool(readFileSync(examplePath(path)));
      const { instance, toSolution, toFetTimetable } = convertFetSchool(school);
      const timetable = readOwnTimetable(school);
      const { infeasibility, objective } = evaluate(instance, toSolution(timetable));
      const { softConflicts } = checkFetTimetable(school, timetable);
      expect({ path, infeasibility }).toEqual({ path, infeasibility: 0 });
      expect(objective / 100).toBeCloseTo(softConflicts, 0);
      expect(checkFetTimetable(school, toFetTimetable(toSolution(timetable))).broken).toEqual([]);
    }
  });
});
