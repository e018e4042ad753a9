import { readOwnDesk } from '@digione/access/server';
import { accountRoute, deskSource, notFound, providerRoute, type Route } from '@digione/platform/http';
import { getLearning, listLearningOfHome, NewReports, type Report, type SubjectProgress } from '../../contract/index.ts';
import { listObjectives } from '../gradebook/gradebook.queries.ts';
import * as actions from './actions.ts';
import { findLearner, listNewReports, listOwnLearners, listPublished, listShown, type MarkRow, type ShownRow } from './learning.queries.ts';

/** Reports, each with its marks; a school's and a teacher's own words are left out where they could tell the place. */
function reportsOf(marks: readonly MarkRow[], hidesWords: boolean): Report[] {
  const reports = new Map<string, Report>();
  for (const { markRoundId, kind, roundName, publishAt, subject, value, words, corrections } of marks) {
    const report = reports.get(markRoundId) ?? { markRoundId, kind, name: hidesWords ? null : roundName, publishedAt: publishAt, marks: [] };
    report.marks.push({ subject, value, words: hidesWords ? null : words, corrections: corrections.map((one) => (hidesWords ? { ...one, formerWords: null } : one)) });
    reports.set(markRoundId, report);
  }
  return [...reports.values()];
}

/** By subject what has been shown, with the objectives it tells of. */
function subjectsOf(rows: readonly ShownRow[], objectives: SubjectProgress['objectives'], hidesWords: boolean): SubjectProgress[] {
  const subjects = new Map<string, SubjectProgress>();
  for (const { subject, editionId: _edition, ...shown } of rows) {
    const key = subject?.code ?? '';
    const found = subjects.get(key) ?? { subject, shown: [], objectives: [] };
    found.shown.push(hidesWords ? { ...shown, name: null, words: null, levelText: null } : shown);
    subjects.set(key, found);
  }
  for (const progress of subjects.values()) {
    const keys = new Set(progress.shown.flatMap(({ objectiveKeys }) => objectiveKeys));
    progress.objectives = objectives.filter(({ key }) => keys.has(key));
  }
  return [...subjects.values()];
}

export const learningRoutes: readonly Route[] = [
  providerRoute(getLearning, {
    action: actions.readLearning,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor }, { params: { learnerId } }) {
      const [learner, marks, shown] = await Promise.all([findLearner(tx, actor, learnerId), listPublished(tx, learnerId), listShown(tx, learnerId)]);
      if (learner === undefined) throw notFound();
      const { isPlaceHidden: hidesWords, ...name } = learner;
      const editions = [...new Set(shown.flatMap(({ editionId }) => editionId ?? []))];
      const objectives = await Promise.all(editions.map((editionId) => listObjectives(tx, editionId, [...new Set(shown.filter((one) => one.editionId === editionId).flatMap(({ objectiveKeys }) => objectiveKeys))])));
      return { learnerId, ...name, reports: reportsOf(marks, hidesWords), subjects: subjectsOf(shown, objectives.flat(), hidesWords), hidesWords };
    },
  }),

  accountRoute(listLearningOfHome, {
    action: actions.listLearningOfHome,
    async handle({ account, inProvider }) {
      const parts = [];
      for (const identity of account.identities) {
        if (!identity.isGuardian && !identity.isLearner) continue;
        const { educationProviderId } = identity;
        parts.push(await inProvider(identity, async ({ tx, actor }) => ({ learners: (await listOwnLearners(tx, actor)).map((learner) => ({ ...learner, educationProviderId })) })));
      }
      return { learners: parts.flatMap(({ learners }) => learners) };
    },
  }),
];

export const newReportsCard = deskSource({
  id: 'teaching.newReports',
  region: 'changes',
  order: 5,
  action: readOwnDesk,
  needs: (identity) => identity.isGuardian || identity.isLearner,
  response: NewReports,
  async load({ tx, actor }) {
    const reports = await listNewReports(tx, actor);
    return reports.length === 0 ? undefined : { reports };
  },
});
