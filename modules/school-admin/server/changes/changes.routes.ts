import { addDays } from '@digione/local-date';
import * as contract from '../../contract/index.ts';
import { HttpProblem, invalid, notFound, providerRoute } from '@digione/platform/http';
import { changePlaces } from './actions.ts';
import { findChangeForUndo, listChangesOfLearner, listChangesOfSchool, listPlaceAudience, markUndone } from './changes.queries.ts';
import { endPlaces, insertPlaces, takeBack, voidStudyRight } from './effects.queries.ts';
import { makeChange } from './make-change.ts';
import { findStanding } from './standing.queries.ts';

export const changeRoutes = [
  providerRoute(contract.listSchoolsChanges, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params, query }) => ({ changes: await listChangesOfSchool(tx, params.schoolId, query.limit) }),
  }),

  providerRoute(contract.getLearnersPath, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx }, { params }) {
      const standing = await findStanding(tx, params.schoolId, params.learnerId);
      if (standing === undefined) throw notFound();
      const { callName, lastName, educationForm, from, until, homeroomName } = standing;
      const changes = await listChangesOfLearner(tx, params.schoolId, params.learnerId);
      return { learnerId: params.learnerId, callName, lastName, educationForm, from, until: until === null ? null : addDays(until, -1), homeroomName, changes };
    },
  }),

  providerRoute(contract.changeLearner, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params, body }) {
      const standing = await findStanding(context.tx, params.schoolId, params.learnerId);
      if (standing === undefined) throw notFound();
      const learnerChangeId = await makeChange(context, { ...params, standing, change: body });
      return { learnerChangeId, learnerId: params.learnerId, callName: standing.callName, lastName: standing.lastName };
    },
  }),

  providerRoute(contract.givePlace, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx, emit }, { params, body }) {
      const { schoolId, learnerId } = params;
      const standing = await findStanding(tx, schoolId, learnerId);
      if (standing === undefined) throw notFound();
      if (body.from < standing.from || (standing.until !== null && body.from >= standing.until)) throw invalid({ path: 'from', key: 'schoolAdmin.change.problem.outsideStudyRight' });
      await endPlaces(tx, learnerId, body.from, schoolId);
      const places = await insertPlaces(tx, { learnerId, schoolId, ...body });
      if (body.homeroomId !== null && places.homeroomName === null) throw invalid({ path: 'homeroomId', key: 'schoolAdmin.newcomer.noSuchHomeroom' });
      if (places.groups < new Set(body.teachingGroupIds).size) throw invalid({ path: 'teachingGroupIds', key: 'schoolAdmin.newcomer.noSuchGroup' });
      await emit({
        name: 'learner.homeroomChanged',
        payload: { learnerId, from: body.from },
        live: { topics: ['person', 'homeroom', 'group', 'learner-change', 'desk'], ...(await listPlaceAudience(tx, learnerId, [schoolId])) },
      });
      return { learnerId, callName: standing.callName, lastName: standing.lastName, homeroomName: places.homeroomName, from: body.from };
    },
  }),

  providerRoute(contract.undoLearnerChange, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx, actor, clock, emit }, { params }) {
      const change = await findChangeForUndo(tx, params.schoolId, params.learnerChangeId);
      if (change === undefined) throw notFound();
      if (change.isUndone || !change.mayUndo) throw new HttpProblem(409, { detail: 'schoolAdmin.change.notUndoable' });
      // A study right that the step made may be spoken of by others already: it stays, as one that was never in force. It goes first, since the old one returns to its time.
      const begun = change.effects.find(({ table, before }) => table === 'study_right' && before === null);
      const others = change.effects.filter((effect) => effect !== begun);
      const isDone = (begun === undefined || (await voidStudyRight(tx, begun.id, begun.version ?? 0))) && (await takeBack(tx, others));
      if (!isDone) throw new HttpProblem(409, { detail: 'schoolAdmin.change.changedSince' });
      await markUndone(tx, change.learnerChangeId, actor.personId, clock.iso());
      const audience = await listPlaceAudience(tx, change.learnerId, [params.schoolId]);
      await emit({
        name: 'learner.changeUndone',
        payload: { learnerChangeId: change.learnerChangeId, learnerId: change.learnerId, studyRightId: change.studyRightId, kind: change.kind },
        live: { topics: ['person', 'homeroom', 'group', 'learner-change', 'desk'], ...audience },
      });
      return { learnerChangeId: change.learnerChangeId, learnerId: change.learnerId };
    },
  }),
];
