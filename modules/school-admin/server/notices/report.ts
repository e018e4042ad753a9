import { v7 as uuidv7 } from 'uuid';
import type { ResponseOf } from '@digione/platform/contract';
import type { ProviderContext } from '@digione/platform/http';
import type { reportAbsence as contract } from '../../contract/index.ts';
import { announceNoticed } from '../absences/announce.ts';
import { listAbsenceTypes } from '../absences/absence-types.queries.ts';
import { reportAbsence } from '../actions.ts';
import { linkToNotices } from './link.queries.ts';
import type { NoticeTime, ToldTime } from './notice-time.ts';
import { insertNotice, listReportable } from './notices.queries.ts';

export type ReportResult = ResponseOf<typeof contract>['results'][number];

interface Report {
  learnerIds: readonly string[];
  absenceTypeCode: string;
  note: string | null;
  told: ToldTime;
  time: NoticeTime;
}

/** Reports the learners of one provider: all of them, or none and why. */
export async function reportInProvider(context: ProviderContext, report: Report): Promise<{ results: ReportResult[] }> {
  const { tx, actor, clock } = context;
  const types = await listAbsenceTypes(tx);
  const type = types.find(({ code }) => code === report.absenceTypeCode);
  const learners = await listReportable(tx, actor, report.learnerIds, type?.absenceTypeId ?? null, report.time);
  const refusalOf = (learner: (typeof learners)[number]): ReportResult['outcome'] | undefined => {
    if (!learner.isFound) return 'not-found';
    if (!learner.isAllowed) return 'not-allowed';
    return type !== undefined && (type.guardianMayChoose || learner.isBySchool) ? undefined : 'unknown-type';
  };
  const result = (learnerId: string, outcome: ReportResult['outcome'], absenceNoticeId: string | null = null, explainedAbsences = 0): ReportResult => ({
    educationProviderId: actor.educationProviderId,
    learnerId,
    outcome,
    absenceNoticeId,
    explainedAbsences,
  });
  const refusals = learners.map((learner) => ({ learner, refusal: refusalOf(learner) }));
  if (type === undefined || refusals.some(({ refusal }) => refusal !== undefined)) {
    auditRefusals(context, refusals.filter(({ refusal }) => refusal === 'not-allowed').map(({ learner }) => learner.learnerId));
    return { results: refusals.map(({ learner, refusal }) => result(learner.learnerId, refusal ?? 'not-together')) };
  }
  const results: ReportResult[] = [];
  for (const { learnerId, toldBefore, isBySchool } of learners) {
    if (toldBefore !== null) {
      results.push(result(learnerId, 'already-reported', toldBefore));
      continue;
    }
    const absenceNoticeId = uuidv7();
    await insertNotice(tx, { absenceNoticeId, learnerId, absenceTypeId: type.absenceTypeId, time: report.time, note: report.note, reportedBy: actor.personId, reportedAt: clock.iso() });
    const explained = await linkToNotices(tx, [learnerId]);
    const { firstDay, lastDay } = report.told;
    await announceNoticed(context, { absenceNoticeId, learnerId, firstDay, lastDay, by: isBySchool ? 'school' : 'home', change: 'reported' });
    results.push(result(learnerId, 'reported', absenceNoticeId, explained.filter((absence) => absence.absenceNoticeId === absenceNoticeId).length));
  }
  return { results };
}

/** An attempt to speak for somebody else's child stays in the log, as every refused request does. */
function auditRefusals({ tx, actor, traceId }: ProviderContext, learnerIds: readonly string[]): void {
  for (const objectId of learnerIds) {
    tx.audit.push({
      accountId: actor.accountId,
      actorPersonId: actor.personId,
      action: reportAbsence.name,
      basis: null,
      purpose: reportAbsence.purpose,
      endpoint: 'school-admin.reportAbsence',
      objectId,
      personIds: [],
      outcome: 'denied',
      traceId,
    });
  }
}
