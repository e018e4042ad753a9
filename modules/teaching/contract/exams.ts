import { z } from 'zod';
import { endpoint, freeText, LocalDate, LocalizedText } from '@digione/platform/contract';
import { Exam } from './lesson-entry.ts';

export const saveExam = endpoint({
  id: 'teaching.saveExam',
  method: 'PUT',
  path: '/groups/:groupId/exams/:examId',
  scope: 'provider',
  summary: "Sets a group's exam for a school day, or corrects it.",
  params: z.strictObject({ groupId: z.uuid(), examId: z.uuid() }),
  body: z.strictObject({ heldOn: LocalDate, name: freeText(200).min(1), area: freeText(2000).nullable().default(null) }),
  response: Exam,
  ifMatch: true,
});

export const removeExam = endpoint({
  id: 'teaching.removeExam',
  method: 'DELETE',
  path: '/groups/:groupId/exams/:examId',
  scope: 'provider',
  summary: 'Calls an exam off; the history keeps it.',
  params: z.strictObject({ groupId: z.uuid(), examId: z.uuid() }),
  response: z.strictObject({ version: z.number().int() }),
  ifMatch: true,
});

/** From this many exams in a week a learner's week is full. */
export const FULL_WEEK = 3;

/** A group's week of exams, all subjects of its learners counted. */
export const ExamLoad = z.strictObject({
  monday: LocalDate,
  exams: z.array(z.strictObject({ examId: z.uuid(), heldOn: LocalDate, subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(), name: z.string(), learners: z.number().int() })),
  /** Learners of the group who would have `FULL_WEEK` exams or more in the week, one on this day included. */
  fullWeek: z.number().int(),
  /** Learners who have another exam on the very day. */
  sameDay: z.number().int(),
});
export type ExamLoad = z.infer<typeof ExamLoad>;

export const getExamLoad = endpoint({
  id: 'teaching.getExamLoad',
  method: 'GET',
  path: '/groups/:groupId/exam-load',
  scope: 'provider',
  summary: "What other exams a group's learners have in the week of a day: to be seen when the day is chosen.",
  params: z.strictObject({ groupId: z.uuid() }),
  query: z.strictObject({ on: LocalDate, examId: z.uuid().optional() }),
  response: ExamLoad,
  refreshOn: ['schoolwork'],
});
