import { z } from 'zod';
import { endpoint, Instant, LocalDate, LocalizedText, LocalTime, PersonId } from '@digione/platform/contract';
import { Lesson } from '@digione/timetable/contract';
import { RegisterState } from './register.ts';

/** Whom to call: a guardian, or the learner when of age. The number is null when somebody of the family is protected or none is known. */
const PersonToCall = z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string(), isGuardian: z.boolean(), phone: z.string().nullable() });

/** A learner away without anybody having told why. */
export const MissingLearner = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  homeroomName: z.string().nullable(),
  /** Finnish wall clock of the first lesson missed today. */
  since: LocalTime,
  lessonsMissed: z.number().int(),
  /** Seen in a later lesson: has come since. */
  hasCome: z.boolean(),
  contacts: z.array(PersonToCall),
});
export type MissingLearner = z.infer<typeof MissingLearner>;

export const UntakenLesson = z.strictObject({ ...Lesson.shape, register: RegisterState });
export type UntakenLesson = z.infer<typeof UntakenLesson>;

export const SchoolToday = z.strictObject({
  schoolId: z.uuid(),
  schoolName: LocalizedText,
  date: LocalDate,
  /** When this was read. */
  at: Instant,
  breakName: LocalizedText.nullable(),
  counts: z.strictObject({
    learners: z.number().int(),
    absent: z.number().int(),
    unexplained: z.number().int(),
    late: z.number().int(),
    /** Lessons that have begun, and of them those with a finished register. */
    lessonsBegun: z.number().int(),
    registersTaken: z.number().int(),
    lessonsToday: z.number().int(),
  }),
  missing: z.array(MissingLearner),
  untaken: z.array(UntakenLesson),
});
export type SchoolToday = z.infer<typeof SchoolToday>;

export const getSchoolToday = endpoint({
  id: 'teaching.getSchoolToday',
  method: 'GET',
  path: '/schools/:schoolId/today',
  scope: 'provider',
  summary: 'A school today: who is missing without explanation, which registers are untaken.',
  params: z.strictObject({ schoolId: z.uuid() }),
  response: SchoolToday,
  refreshOn: ['absence', 'register', 'notice'],
});
