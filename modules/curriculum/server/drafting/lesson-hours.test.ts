import { describe, expect, test } from 'vitest';
import type { LessonHourCode } from '../../contract/index.ts';
import { tellHours, type HoursCell } from './lesson-hours.ts';
import { TOTAL_MINIMUM } from './national-hours.ts';

/** A distribution that a city could have decided: exactly the minimum. */
const LAWFUL: Readonly<Partial<Record<LessonHourCode, readonly number[]>>> = {
  AI: [8, 7, 5, 5, 5, 4, 4, 3, 3],
  A1: [1, 1, 2, 2, 2, 3, 3, 2, 2],
  B1: [0, 0, 0, 0, 0, 2, 2, 2, 1],
  MA: [3, 4, 4, 4, 4, 3, 4, 4, 3],
  YL: [2, 2, 2, 2, 3, 3, 0, 0, 0],
  BI: [0, 0, 0, 0, 0, 0, 1, 1, 1.5],
  GE: [0, 0, 0, 0, 0, 0, 1.5, 1, 1],
  FY: [0, 0, 0, 0, 0, 0, 1, 1, 1.5],
  KE: [0, 0, 0, 0, 0, 0, 1, 1, 1.5],
  TE: [0, 0, 0, 0, 0, 0, 1, 1, 1],
  KT: [1, 1, 1, 1, 2, 1, 1, 1, 1],
  HI: [0, 0, 0, 1, 1, 1, 2, 2, 0],
  YH: [0, 0, 0, 1, 1, 0, 0, 0, 3],
  MU: [1, 1, 1, 1, 1, 1, 2, 0, 0],
  KU: [1, 1, 1, 1, 1, 2, 2, 0, 0],
  KS: [2, 2, 2, 1, 1, 1, 2, 0, 0],
  LI: [2, 2, 3, 2, 2, 2, 2, 2, 3],
  KO: [0, 0, 0, 0, 0, 0, 3, 0, 0],
  TV: [0, 0, 1, 1, 2, 2, 0, 2, 3],
  OP: [0, 0, 0, 0, 0, 0, 0.5, 0.5, 1],
  VA: [0, 0, 0, 2, 0, 0, 0, 4.5, 2.5],
};
const cells: HoursCell[] = Object.entries(LAWFUL).flatMap(([code, list]) => list.flatMap((hours, index) => (hours === 0 ? [] : [{ code: code as LessonHourCode, gradeLevel: index + 1, hours }])));
const without = (code: LessonHourCode, gradeLevel: number): HoursCell[] => cells.filter((cell) => cell.code !== code || cell.gradeLevel !== gradeLevel);

describe('the distribution of lesson hours', () => {
  test('the decree asks for 228 weekly lessons per year since 1.8.2025', () => {
    expect(TOTAL_MINIMUM).toBe(228);
  });

  test('sums by subject and by grade level, and finds nothing short in a lawful one', () => {
    const told = tellHours(cells);
    expect(told.rows.find(({ code }) => code === 'AI')).toMatchObject({ sum: 44, minima: [{ needs: 15, has: 15 }, { needs: 19, has: 19 }, { needs: 10, has: 10 }] });
    expect(told.weeks.map(({ sum }) => sum)).toEqual([21, 21, 22, 24, 25, 25, 33, 28, 29]);
    expect(told.warnings.filter(({ kind }) => kind === 'below-minimum')).toEqual([]);
    expect(told.total).toBe(228);
    expect(told.warnings).toEqual([
      { kind: 'short-week', gradeLevel: 8, has: 28, needs: 29 },
      { kind: 'short-week', gradeLevel: 9, has: 29, needs: 30 },
    ]);
  });

  test('tells what is below the minimum of a stage, of subjects that count together, of a week and of the whole', () => {
    const { warnings } = tellHours(without('FY', 9));
    expect(warnings).toContainEqual({ kind: 'below-minimum', minimum: { codes: ['FY', 'KE'], gradeLevels: [7, 8, 9], needs: 7, has: 5.5 } });
    expect(warnings).toContainEqual({ kind: 'short-total', has: 226.5, needs: 228 });
  });

  test('the other subject may make up for it', () => {
    const changed = without('FY', 9).map((cell) => (cell.code === 'KE' && cell.gradeLevel === 9 ? { ...cell, hours: 3 } : cell));
    expect(tellHours(changed).warnings.filter(({ kind }) => kind === 'below-minimum')).toEqual([]);
  });

  test('B1 has its own rule for grade 7', () => {
    expect(tellHours(without('B1', 7)).warnings).toContainEqual({ kind: 'below-minimum', minimum: { codes: ['B1'], gradeLevels: [7], needs: 2, has: 0 } });
  });

  test('a week that is longer than pupils of the grade may have is told', () => {
    expect(tellHours([...without('AI', 1), { code: 'AI', gradeLevel: 1, hours: 13 }]).warnings).toContainEqual({ kind: 'long-week', gradeLevel: 1, has: 26, most: 25 });
  });
});
