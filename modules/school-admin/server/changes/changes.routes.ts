import * as contract from '../../contract/index.ts';
import { HttpProblem, notFound, providerRoute } from '@digione/platform/http';
import { changePlaces } from './actions.ts';
import { findChangeForUndo, listChangesOfSchool, listPlaceAudience, markUndone } from './changes.queries.ts';
import { takeBack, voidStudyRight } from './effects.queries.ts';

export const changeRoutes = [
  providerRoute(contract.listSchoolsChanges, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params, query }) => ({ changes: await listChangesOfSchool(tx, params.schoolId, query.limit) }),
  }),

  providerRoute(contract.undoLearnerChange, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx, actor, clock, emit }, { params }) {
      const change = await findChangeForUndo(tx, params.schoolId, params.learnerChangeId);
      if (change === undefined) throw notFound();
      if (change.isUndone || !change.mayUndo) throw new HttpProblem(409, { detail: 'schoolAdmin.change.notUndoable' });
      // An admission's study right may be spoken of by others already: it stays, as one that was never in force.
      const admitted = change.kind === 'admitted' ? change.effects.find(({ table, before }) => table === 'study_right' && before === null) : undefined;
      const others = change.effects.filter((effect) => effect !== admitted);
      const isDone = (await takeBack(tx, others)) && (admitted === undefined || (await voidStudyRight(tx, admitted.id, admitted.version ?? 0)));
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
