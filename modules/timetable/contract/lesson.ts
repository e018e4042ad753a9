import { z } from 'zod';
import { LocalDate, LocalizedText, LocalTime, PersonId } from '@digione/platform/contract';

export const LessonTeacher = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  role: z.enum(['main', 'co', 'substitute', 'assistant']),
});
export type LessonTeacher = z.infer<typeof LessonTeacher>;

/** One lesson on one date: `weeklyLessonId` and `heldOn` together are its identity. Times are Finnish wall clock. */
export const Lesson = z.strictObject({
  weeklyLessonId: z.uuid(),
  heldOn: LocalDate,
  startsAt: LocalTime,
  endsAt: LocalTime,
  teachingGroupId: z.uuid(),
  groupName: z.string(),
  /** The code gives the subject its steady hue. */
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  roomName: z.string().nullable(),
  teachers: z.array(LessonTeacher),
});
export type Lesson = z.infer<typeof Lesson>;
