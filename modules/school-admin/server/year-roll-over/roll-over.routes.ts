import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import type { Transaction } from '@digione/platform/db';
import * as contract from '../../contract/index.ts';
import { changePlaces } from '../changes/actions.ts';
import { findOtherSchool } from '../changes/standing.queries.ts';
import { yearLater, yearName } from './names.ts';
import { planClasses } from './plan.ts';
import * as plans from './plan.queries.ts';
import * as runs from './run.queries.ts';
import { countChangedSince } from './undo.queries.ts';

/** Puts a run that is to be worked on into the job queue. */
export type QueueRollOver = (educationProviderId: string, rollOverId: string) => void;

async function describe(tx: Transaction, rollOverId: string): Promise<contract.RollOver> {
  const found = await runs.findDescribed(tx, rollOverId);
  if (found === undefined) throw notFound();
  const { done, ...run } = found;
  const counts: contract.RollOver['counts'] = { 'moves-up': 0, repeats: 0, leaves: 0, 'changes-school': 0, waits: 0 };
  for (const one of run.classes) for (const action of contract.ROLL_OVER_ACTIONS) counts[action] += one.counts[action] ?? 0;
  const made = run.classes.filter(({ toName, isThere }) => toName !== null && !isThere);
  return {
    ...run,
    classes: run.classes.map((one) => ({ ...one, counts: { ...zero, ...one.counts } })),
    counts,
    newHomerooms: made.length,
    newGroups: made.reduce((sum, { groups }) => sum + groups, 0),
    progress: { done: run.state === 'undoing' || run.state === 'undone' ? run.classes.length - done : done, total: run.classes.length },
    can: { apply: run.state === 'planned' && run.classes.length > 0, undo: run.state === 'applied', planAnew: run.state === 'planned' || run.state === 'undone' },
  };
}
const zero: contract.RollOver['counts'] = { 'moves-up': 0, repeats: 0, leaves: 0, 'changes-school': 0, waits: 0 };

/** A plan of this very school, in the state that the act needs. */
async function getRun({ tx }: ProviderContext, params: { schoolId: string; rollOverId: string }, state?: contract.RollOver['state']): Promise<runs.KeptRun> {
  const run = await runs.findRun(tx, params.rollOverId);
  if (run === undefined || run.schoolId !== params.schoolId) throw notFound();
  if (state !== undefined && run.state !== state) throw new HttpProblem(409, { detail: 'schoolAdmin.rollOver.wrongState' });
  return run;
}

export const rollOverRoutes = (queue: QueueRollOver): readonly Route[] => [
  providerRoute(contract.planRollOver, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx, actor, clock, emit }, { params, body }) {
      const { schoolId } = params;
      const year = await plans.findEndingYear(tx);
      if (year === undefined) throw new HttpProblem(409, { detail: 'schoolAdmin.rollOver.noYear' });
      if (await runs.isRolledOver(tx, schoolId, year.schoolYearId)) throw new HttpProblem(409, { detail: 'schoolAdmin.rollOver.alreadyDone' });
      if (body.nextSchoolId !== undefined && (body.nextSchoolId === schoolId || (await findOtherSchool(tx, body.nextSchoolId, 'basic-education')) === undefined)) {
        throw invalid({ path: 'nextSchoolId', key: 'schoolAdmin.change.problem.otherSchool' });
      }
      await plans.deletePlans(tx, schoolId, year.schoolYearId);
      const next = await plans.findYearFrom(tx, year.endsOn);
      const rollOverId = await plans.insertPlan(tx, {
        schoolId,
        fromYearId: year.schoolYearId,
        yearName: next?.name ?? yearName(year.endsOn),
        startsOn: year.endsOn,
        endsOn: next?.endsOn ?? yearLater(year.endsOn),
        nextSchoolId: body.nextSchoolId ?? null,
        plannedBy: actor.personId,
        plannedAt: clock.iso(),
        classes: planClasses(await plans.listEndingClasses(tx, schoolId, year.schoolYearId), body.nextSchoolId !== undefined),
      });
      await emit({ name: 'schoolYear.rollOverPlanned', payload: { rollOverId, schoolId }, live: { topics: ['roll-over'], personIds: [], schoolIds: [schoolId] } });
      return describe(tx, rollOverId);
    },
  }),

  providerRoute(contract.getRollOver, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle({ tx }, { params }) {
      const rollOverId = await runs.findLatestRun(tx, params.schoolId);
      return { rollOver: rollOverId === undefined ? null : await describe(tx, rollOverId) };
    },
  }),

  providerRoute(contract.listRollOverLearners, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params }) {
      await getRun(context, params);
      return { learners: await plans.listClassLearners(context.tx, params.rollOverId, params.rollOverClassId) };
    },
  }),

  providerRoute(contract.setRollOverAction, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params, body }) {
      const run = await getRun(context, params, 'planned');
      const hasClass = body.action === 'moves-up' || body.action === 'repeats';
      if (hasClass && body.toName === null) throw invalid({ path: 'toName', key: 'schoolAdmin.rollOver.needsClass' });
      if (body.action === 'changes-school' && run.nextSchoolId === null) throw invalid({ path: 'action', key: 'schoolAdmin.rollOver.noNextSchool' });
      const toName = hasClass ? body.toName : null;
      if (!(await plans.setLearnerAction(context.tx, params.rollOverId, params.learnerId, body.action, toName))) throw notFound();
      await context.emit({ name: 'schoolYear.rollOverPlanned', payload: { rollOverId: params.rollOverId, schoolId: params.schoolId }, live: { topics: ['roll-over'], personIds: [], schoolIds: [params.schoolId] } });
      return { learnerId: params.learnerId, action: body.action, toName };
    },
  }),

  providerRoute(contract.applyRollOver, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params }) {
      const { tx, actor, clock } = context;
      const run = await getRun(context, params, 'planned');
      if (await runs.isRolledOver(tx, run.schoolId, run.fromYearId)) throw new HttpProblem(409, { detail: 'schoolAdmin.rollOver.alreadyDone' });
      await runs.setState(tx, run.rollOverId, 'applying', actor.personId, clock.iso());
      tx.afterCommit(() => queue(actor.educationProviderId, run.rollOverId));
      return { rollOverId: run.rollOverId, state: 'applying' as const };
    },
  }),

  providerRoute(contract.undoRollOver, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params }) {
      const { tx, actor } = context;
      const run = await getRun(context, params, 'applied');
      if ((await countChangedSince(tx, run)) > 0) throw new HttpProblem(409, { detail: 'schoolAdmin.rollOver.changedSince' });
      await runs.setState(tx, run.rollOverId, 'undoing');
      tx.afterCommit(() => queue(actor.educationProviderId, run.rollOverId));
      return { rollOverId: run.rollOverId, state: 'undoing' as const };
    },
  }),
];
