import type { Identity } from '@digione/platform/access';
import { accountRoute, HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { listAbsenceTypes } from '../absences/absence-types.queries.ts';
import { announceNoticed } from '../absences/announce.ts';
import { changeAbsenceNotice, reportAbsence } from '../actions.ts';
import { linkToNotices, unlinkNotice } from './link.queries.ts';
import { isFault, noticeTime, type NoticeTime, type ToldTime } from './notice-time.ts';
import { findNoticeForChange, updateNotice, withdrawNotice, type KeptNotice } from './notices.queries.ts';
import { reportInProvider, type ReportResult } from './report.ts';

function getTime(told: ToldTime, today: string): NoticeTime {
  const time = noticeTime(told, today);
  if (isFault(time)) throw invalid(time);
  return time;
}

const textOrNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export const noticeRoutes = [
  accountRoute(contract.reportAbsence, {
    action: reportAbsence,
    async handle({ account, clock, inProvider }, { body }) {
      const time = getTime(body, clock.today());
      const byProvider = new Map<Identity, Set<string>>();
      for (const { educationProviderId, learnerId } of body.learners) {
        const identity = account.identities.find((one) => one.educationProviderId === educationProviderId);
        // Before anything is written: a provider that is not one's own does not exist.
        if (identity === undefined) throw notFound();
        byProvider.set(identity, (byProvider.get(identity) ?? new Set()).add(learnerId));
      }
      const results: ReportResult[] = [];
      for (const [identity, learnerIds] of byProvider) {
        const report = { learnerIds: [...learnerIds], absenceTypeCode: body.absenceTypeCode, note: textOrNull(body.note), told: body, time };
        results.push(...(await inProvider(identity, (context) => reportInProvider(context, report))).results);
      }
      if (!results.some(({ outcome }) => outcome === 'reported' || outcome === 'already-reported')) throw refusalOf(results);
      return { results };
    },
  }),

  providerRoute(contract.changeAbsenceNotice, {
    action: changeAbsenceNotice,
    object: ({ params }) => params.absenceNoticeId,
    async handle(context, { params: { absenceNoticeId }, body, ifMatch }) {
      const { tx, clock } = context;
      const time = getTime(body, clock.today());
      const notice = await getOpenNotice(context, absenceNoticeId);
      if (notice.version !== ifMatch) throw new HttpProblem(412);
      const type = (await listAbsenceTypes(tx)).find(({ absenceTypeId }) => absenceTypeId === body.absenceTypeId);
      if (type === undefined || !(type.guardianMayChoose || notice.isBySchool)) throw invalid({ path: 'absenceTypeId', key: 'schoolAdmin.absenceType.notChoosable' });
      const version = await updateNotice(tx, absenceNoticeId, { absenceTypeId: body.absenceTypeId, time, note: textOrNull(body.note) });
      await unlinkNotice(tx, notice.learnerId, absenceNoticeId, notice.absenceTypeId);
      await linkToNotices(tx, [notice.learnerId]);
      const { learnerId, isBySchool } = notice;
      await announceNoticed(context, { absenceNoticeId, learnerId, firstDay: body.firstDay, lastDay: body.lastDay, by: isBySchool ? 'school' : 'home', change: 'changed' });
      // Saying again what was said changes no row.
      return { absenceNoticeId, learnerId, version: version ?? notice.version };
    },
  }),

  providerRoute(contract.withdrawAbsenceNotice, {
    action: changeAbsenceNotice,
    object: ({ params }) => params.absenceNoticeId,
    async handle(context, { params: { absenceNoticeId } }) {
      const { tx, actor, clock } = context;
      const notice = await getOpenNotice(context, absenceNoticeId);
      const { learnerId, isBySchool, firstDay, lastDay } = notice;
      await withdrawNotice(tx, absenceNoticeId, actor.personId, clock.iso());
      await unlinkNotice(tx, learnerId, absenceNoticeId, notice.absenceTypeId);
      await linkToNotices(tx, [learnerId]);
      await announceNoticed(context, { absenceNoticeId, learnerId, firstDay, lastDay, by: isBySchool ? 'school' : 'home', change: 'withdrawn' });
      return { absenceNoticeId, learnerId };
    },
  }),
];

async function getOpenNotice({ tx, actor }: ProviderContext, absenceNoticeId: string): Promise<KeptNotice> {
  const notice = await findNoticeForChange(tx, actor, absenceNoticeId);
  if (notice === undefined) throw notFound();
  if (notice.isWithdrawn) throw new HttpProblem(409, { detail: 'schoolAdmin.notice.withdrawn' });
  if (!notice.isStillOpen) throw new HttpProblem(409, { detail: 'schoolAdmin.notice.past' });
  return notice;
}

/** Nothing was reported at all: the request as a whole is refused, for its gravest reason. */
function refusalOf(results: readonly ReportResult[]): HttpProblem {
  if (results.some(({ outcome }) => outcome === 'not-allowed')) return new HttpProblem(403);
  if (results.some(({ outcome }) => outcome === 'not-found')) return notFound();
  return invalid({ path: 'absenceTypeCode', key: 'schoolAdmin.absenceType.notChoosable' });
}
