import { z } from 'zod';
import { EducationProviderId, endpoint, freeText, Instant, LocalDate, LocalizedText, LocalTime, PersonId } from '@digione/platform/contract';
import { Speaker } from './speaker.ts';

/** What was told beforehand or the same morning: whole days, or a part of one day when the times are there. */
export const AbsenceNotice = z.strictObject({
  absenceNoticeId: z.uuid(),
  version: z.number().int(),
  learnerId: PersonId,
  firstDay: LocalDate,
  lastDay: LocalDate,
  fromTime: LocalTime.nullable(),
  untilTime: LocalTime.nullable(),
  absenceTypeId: z.uuid(),
  typeName: LocalizedText,
  note: z.string().nullable(),
  reportedBy: Speaker,
  reportedAt: Instant,
  can: z.strictObject({ change: z.boolean() }),
});
export type AbsenceNotice = z.infer<typeof AbsenceNotice>;

const time = {
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** For a part of a single day. */
  fromTime: LocalTime.optional(),
  untilTime: LocalTime.optional(),
};

export const reportAbsence = endpoint({
  id: 'school-admin.reportAbsence',
  method: 'POST',
  path: '/absence-notices',
  scope: 'account',
  summary: 'Reports that one or more learners are or will be away; within one provider all of them or none.',
  body: z.strictObject({
    learners: z.array(z.strictObject({ educationProviderId: EducationProviderId, learnerId: z.uuid() })).min(1).max(20),
    ...time,
    /** Code of an absence type: it means the same in every provider that has it. */
    absenceTypeCode: z.string().min(1).max(60),
    note: freeText(500).optional(),
  }),
  response: z.strictObject({
    results: z.array(
      z.strictObject({
        educationProviderId: EducationProviderId,
        learnerId: PersonId,
        outcome: z.enum(['reported', 'already-reported', 'not-allowed', 'not-found', 'unknown-type', 'not-together']),
        absenceNoticeId: z.uuid().nullable(),
        /** How many absences already marked the notice explained. */
        explainedAbsences: z.number().int(),
      }),
    ),
  }),
  refreshOn: ['absence'],
});

const noticeParams = z.strictObject({ absenceNoticeId: z.uuid() });

export const changeAbsenceNotice = endpoint({
  id: 'school-admin.changeAbsenceNotice',
  method: 'PUT',
  path: '/absence-notices/:absenceNoticeId',
  scope: 'provider',
  summary: 'Changes the time, the type or the note of an absence notice.',
  params: noticeParams,
  body: z.strictObject({ ...time, absenceTypeId: z.uuid(), note: freeText(500).optional() }),
  response: z.strictObject({ absenceNoticeId: z.uuid(), learnerId: PersonId, version: z.number().int() }),
  refreshOn: ['absence'],
  ifMatch: true,
});

export const withdrawAbsenceNotice = endpoint({
  id: 'school-admin.withdrawAbsenceNotice',
  method: 'POST',
  path: '/absence-notices/:absenceNoticeId/withdraw',
  scope: 'provider',
  summary: 'Withdraws an absence notice; absences it had explained are open again.',
  params: noticeParams,
  response: z.strictObject({ absenceNoticeId: z.uuid(), learnerId: PersonId }),
  refreshOn: ['absence'],
});
