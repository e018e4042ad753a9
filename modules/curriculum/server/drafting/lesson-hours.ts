import { LESSON_HOUR_CODES, type HoursWarning, type LessonHourCode, type LessonHours, type Minimum } from '../../contract/index.ts';
import { DEMANDS, longestWeek, TOTAL_MINIMUM, WEEK_MINIMA } from './national-hours.ts';

/** Weekly lessons of a subject at a grade level. */
export interface HoursCell {
  readonly code: LessonHourCode;
  readonly gradeLevel: number;
  readonly hours: number;
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const add = (cells: readonly HoursCell[]): number => cells.reduce((sum, { hours }) => sum + hours, 0);

/** The distribution with its sums, each beside what the decree asks for. Every hour is counted once, whatever it is for: A2 and B2 are taught as optional studies. */
export function tellHours(cells: readonly HoursCell[]): LessonHours {
  const minima: Minimum[] = DEMANDS.map(({ codes, gradeLevels, needs }) => ({
    codes: [...codes],
    gradeLevels: [...gradeLevels],
    needs,
    has: add(cells.filter(({ code, gradeLevel }) => codes.includes(code) && gradeLevels.includes(gradeLevel))),
  }));
  const weeks = LEVELS.map((gradeLevel) => ({ gradeLevel, sum: add(cells.filter((cell) => cell.gradeLevel === gradeLevel)), needs: WEEK_MINIMA[gradeLevel - 1] ?? 0 }));
  const total = add(cells);
  const warnings: HoursWarning[] = [
    ...minima.filter(({ has, needs }) => has < needs).map((minimum) => ({ kind: 'below-minimum' as const, minimum })),
    ...weeks.filter(({ sum, needs }) => sum < needs).map(({ gradeLevel, sum, needs }) => ({ kind: 'short-week' as const, gradeLevel, has: sum, needs })),
    ...weeks.filter(({ gradeLevel, sum }) => sum > longestWeek(gradeLevel)).map(({ gradeLevel, sum }) => ({ kind: 'long-week' as const, gradeLevel, has: sum, most: longestWeek(gradeLevel) })),
    ...(total < TOTAL_MINIMUM ? [{ kind: 'short-total' as const, has: total, needs: TOTAL_MINIMUM }] : []),
  ];
  const rows = LESSON_HOUR_CODES.map((code) => {
    const own = cells.filter((cell) => cell.code === code);
    return { code, hours: LEVELS.map((level) => own.find(({ gradeLevel }) => gradeLevel === level)?.hours ?? null), sum: add(own), minima: minima.filter(({ codes }) => codes.includes(code)) };
  });
  return { rows, weeks, total, totalMinimum: TOTAL_MINIMUM, warnings };
}
