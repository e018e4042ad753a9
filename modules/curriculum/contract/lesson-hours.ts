import { z } from 'zod';
import { endpoint } from '@digione/platform/contract';

/** Rows of the distribution of lesson hours, as the Government Decree names them. */
export const LESSON_HOUR_CODES = ['AI', 'A1', 'A2', 'B1', 'B2', 'MA', 'YL', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO', 'TV', 'OP', 'VA'] as const;
export const LessonHourCode = z.enum(LESSON_HOUR_CODES);
export type LessonHourCode = z.infer<typeof LessonHourCode>;

export const GradeLevel = z.number().int().min(1).max(9);

/** What the decree asks at least of a subject, or of several together, over some grade levels. */
export const Minimum = z.strictObject({ codes: z.array(LessonHourCode), gradeLevels: z.array(GradeLevel), needs: z.number(), has: z.number() });
export type Minimum = z.infer<typeof Minimum>;

export const HoursWarning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('below-minimum'), minimum: Minimum }),
  /** A week shorter than the decree allows, or longer than a pupil's day may be. */
  z.strictObject({ kind: z.literal('short-week'), gradeLevel: GradeLevel, has: z.number(), needs: z.number() }),
  z.strictObject({ kind: z.literal('long-week'), gradeLevel: GradeLevel, has: z.number(), most: z.number() }),
  z.strictObject({ kind: z.literal('short-total'), has: z.number(), needs: z.number() }),
]);
export type HoursWarning = z.infer<typeof HoursWarning>;

/** The distribution of lesson hours (tuntijako): weekly lessons per year by subject and grade level. */
export const LessonHours = z.strictObject({
  rows: z.array(
    z.strictObject({
      code: LessonHourCode,
      /** By grade level, 1–9; null: none. */
      hours: z.array(z.number().nullable()),
      sum: z.number(),
      minima: z.array(Minimum),
    }),
  ),
  /** By grade level: lessons a week, and the least there must be. */
  weeks: z.array(z.strictObject({ gradeLevel: GradeLevel, sum: z.number(), needs: z.number() })),
  total: z.number(),
  totalMinimum: z.number(),
  warnings: z.array(HoursWarning),
});
export type LessonHours = z.infer<typeof LessonHours>;

const params = z.strictObject({ draftId: z.uuid() });

export const getLessonHours = endpoint({
  id: 'curriculum.getLessonHours',
  method: 'GET',
  path: '/curriculum/drafts/:draftId/lesson-hours',
  scope: 'provider',
  summary: "A draft's distribution of lesson hours, with sums and what is below the national minimum.",
  params,
  response: LessonHours,
  refreshOn: ['curriculum-draft'],
});

export const setLessonHours = endpoint({
  id: 'curriculum.setLessonHours',
  method: 'PUT',
  path: '/curriculum/drafts/:draftId/lesson-hours',
  scope: 'provider',
  summary: 'Sets the weekly lessons of a subject at a grade level, in halves; null or 0: none.',
  params,
  body: z.strictObject({ code: LessonHourCode, gradeLevel: GradeLevel, hours: z.number().min(0).max(30).multipleOf(0.5).nullable() }),
  response: LessonHours,
});

export const findEditionLessonHours = endpoint({
  id: 'curriculum.findEditionLessonHours',
  method: 'GET',
  path: '/curriculum/editions/:editionId/lesson-hours',
  scope: 'provider',
  summary: 'The distribution of lesson hours that was approved with an edition; null where it has none.',
  params: z.strictObject({ editionId: z.uuid() }),
  response: z.strictObject({ lessonHours: LessonHours.nullable() }),
});
