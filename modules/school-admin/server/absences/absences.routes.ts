import { addDays, diffDays } from '@digione/local-date';
import { HttpProblem, invalid, notFound, providerRoute } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { explainAbsence, readAbsences, readAbsenceTypes } from '../actions.ts';
import { listNoticesOfLearners } from '../notices/notices.queries.ts';
import { listAbsenceTypes } from './absence-types.queries.ts';
import { announceExplained } from './announce.ts';
import { explainAbsences, withdrawExplanations } from './explain.queries.ts';
import { findLearner, getSchoolYear, listAbsencesOfLearners, listBreaks } from './learner-absences.queries.ts';

/** A year and its rim; longer times are asked for piece by piece. */
const MOST_DAYS = 400;

export const absenceRoutes = [
  providerRoute(contract.listAbsenceTypes, {
    action: readAbsenceTypes,
    handle: async ({ tx }) => ({ types: await listAbsenceTypes(tx) }),
  }),

  providerRoute(contract.listLearnerAbsences, {
    action: readAbsences,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor }, { params: { learnerId }, query }) {
      const [year, learner] = await Promise.all([getSchoolYear(tx), findLearner(tx, actor, learnerId)]);
      if (learner === undefined) throw notFound();
      const firstDay = query.from ?? year.firstDay;
      const wanted = query.to ?? (query.from === undefined ? year.lastDay : addDays(firstDay, MOST_DAYS));
      if (wanted < firstDay) throw invalid({ path: 'query.to', key: 'schoolAdmin.notice.endsBeforeStart' });
      const lastDay = diffDays(firstDay, wanted) > MOST_DAYS ? addDays(firstDay, MOST_DAYS) : wanted;
      const { can, ...person } = learner;
      const [breaks, absences, notices, types] = await Promise.all([
        listBreaks(tx, learnerId, firstDay, lastDay),
        listAbsencesOfLearners(tx, actor, [learnerId], firstDay, lastDay),
        listNoticesOfLearners(tx, actor, [learnerId], firstDay, lastDay),
        listAbsenceTypes(tx),
      ]);
      return { learner: person, firstDay, lastDay, breaks, absences, notices, types, can };
    },
  }),

  providerRoute(contract.explainAbsences, {
    action: explainAbsence,
    object: ({ params }) => params.learnerId,
    async handle(context, { params: { learnerId }, body }) {
      const absenceIds = [...new Set(body.absenceIds)];
      const explanation = body.explanation === undefined || body.explanation === '' ? null : body.explanation;
      const found = await explainAbsences(context.tx, context.actor, learnerId, { absenceIds, absenceTypeId: body.absenceTypeId, explanation, now: context.clock.iso() });
      const [first] = found;
      if (first === undefined || found.length < absenceIds.length) throw notFound();
      if (!first.isTypeChoosable) throw invalid({ path: 'absenceTypeId', key: 'schoolAdmin.absenceType.notChoosable' });
      const explained = found.filter(({ isExplained }) => isExplained);
      if (explained.length === 0) throw new HttpProblem(409, { detail: 'schoolAdmin.absence.alreadyExplained' });
      const days = [...new Set(explained.map(({ heldOn }) => heldOn))];
      await announceExplained(context, { learnerId, days, by: first.isBySchool ? 'school' : 'home', change: 'explained' });
      return { learnerId, explained: explained.map(({ absenceId }) => absenceId), untouched: found.filter(({ isExplained }) => !isExplained).map(({ absenceId }) => absenceId) };
    },
  }),

  providerRoute(contract.withdrawExplanation, {
    action: explainAbsence,
    object: ({ params }) => params.learnerId,
    async handle(context, { params: { learnerId }, body }) {
      const withdrawn = await withdrawExplanations(context.tx, context.actor, learnerId, body.absenceIds);
      const [first] = withdrawn;
      if (first !== undefined) {
        const days = [...new Set(withdrawn.map(({ heldOn }) => heldOn))];
        await announceExplained(context, { learnerId, days, by: first.isBySchool ? 'school' : 'home', change: 'withdrawn' });
      }
      return { learnerId, withdrawn: withdrawn.map(({ absenceId }) => absenceId) };
    },
  }),
];
