/**
 * Weekly lessons by grade: the distribution of the demo cities. Meets the minima of Decree 422/2012 per grade band and the
 * weekly minima 20, 20, 22, 24, 25, 25, 30, 29, 30 of Decree 112/2023.
 */
export const lessonHours: Readonly<Record<number, readonly (readonly [string, number])[]>> = {
  1: [['AI', 7], ['MA', 3], ['YL', 2], ['KT', 1], ['A1', 1], ['MU', 1], ['KU', 1], ['KS', 2], ['LI', 2]],
  2: [['AI', 7], ['MA', 3], ['YL', 2], ['KT', 1], ['A1', 1], ['MU', 1], ['KU', 1], ['KS', 2], ['LI', 2]],
  3: [['AI', 5], ['MA', 4], ['YL', 2], ['KT', 1], ['A1', 2], ['MU', 1], ['KU', 1], ['KS', 2], ['LI', 3], ['TV', 1]],
  4: [['AI', 5], ['MA', 4], ['YL', 3], ['KT', 1], ['A1', 2], ['YH', 1], ['MU', 1], ['KU', 1], ['KS', 1], ['LI', 2], ['TV', 2], ['VA', 1]],
  5: [['AI', 4], ['MA', 4], ['YL', 3], ['KT', 1], ['A1', 2], ['HI', 2], ['MU', 1], ['KU', 2], ['KS', 1], ['LI', 2], ['TV', 2], ['VA', 1]],
  6: [['AI', 4], ['MA', 3], ['YL', 2], ['KT', 2], ['A1', 3], ['B1', 2], ['HI', 1], ['YH', 1], ['MU', 1], ['KU', 1], ['KS', 1], ['LI', 2], ['TV', 1], ['VA', 1]],
  7: [
    ['AI', 3], ['A1', 2], ['B1', 2], ['MA', 4], ['BI', 1], ['GE', 1], ['FY', 1], ['KE', 1], ['TE', 1], ['KT', 1], ['HI', 2], ['MU', 2], ['KU', 2],
    ['KS', 2], ['LI', 2], ['KO', 3],
  ],
  8: [['AI', 3], ['A1', 2], ['B1', 1], ['MA', 3], ['BI', 2], ['GE', 1], ['FY', 2], ['KE', 1], ['TE', 1], ['KT', 1], ['HI', 2], ['LI', 2], ['OP', 1]],
  9: [['AI', 4], ['A1', 3], ['B1', 1], ['MA', 4], ['BI', 1], ['GE', 1], ['FY', 1], ['KE', 2], ['TE', 1], ['KT', 1], ['YH', 3], ['LI', 3], ['OP', 1]],
};

/** Electives of grades 8 and 9: the whole grade has them at once, split into groups by choice. */
export const electiveBands: Readonly<Record<number, readonly { readonly hours: number; readonly subjects: readonly string[] }[]>> = {
  8: [
    { hours: 2, subjects: ['KU', 'KS', 'MU', 'LI'] },
    { hours: 1, subjects: ['LI', 'MU', 'KU', 'KS'] },
    { hours: 2, subjects: ['TT', 'B2', 'KO', 'LI'] },
    { hours: 2, subjects: ['KO', 'TT', 'KU', 'MA'] },
  ],
  9: [
    { hours: 2, subjects: ['KS', 'KU', 'LI', 'MU'] },
    { hours: 2, subjects: ['B2', 'KO', 'TT', 'MA'] },
  ],
};

/** Taught in half groups when the homeroom is large. */
export const halfGroupSubjects: ReadonlySet<string> = new Set(['KS', 'KO']);
export const HALF_GROUPS_FROM = 16;

/** In grades 1–6 the class teacher teaches everything else. */
export const specialistSubjects: ReadonlySet<string> = new Set(['A1', 'B1']);

export function weeklyLessonsOf(level: number): number {
  const own = (lessonHours[level] ?? []).reduce((sum, [, hours]) => sum + hours, 0);
  return own + (electiveBands[level] ?? []).reduce((sum, band) => sum + band.hours, 0);
}
