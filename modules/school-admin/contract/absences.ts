import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { AbsenceNotice } from './absence-notices.ts';
import { AbsenceType } from './absence-types.ts';
import { Speaker } from './speaker.ts';

/** One lesson a learner was away from, late for or left early. */
export const Absence = z.strictObject({
  absenceId: z.uuid(),
  heldOn: LocalDate,
  startsAt: Instant,
  endsAt: Instant,
  kind: z.enum(['absent', 'late', 'left-early']),
  minutes: z.number().int().nullable(),
  subjectName: LocalizedText.nullable(),
  subjectCode: z.string().nullable(),
  /** Null as long as nobody has explained it. */
  type: AbsenceType.pick({ absenceTypeId: true, name: true, category: true }).nullable(),
  /** Told beforehand or the same morning. */
  isNoticed: z.boolean(),
  explanation: z.string().nullable(),
  explainedBy: Speaker.nullable(),
  explainedAt: Instant.nullable(),
  can: z.strictObject({ explain: z.boolean() }),
});
export type Absence = z.infer<typeof Absence>;

const SchoolBreak = z.strictObject({ name: LocalizedText, firstDay: LocalDate, lastDay: LocalDate });

export const listLearnerAbsences = endpoint({
  id: 'school-admin.listLearnerAbsences',
  method: 'GET',
  path: '/learners/:learnerId/absences',
  scope: 'provider',
  summary: "A learner's absences and absence notices over a time, by default the running school year, newest first.",
  params: z.strictObject({ learnerId: z.uuid() }),
  query: z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() }),
  response: z.strictObject({
    learner: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }),
    firstDay: LocalDate,
    lastDay: LocalDate,
    breaks: z.array(SchoolBreak),
    absences: z.array(Absence),
    notices: z.array(AbsenceNotice),
    types: z.array(AbsenceType),
    can: z.strictObject({ explain: z.boolean(), report: z.boolean() }),
  }),
  refreshOn: ['absence'],
});

const absenceIds = z.array(z.uuid()).min(1).max(200);

export const explainAbsences = endpoint({
  id: 'school-admin.explainAbsences',
  method: 'POST',
  path: '/learners/:learnerId/absences/explain',
  scope: 'provider',
  summary: "Explains a learner's absences, several at once.",
  params: z.strictObject({ learnerId: z.uuid() }),
  body: z.strictObject({ absenceIds, absenceTypeId: z.uuid(), explanation: freeText(500).optional() }),
  response: z.strictObject({
    learnerId: PersonId,
    explained: z.array(z.uuid()),
    /** Somebody else had explained these before. */
    untouched: z.array(z.uuid()),
  }),
  refreshOn: ['absence'],
});

export const withdrawExplanation = endpoint({
  id: 'school-admin.withdrawExplanation',
  method: 'POST',
  path: '/learners/:learnerId/absences/withdraw-explanation',
  scope: 'provider',
  summary: "Takes back one's own explanation of absences.",
  params: z.strictObject({ learnerId: z.uuid() }),
  body: z.strictObject({ absenceIds }),
  response: z.strictObject({ learnerId: PersonId, withdrawn: z.array(z.uuid()) }),
  refreshOn: ['absence'],
});
