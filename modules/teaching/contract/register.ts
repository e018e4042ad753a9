import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { Lesson } from '@digione/timetable/contract';

/** What a register says of one learner. `present` is said only when somebody said it. */
export const Mark = z.enum(['present', 'absent', 'late', 'left-early']);
export type Mark = z.infer<typeof Mark>;

/**
 * - `untaken`: nobody has said anything; version 0.
 * - `partial`: some learners are marked, of the others nothing is known.
 * - `taken`: everyone is accounted for; who has no other mark was present.
 */
export const RegisterState = z.enum(['untaken', 'partial', 'taken']);
export type RegisterState = z.infer<typeof RegisterState>;

export const RegisterLearner = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  /** Null while nothing is known. */
  mark: Mark.nullable(),
  /** How late, or how much before the end; minutes. */
  minutes: z.number().int().nullable(),
  /** The kind of the absence once somebody has told it; null while it is to be explained. */
  absenceTypeName: LocalizedText.nullable(),
  /** What the home has told of the lesson's time. Taking the register marks the learner absent unless the teacher says otherwise. */
  notice: z.strictObject({ typeName: LocalizedText }).nullable(),
});
export type RegisterLearner = z.infer<typeof RegisterLearner>;

/** Why the register cannot be saved by the reader now. */
export const RegisterLock = z.enum(['not-begun', 'too-old', 'no-right']);
export type RegisterLock = z.infer<typeof RegisterLock>;

export const Register = z.strictObject({
  lesson: Lesson,
  state: RegisterState,
  /** For `If-Match`; 0 while untaken. */
  version: z.number().int(),
  takenAt: Instant.nullable(),
  takenBy: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }).nullable(),
  topic: z.string().nullable(),
  lock: RegisterLock.nullable(),
  learners: z.array(RegisterLearner),
});
export type Register = z.infer<typeof Register>;

const lessonParams = z.strictObject({ weeklyLessonId: z.uuid(), heldOn: LocalDate });

export const getRegister = endpoint({
  id: 'teaching.getRegister',
  method: 'GET',
  path: '/lessons/:weeklyLessonId/:heldOn/register',
  scope: 'provider',
  summary: "A lesson's register: its learners that day, their marks, and what homes have told.",
  params: lessonParams,
  response: Register,
  refreshOn: ['register', 'absence'],
});

export const MAX_MINUTES = 600;

/** What a save changed: with the register it was based on, the whole register as it now is. */
export const SavedRegister = z.strictObject({
  ...Register.pick({ state: true, version: true, takenAt: true, takenBy: true, topic: true }).shape,
  changed: z.array(RegisterLearner.pick({ personId: true, mark: true, minutes: true, absenceTypeName: true })),
});
export type SavedRegister = z.infer<typeof SavedRegister>;

export const saveRegister = endpoint({
  id: 'teaching.saveRegister',
  method: 'PUT',
  path: '/lessons/:weeklyLessonId/:heldOn/register',
  scope: 'provider',
  summary:
    'Saves marks of a register, all or only those that changed. Learners nobody has marked stay unknown until `allPresent` says that the rest is there; who the home has told to be away is then marked absent. A null mark takes a mark back: nothing is known of the learner again.',
  params: lessonParams,
  body: z.strictObject({
    marks: z
      .array(z.strictObject({ learnerId: z.uuid(), mark: Mark.nullable(), minutes: z.number().int().min(0).max(MAX_MINUTES).nullable().default(null) }))
      .max(300)
      .default([]),
    /** Everyone who is not marked otherwise, now or before, is present: the register is taken. */
    allPresent: z.boolean().default(false),
    topic: freeText(500).nullable().optional(),
  }),
  response: SavedRegister,
  ifMatch: true,
});
