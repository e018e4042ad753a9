import type { LessonHourCode } from '../../contract/index.ts';

interface Demand {
  readonly codes: readonly LessonHourCode[];
  readonly gradeLevels: readonly number[];
  readonly needs: number;
}

const FIRST = [1, 2];
const MIDDLE = [3, 4, 5, 6];
const LAST = [7, 8, 9];
const LOWER = [1, 2, 3, 4, 5, 6];

const perStage = (code: LessonHourCode, first: number, middle: number, last: number): Demand[] =>
  [{ gradeLevels: FIRST, needs: first }, { gradeLevels: MIDDLE, needs: middle }, { gradeLevels: LAST, needs: last }].flatMap(({ gradeLevels, needs }) => (needs === 0 ? [] : [{ codes: [code], gradeLevels, needs }]));

/**
 * The least a pupil of basic education is taught, in weekly lessons per year (38 lessons): Government Decree 422/2012, section 6, with the changes of 793/2018
 * (A1 from grade 1), of 1.8.2024 (B1: grade 7 two, grades 8–9 three) and of 1.8.2025 (mother tongue and mathematics in grades 1–2, mother tongue in grades 3–6).
 */
export const DEMANDS: readonly Demand[] = [
  ...perStage('AI', 15, 19, 10),
  ...perStage('A1', 2, 9, 7),
  { codes: ['B1'], gradeLevels: LOWER, needs: 2 },
  { codes: ['B1'], gradeLevels: [7], needs: 2 },
  { codes: ['B1'], gradeLevels: [8, 9], needs: 3 },
  ...perStage('MA', 7, 15, 11),
  ...perStage('YL', 4, 10, 0),
  { codes: ['BI', 'GE'], gradeLevels: LAST, needs: 7 },
  { codes: ['FY', 'KE'], gradeLevels: LAST, needs: 7 },
  ...perStage('TE', 0, 0, 3),
  ...perStage('KT', 2, 5, 3),
  { codes: ['HI', 'YH'], gradeLevels: MIDDLE, needs: 5 },
  { codes: ['HI', 'YH'], gradeLevels: LAST, needs: 7 },
  ...perStage('MU', 2, 4, 2),
  ...perStage('KU', 2, 5, 2),
  ...perStage('KS', 4, 5, 2),
  ...perStage('LI', 4, 9, 7),
  ...perStage('KO', 0, 0, 3),
  { codes: ['TV'], gradeLevels: LOWER, needs: 6 },
  { codes: ['TV'], gradeLevels: LAST, needs: 5 },
  ...perStage('OP', 0, 0, 2),
  { codes: ['VA'], gradeLevels: [...LOWER, ...LAST], needs: 9 },
];

/** Lessons a week at least, by grade level 1–9: Basic Education Decree 852/1998, section 3, as of 1.8.2024. The three lessons of 2025 are placed locally within grades 1–6. */
export const WEEK_MINIMA: readonly number[] = [20, 20, 22, 24, 25, 25, 30, 29, 30];

/** All grade levels together, 1.8.2025 included. */
export const TOTAL_MINIMUM = DEMANDS.reduce((sum, { needs }) => sum + needs, 0);

/** A pupil's day has at most five lessons in grades 1–2 and seven later; five days. */
export const longestWeek = (gradeLevel: number): number => (gradeLevel <= 2 ? 25 : 35);

/** Which subjects of a curriculum a row stands for, by their national codes. */
export const subjectCodesOf = (code: LessonHourCode): readonly string[] => (code === 'KT' ? ['KT', 'ET'] : [code]);
