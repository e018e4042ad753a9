import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFetSchool } from '../formats/fet/file/read-school.ts';
import { readOwnTimetable } from '../formats/fet/file/read-timetable.ts';
import type { FetPlace, FetSchool, FetTimetable } from '../formats/fet/file/school.ts';
import { examplePath, hasExamples, listExamples } from '../formats/fet/testing/examples.ts';
import { canJudgeFet, checkFetTimetable } from './index.ts';

const hasFet = hasExamples && spawnSync('fet-cl', ['--version']).status === 0;
if (hasExamples && !hasFet) process.stderr.write('fet-cl is not installed: its own results are not judged.\n');

/** FET's result stands in these files beside what was asked for. */
const SOLVED = listExamples().filter((path) => path.endsWith('_data_and_timetable.fet'));

describe.skipIf(!hasExamples)('FET’s example schools', () => {
  test('every constraint of all of them can be judged', { timeout: 120_000 }, () => {
    const texts = listExamples().map((path) => readFileSync(examplePath(path), 'utf8'));
    const kinds = new Set(texts.flatMap((text) => [...text.matchAll(/<Constraint(\w+)>/g)].map(([, kind = '']) => kind)));
    expect(kinds.size).toBeGreaterThan(120);
    expect([...kinds].filter((kind) => !canJudgeFet(kind))).toEqual([]);
  });

  test('timetables FET made are right', { timeout: 60_000 }, () => {
    expect(SOLVED.length).toBeGreaterThan(15);
    for (const path of SOLVED.filter((_, index) => index % 2 === 0)) {
      const school = readFetSchool(readFileSync(examplePath(path)));
      const { broken, placed, activities } = checkFetTimetable(school, readOwnTimetable(school));
      expect({ path, broken, unplaced: activities - placed }).toEqual({ path, broken: [], unplaced: 0 });
    }
  });

  test('one lesson moved onto another of its teacher is seen', { timeout: 60_000 }, () => {
    for (const path of SOLVED.filter((name) => name.includes('mornings-afternoons')).slice(0, 6)) {
      const school = readFetSchool(readFileSync(examplePath(path)));
      const { broken } = checkFetTimetable(school, moveOntoAnother(school, readOwnTimetable(school)));
      expect(broken.map(({ kind }) => kind)).toContain('BasicCompulsoryTime');
    }
  });
});

function moveOntoAnother(school: FetSchool, timetable: FetTimetable): FetTimetable {
  const busiest = [...school.teachers.keys()].map((name) => school.activities.filter(({ teachers }) => teachers.includes(name))).find(({ length }) => length > 1);
  const [one, other] = busiest ?? [];
  const place = timetable.get(other?.id ?? -1);
  if (one === undefined || place === undefined) throw new Error('nobody has two lessons');
  return new Map<number, FetPlace>([...timetable, [one.id, place]]);
}

describe.skipIf(!hasFet)('what fet-cl makes now', () => {
  test.each(['FET-6-terms/1/puris_2020-2021_9_01.fet', 'FET-6-terms/2/puris_12-const7.fet', 'FET-6-terms/2/puris_12-const78_01.fet'])('%s', { timeout: 60_000 }, (path) => {
    const folder = mkdtempSync(join(tmpdir(), 'fet-'));
    try {
      const school = readFetSchool(readFileSync(examplePath(path)));
      const { timetable, softConflicts } = runFet(path, folder);
      const report = checkFetTimetable(school, timetable);
      expect(report.broken).toEqual([]);
      expect(report.placed).toBe(school.activities.length);
      // FET's own figure, rounded by it.
      expect(report.softConflicts).toBeCloseTo(softConflicts, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function runFet(path: string, folder: string): { timetable: FetTimetable; softConflicts: number } {
  const seeds = [10, 11, 12, 20, 21, 22].map((seed) => `--randomseeds${seed}=${seed}`);
  spawnSync('fet-cl', [`--inputfile=${examplePath(path)}`, `--outputdir=${folder}`, '--htmllevel=0', '--timelimitseconds=50', ...seeds], {
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
  });
  const name = path.slice(path.lastIndexOf('/') + 1, -'.fet'.length);
  const file = (end: string): string => readFileSync(join(folder, 'timetables', name, `${name}_${end}`), 'utf8');
  const school = readFetSchool(file('data_and_timetable.fet'));
  return { timetable: readOwnTimetable(school), softConflicts: Number(/Total soft conflicts: ([\d.]+)/.exec(file('soft_conflicts.txt'))?.[1]) };
}
