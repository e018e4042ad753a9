import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

/** `interim`: in the middle of the year. `school-year`: at its end. `final`: final assessment of basic education. `period`: upper secondary. */
export const RoundKind = z.enum(['interim', 'school-year', 'final', 'period']);
export type RoundKind = z.infer<typeof RoundKind>;

/** `open`: marks are being given. `approved`: waits for its moment. `published`: homes see it. */
export const RoundState = z.enum(['open', 'approved', 'published']);
export type RoundState = z.infer<typeof RoundState>;

export const MarkRound = z.strictObject({
  markRoundId: z.uuid(),
  version: z.number().int(),
  kind: RoundKind,
  name: z.string(),
  /** Empty: every grade level. */
  gradeLevels: z.array(z.number().int()),
  dueOn: LocalDate,
  state: RoundState,
  publishAt: Instant.nullable(),
});
export type MarkRound = z.infer<typeof MarkRound>;

const ofSchool = z.strictObject({ schoolId: z.uuid() });
const ofRound = z.strictObject({ schoolId: z.uuid(), markRoundId: z.uuid() });

export const listMarkRounds = endpoint({
  id: 'teaching.listMarkRounds',
  method: 'GET',
  path: '/schools/:schoolId/mark-rounds',
  scope: 'provider',
  summary: "A school's rounds of marks, newest first.",
  params: ofSchool,
  response: z.strictObject({ rounds: z.array(MarkRound), canApprove: z.boolean() }),
  refreshOn: ['marks'],
});

export const addMarkRound = endpoint({
  id: 'teaching.addMarkRound',
  method: 'POST',
  path: '/schools/:schoolId/mark-rounds',
  scope: 'provider',
  summary: 'Begins a round of marks: the teachers of the groups and classes of its day can give them.',
  params: ofSchool,
  body: z.strictObject({ kind: RoundKind, name: freeText(120).min(1), gradeLevels: z.array(z.number().int().min(1).max(10)).max(10).default([]), dueOn: LocalDate }),
  response: MarkRound,
  status: 201,
  refreshOn: ['marks'],
});

/** How far one group's or class's marks are; no mark is told. */
export const SheetProgress = z.strictObject({
  /** A teaching group, or a class for behaviour. */
  groupId: z.uuid().nullable(),
  homeroomId: z.uuid().nullable(),
  name: z.string(),
  subjectName: LocalizedText.nullable(),
  learners: z.number().int(),
  given: z.number().int(),
  isLocked: z.boolean(),
  teachers: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() })),
});
export type SheetProgress = z.infer<typeof SheetProgress>;

export const getMarkRound = endpoint({
  id: 'teaching.getMarkRound',
  method: 'GET',
  path: '/schools/:schoolId/mark-rounds/:markRoundId',
  scope: 'provider',
  summary: 'How far a round is, sheet by sheet: who has marks to give, and who has locked theirs.',
  params: ofRound,
  response: z.strictObject({ round: MarkRound, sheets: z.array(SheetProgress), canApprove: z.boolean() }),
  refreshOn: ['marks'],
});

export const approveMarkRound = endpoint({
  id: 'teaching.approveMarkRound',
  method: 'PUT',
  path: '/schools/:schoolId/mark-rounds/:markRoundId/approval',
  scope: 'provider',
  summary: 'The principal approves the locked sheets and sets the moment from which homes see them; without one, or with one in the past, at once.',
  params: ofRound,
  body: z.strictObject({
    publishAt: Instant.nullable().default(null),
    /** Sheets that are not locked stay out of the publication; said on purpose. */
    withoutOpenSheets: z.boolean().default(false),
  }),
  response: MarkRound,
  ifMatch: true,
  refreshOn: ['marks'],
});

export const withdrawApproval = endpoint({
  id: 'teaching.withdrawApproval',
  method: 'DELETE',
  path: '/schools/:schoolId/mark-rounds/:markRoundId/approval',
  scope: 'provider',
  summary: 'Takes an approval back before the moment of publication: marks can be given again.',
  params: ofRound,
  response: MarkRound,
  ifMatch: true,
  refreshOn: ['marks'],
});
