import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { EvidenceItem, EvidenceValue, ShownObjective } from '../gradebook/gradebook.ts';
import { MarkRound, RoundState } from './rounds.ts';

export const LONGEST_REPORT = 4000;

export const AllowedMarksShape = z.strictObject({ numbers: z.boolean(), letters: z.array(z.string()), words: z.boolean() });

export const GivenMark = z.strictObject({
  value: z.string().nullable(),
  words: z.string().nullable(),
  /** For the next change; 0 where nothing has been given. */
  version: z.number().int(),
  decidedAt: Instant.nullable(),
  /** How often it has been corrected after its publication. */
  corrections: z.number().int(),
});
export type GivenMark = z.infer<typeof GivenMark>;

export const SheetLearner = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  gradeLevel: z.number().int().nullable(),
  allowed: AllowedMarksShape,
  mark: GivenMark,
});
export type SheetLearner = z.infer<typeof SheetLearner>;

export const MarkSheet = z.strictObject({
  round: MarkRound,
  name: z.string(),
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  isLocked: z.boolean(),
  lockedAt: Instant.nullable(),
  learners: z.array(SheetLearner),
  /** The year's evidence, to be seen beside the criteria; nothing is computed from it. Empty for behaviour. */
  items: z.array(EvidenceItem),
  values: z.array(EvidenceValue),
  objectives: z.array(ShownObjective),
  can: z.strictObject({ decide: z.boolean(), lock: z.boolean(), unlock: z.boolean(), correct: z.boolean() }),
});
export type MarkSheet = z.infer<typeof MarkSheet>;

const changes = z
  .array(
    z.strictObject({
      learnerId: z.uuid(),
      value: z.string().max(4).nullable().default(null),
      words: freeText(LONGEST_REPORT).nullable().default(null),
      version: z.number().int().min(0),
    }),
  )
  .min(1)
  .max(300);

const SavedMark = z.strictObject({ learnerId: PersonId, mark: GivenMark });
export type SavedMark = z.infer<typeof SavedMark>;

/** The same five endpoints for a group's subject and for a class's behaviour. */
function sheetEndpoints<P extends z.ZodObject>(name: string, path: string, params: P, about: string) {
  return {
    get: endpoint({ id: `teaching.get${name}`, method: 'GET', path, scope: 'provider', summary: `A sheet of marks: ${about}, with the evidence beside it.`, params, response: MarkSheet, refreshOn: ['marks', 'gradebook'] }),
    save: endpoint({
      id: `teaching.save${name}`,
      method: 'PUT',
      path: `${path}/values`,
      scope: 'provider',
      summary: `Gives or changes marks: ${about}. A mark the case does not allow refuses the whole; one a colleague has changed since is answered among the clashes.`,
      params,
      body: z.strictObject({ changes }),
      response: z.strictObject({ saved: z.array(SavedMark), clashes: z.array(SavedMark) }),
      refreshOn: ['marks'],
    }),
    lock: endpoint({
      id: `teaching.lock${name}`,
      method: 'PUT',
      path: `${path}/lock`,
      scope: 'provider',
      summary: `Says that the marks are ready, or opens them again before the principal's approval: ${about}.`,
      params,
      body: z.strictObject({ isLocked: z.boolean() }),
      response: z.strictObject({ isLocked: z.boolean() }),
      refreshOn: ['marks'],
    }),
    correct: endpoint({
      id: `teaching.correct${name}`,
      method: 'POST',
      path: `${path}/corrections`,
      scope: 'provider',
      summary: `Corrects a published mark with a reason; what it was stays to be read: ${about}.`,
      params,
      body: z.strictObject({ learnerId: z.uuid(), value: z.string().max(4).nullable().default(null), words: freeText(LONGEST_REPORT).nullable().default(null), version: z.number().int().min(0), reason: freeText(500).min(3) }),
      response: SavedMark,
      refreshOn: ['marks'],
    }),
  };
}

export const groupMarks = sheetEndpoints('GroupMarks', '/groups/:groupId/marks/:markRoundId', z.strictObject({ groupId: z.uuid(), markRoundId: z.uuid() }), "a group's in its subject");
export const behaviourMarks = sheetEndpoints('Behaviour', '/homerooms/:homeroomId/behaviour/:markRoundId', z.strictObject({ homeroomId: z.uuid(), markRoundId: z.uuid() }), "a class's behaviour");

export const OwnSheet = z.strictObject({
  markRoundId: z.uuid(),
  roundName: z.string(),
  dueOn: LocalDate,
  state: RoundState,
  groupId: z.uuid().nullable(),
  homeroomId: z.uuid().nullable(),
  name: z.string(),
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  learners: z.number().int(),
  given: z.number().int(),
  isLocked: z.boolean(),
});
export type OwnSheet = z.infer<typeof OwnSheet>;

export const listOwnMarkSheets = endpoint({
  id: 'teaching.listOwnMarkSheets',
  method: 'GET',
  path: '/mark-sheets',
  scope: 'provider',
  summary: "The reader's own sheets of marks in this school year's rounds, the next due first.",
  response: z.strictObject({ sheets: z.array(OwnSheet) }),
  refreshOn: ['marks'],
});

/** Desk card of a teacher: sheets of marks that are not locked. */
export const OpenSheets = z.strictObject({ count: z.number().int(), sheets: z.array(OwnSheet) });
export type OpenSheets = z.infer<typeof OpenSheets>;
