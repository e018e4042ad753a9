import { z } from 'zod';
import { LocalizedText } from '@digione/platform/contract';
import { Lesson } from '@digione/timetable/contract';
import { RegisterState } from './register.ts';

/** A lesson of the teacher's day with how far its register is. */
export const TaughtLesson = z.strictObject({
  ...Lesson.shape,
  learnerCount: z.number().int(),
  register: RegisterState,
  /** Assistants see the lesson but take no register. */
  canTake: z.boolean(),
});
export type TaughtLesson = z.infer<typeof TaughtLesson>;

/** The teacher's day on the desk. */
export const TeachersDay = z.strictObject({ lessons: z.array(TaughtLesson) });
export type TeachersDay = z.infer<typeof TeachersDay>;

/** Registers of today and the last days that nobody has finished, newest first. */
export const UntakenRegisters = z.strictObject({ count: z.number().int(), lessons: z.array(TaughtLesson) });
export type UntakenRegisters = z.infer<typeof UntakenRegisters>;

/** The school's morning in three numbers, for the principal and the secretary. */
export const SchoolsToday = z.strictObject({
  schools: z.array(
    z.strictObject({
      schoolId: z.uuid(),
      schoolName: LocalizedText,
      missingUnexplained: z.number().int(),
      untakenRegisters: z.number().int(),
    }),
  ),
});
export type SchoolsToday = z.infer<typeof SchoolsToday>;
