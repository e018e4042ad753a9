import { z } from 'zod';
import { endpoint, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { EvidenceKind, ShownObjective } from '../gradebook/gradebook.ts';
import { Scale } from '../gradebook/values.ts';
import { RoundKind } from './rounds.ts';

export const PublishedMark = z.strictObject({
  /** Null for behaviour. */
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  value: z.string().nullable(),
  words: z.string().nullable(),
  /** What stood there before each correction, the latest first. */
  corrections: z.array(z.strictObject({ at: Instant, formerValue: z.string().nullable(), formerWords: z.string().nullable() })),
});
export type PublishedMark = z.infer<typeof PublishedMark>;

/** The name is null where the reader must not learn where the learner goes to school: a school's own words may tell. */
export const Report = z.strictObject({ markRoundId: z.uuid(), kind: RoundKind, name: z.string().nullable(), publishedAt: Instant, marks: z.array(PublishedMark) });
export type Report = z.infer<typeof Report>;

/** What the learner has shown, where a teacher has shared it. */
export const Shown = z.strictObject({
  /** Null where the reader must not learn where the learner goes to school. */
  name: z.string().nullable(),
  kind: EvidenceKind,
  heldOn: LocalDate,
  scale: Scale,
  value: z.string().nullable(),
  /** What the level says, and of how many it is. */
  levelText: z.string().nullable(),
  levels: z.number().int(),
  words: z.string().nullable(),
  objectiveKeys: z.array(z.string()),
});
export type Shown = z.infer<typeof Shown>;

export const SubjectProgress = z.strictObject({
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  /** By date, the earliest first. */
  shown: z.array(Shown),
  objectives: z.array(ShownObjective),
});
export type SubjectProgress = z.infer<typeof SubjectProgress>;

export const getLearning = endpoint({
  id: 'teaching.getLearning',
  method: 'GET',
  path: '/learners/:learnerId/learning',
  scope: 'provider',
  summary: "A learner's published marks, and progress by objective as far as teachers have shared it.",
  params: z.strictObject({ learnerId: z.uuid() }),
  response: z.strictObject({ learnerId: PersonId, callName: z.string(), lastName: z.string(), reports: z.array(Report), subjects: z.array(SubjectProgress), /** For the safety of the family teachers' words are left out. */ hidesWords: z.boolean() }),
  refreshOn: ['learning'],
});

export const listLearningOfHome = endpoint({
  id: 'teaching.listLearningOfHome',
  method: 'GET',
  path: '/learning',
  scope: 'account',
  summary: 'Whose learning the reader may follow: their children over all cities, and themself.',
  response: z.strictObject({ learners: z.array(z.strictObject({ educationProviderId: z.uuid(), learnerId: PersonId, callName: z.string(), isSelf: z.boolean() })) }),
});

/** Desk card of a home: reports published in the last days. */
export const NewReports = z.strictObject({ reports: z.array(z.strictObject({ learnerId: PersonId, callName: z.string(), isSelf: z.boolean(), kind: RoundKind, publishedAt: Instant })) });
export type NewReports = z.infer<typeof NewReports>;
