import { z } from 'zod';
import { CurriculumText } from '@digione/curriculum/contract';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, LocalTime, PersonId } from '@digione/platform/contract';
import { Lesson } from '@digione/timetable/contract';

export const StaffName = z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() });
export type StaffName = z.infer<typeof StaffName>;

export const Homework = z.strictObject({
  homeworkId: z.uuid(),
  text: z.string(),
  /** The day of the lesson in which it was given. */
  givenOn: LocalDate,
  dueOn: LocalDate,
  givenBy: StaffName,
  version: z.number().int(),
});
export type Homework = z.infer<typeof Homework>;

export const Exam = z.strictObject({
  examId: z.uuid(),
  heldOn: LocalDate,
  name: z.string(),
  area: z.string().nullable(),
  setBy: StaffName,
  version: z.number().int(),
});
export type Exam = z.infer<typeof Exam>;

export const Tone = z.enum(['positive', 'neutral']);
export type Tone = z.infer<typeof Tone>;

/** A phrase that is ready to be said; `key` is an id or names one that comes with the product. */
export const Phrase = z.strictObject({ key: z.string(), tone: Tone, name: LocalizedText, isOwn: z.boolean() });
export type Phrase = z.infer<typeof Phrase>;

export const LessonNote = z.strictObject({
  lessonNoteId: z.uuid(),
  learnerId: PersonId,
  tone: Tone,
  phrase: LocalizedText.nullable(),
  words: z.string().nullable(),
  writtenBy: StaffName,
  writtenAt: Instant,
  version: z.number().int(),
  can: z.strictObject({ correct: z.boolean() }),
});
export type LessonNote = z.infer<typeof LessonNote>;

/** What the plan says of one lesson. */
export const PlanOfLesson = z.strictObject({
  unitName: z.string(),
  lessonNo: z.number().int(),
  lessonCount: z.number().int(),
  title: z.string().nullable(),
  notes: z.string().nullable(),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  objectives: z.array(z.strictObject({ key: z.string(), label: z.string().nullable(), text: CurriculumText.nullable() })),
});
export type PlanOfLesson = z.infer<typeof PlanOfLesson>;

export const LessonEntry = z.strictObject({
  lesson: Lesson,
  /** What is planned for it; several units may run side by side. */
  plan: z.array(PlanOfLesson),
  /** Given in this lesson. */
  homework: z.array(Homework),
  /** To be looked at in this lesson. */
  due: z.array(Homework),
  /** The group's, from the lesson's day on. */
  exams: z.array(Exam),
  /** Of this lesson; to a substitute the own ones alone. */
  notes: z.array(LessonNote),
  learners: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() })),
  /** Until when homework can be given: the group's lessons to come. */
  nextLessons: z.array(z.strictObject({ weeklyLessonId: z.uuid(), heldOn: LocalDate, startsAt: LocalTime })),
  phrases: z.array(Phrase),
  can: z.strictObject({ write: z.boolean(), setExam: z.boolean() }),
});
export type LessonEntry = z.infer<typeof LessonEntry>;

const lessonParams = { weeklyLessonId: z.uuid(), heldOn: LocalDate };

export const getLessonEntry = endpoint({
  id: 'teaching.getLessonEntry',
  method: 'GET',
  path: '/lessons/:weeklyLessonId/:heldOn/entry',
  scope: 'provider',
  summary: 'What is written down of a lesson beside its register: homework given and due, exams to come, words to homes.',
  params: z.strictObject(lessonParams),
  response: LessonEntry,
  refreshOn: ['schoolwork', 'plan'],
});

export const MAX_HOMEWORK = 2000;
export const MAX_WORDS = 1000;

export const saveHomework = endpoint({
  id: 'teaching.saveHomework',
  method: 'PUT',
  path: '/lessons/:weeklyLessonId/:heldOn/homework/:homeworkId',
  scope: 'provider',
  summary: 'Gives homework in a lesson, or corrects it; the caller chooses the id, so that what is sent twice is given once.',
  params: z.strictObject({ ...lessonParams, homeworkId: z.uuid() }),
  body: z.strictObject({ text: freeText(MAX_HOMEWORK).min(1), dueOn: LocalDate }),
  response: Homework,
  ifMatch: true,
});

export const removeHomework = endpoint({
  id: 'teaching.removeHomework',
  method: 'DELETE',
  path: '/lessons/:weeklyLessonId/:heldOn/homework/:homeworkId',
  scope: 'provider',
  summary: 'Takes homework back; the history keeps it.',
  params: z.strictObject({ ...lessonParams, homeworkId: z.uuid() }),
  response: z.strictObject({ version: z.number().int() }),
  ifMatch: true,
});

export const writeLessonNotes = endpoint({
  id: 'teaching.writeLessonNotes',
  method: 'POST',
  path: '/lessons/:weeklyLessonId/:heldOn/notes',
  scope: 'provider',
  summary: 'Says the same to one or several learners and their homes: a ready phrase, own words or both.',
  params: z.strictObject(lessonParams),
  body: z.strictObject({
    learnerIds: z.array(z.uuid()).min(1).max(60),
    tone: Tone,
    phraseKey: z.string().max(60).nullable().default(null),
    words: freeText(MAX_WORDS).nullable().default(null),
    /** Keeps the words among one's own phrases. */
    keepPhrase: z.boolean().default(false),
  }),
  response: z.strictObject({ notes: z.array(LessonNote) }),
  status: 201,
});

export const correctLessonNote = endpoint({
  id: 'teaching.correctLessonNote',
  method: 'PUT',
  path: '/lesson-notes/:lessonNoteId',
  scope: 'provider',
  summary: 'Corrects what was said to a learner; the history keeps what stood there.',
  params: z.strictObject({ lessonNoteId: z.uuid() }),
  body: z.strictObject({ tone: Tone, phraseKey: z.string().max(60).nullable().optional(), words: freeText(MAX_WORDS).nullable() }),
  response: LessonNote,
  ifMatch: true,
});

export const withdrawLessonNote = endpoint({
  id: 'teaching.withdrawLessonNote',
  method: 'DELETE',
  path: '/lesson-notes/:lessonNoteId',
  scope: 'provider',
  summary: 'Takes back what was said to a learner; the history keeps it.',
  params: z.strictObject({ lessonNoteId: z.uuid() }),
  response: z.strictObject({ version: z.number().int() }),
  ifMatch: true,
});

export const FormerEntry = z.strictObject({
  kind: z.enum(['homework', 'exam', 'note', 'register']),
  id: z.uuid(),
  /** Of a note: to whom it was said. */
  learnerId: PersonId.nullable(),
  changedAt: Instant,
  changedBy: StaffName.nullable(),
  /** What stood there before the change. */
  text: z.string().nullable(),
  on: LocalDate.nullable(),
  isRemoved: z.boolean(),
});
export type FormerEntry = z.infer<typeof FormerEntry>;

export const listFormerEntries = endpoint({
  id: 'teaching.listFormerEntries',
  method: 'GET',
  path: '/lessons/:weeklyLessonId/:heldOn/history',
  scope: 'provider',
  summary: 'What has been corrected of a lesson: what stood there before, who changed it and when.',
  params: z.strictObject(lessonParams),
  response: z.strictObject({ entries: z.array(FormerEntry) }),
  refreshOn: ['schoolwork', 'register'],
});

export const removeOwnPhrase = endpoint({
  id: 'teaching.removeOwnPhrase',
  method: 'DELETE',
  path: '/feedback-phrases/:feedbackPhraseId',
  scope: 'provider',
  summary: "Takes a phrase off one's own.",
  params: z.strictObject({ feedbackPhraseId: z.uuid() }),
  response: z.strictObject({ version: z.number().int() }),
});

export const saveSchoolPhrases = endpoint({
  id: 'teaching.saveSchoolPhrases',
  method: 'PUT',
  path: '/schools/:schoolId/feedback-phrases',
  scope: 'provider',
  summary: "Sets a school's ready phrases, in their order; with none the product's own are offered.",
  params: z.strictObject({ schoolId: z.uuid() }),
  body: z.strictObject({ phrases: z.array(z.strictObject({ tone: Tone, name: LocalizedText })).max(60) }),
  response: z.strictObject({ phrases: z.array(Phrase) }),
});
