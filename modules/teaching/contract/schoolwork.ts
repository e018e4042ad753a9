import { z } from 'zod';
import { endpoint, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { StaffName, Tone } from './lesson-entry.ts';

const SubjectName = z.strictObject({ code: z.string(), name: LocalizedText });

export const HomeworkToDo = z.strictObject({
  homeworkId: z.uuid(),
  subject: SubjectName.nullable(),
  groupName: z.string(),
  text: z.string(),
  givenOn: LocalDate,
  dueOn: LocalDate,
});
export type HomeworkToDo = z.infer<typeof HomeworkToDo>;

export const ExamToCome = z.strictObject({
  examId: z.uuid(),
  subject: SubjectName.nullable(),
  groupName: z.string(),
  heldOn: LocalDate,
  name: z.string(),
  area: z.string().nullable(),
});
export type ExamToCome = z.infer<typeof ExamToCome>;

export const NoteToHome = z.strictObject({
  lessonNoteId: z.uuid(),
  heldOn: LocalDate,
  subject: SubjectName.nullable(),
  tone: Tone,
  phrase: LocalizedText.nullable(),
  words: z.string().nullable(),
  writtenBy: StaffName,
  writtenAt: Instant,
});
export type NoteToHome = z.infer<typeof NoteToHome>;

/** A learner's week of work, and what the school has said of it. */
export const Schoolwork = z.strictObject({
  learnerId: PersonId,
  callName: z.string(),
  monday: LocalDate,
  days: z.array(z.strictObject({ date: LocalDate, homework: z.array(HomeworkToDo), exams: z.array(ExamToCome) })),
  /** What is gone through now in each subject, and what comes next. */
  subjects: z.array(z.strictObject({ groupId: z.uuid(), subject: SubjectName.nullable(), groupName: z.string(), now: z.string().nullable(), next: z.strictObject({ name: z.string(), startsOn: LocalDate }).nullable() })),
  /** Exams after the week. */
  later: z.array(ExamToCome),
  /** Newest first. */
  notes: z.array(NoteToHome),
});
export type Schoolwork = z.infer<typeof Schoolwork>;

export const getSchoolwork = endpoint({
  id: 'teaching.getSchoolwork',
  method: 'GET',
  path: '/learners/:learnerId/schoolwork',
  scope: 'provider',
  summary: "A learner's homework and exams of a week, exams after it, and what teachers have said to the home.",
  params: z.strictObject({ learnerId: z.uuid() }),
  query: z.strictObject({ weekOf: LocalDate.optional() }),
  response: Schoolwork,
  refreshOn: ['schoolwork', 'plan'],
});

/** Desk card: the next days' homework and exams of oneself or one's children. */
export const ComingWork = z.strictObject({
  learners: z.array(
    z.strictObject({ learnerId: PersonId, callName: z.string(), homework: z.array(HomeworkToDo), exams: z.array(ExamToCome) }),
  ),
});
export type ComingWork = z.infer<typeof ComingWork>;
