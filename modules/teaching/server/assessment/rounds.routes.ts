import { v7 as uuidv7 } from 'uuid';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { schoolsWithRole } from '@digione/platform/access';
import * as contract from '../../contract/index.ts';
import { MARKS_APPROVED } from '../../events.ts';
import * as actions from './actions.ts';
import { findRound, findSchoolYear, insertRound, listMarkers, listProgress, listRounds, setApproval, withoutPlace, type RoundRow } from './rounds.queries.ts';

async function getRound({ tx }: Pick<ProviderContext, 'tx'>, schoolId: string, markRoundId: string, lock?: 'approve'): Promise<RoundRow> {
  const round = await findRound(tx, markRoundId, lock);
  if (round?.schoolId !== schoolId) throw notFound();
  return round;
}

const isPrincipalOf = ({ actor }: Pick<ProviderContext, 'actor'>, schoolId: string): boolean => {
  const schools = schoolsWithRole(actor, 'principal');
  return schools === 'all' || schools.includes(schoolId);
};

/** Tells those who give marks, and nobody else: an approval is not yet a publication. */
async function announceApproval({ tx, emit }: ProviderContext, round: RoundRow): Promise<void> {
  await emit({ name: MARKS_APPROVED, payload: { markRoundId: round.markRoundId, schoolId: round.schoolId }, live: { topics: ['marks', 'desk'], personIds: await listMarkers(tx, round) } });
}

export const roundRoutes: readonly Route[] = [
  providerRoute(contract.listMarkRounds, {
    action: actions.readMarkRounds,
    object: ({ params }) => params.schoolId,
    handle: async (context, { params: { schoolId } }) => ({ rounds: await listRounds(context.tx, schoolId), canApprove: isPrincipalOf(context, schoolId) }),
  }),

  providerRoute(contract.addMarkRound, {
    action: actions.addMarkRound,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId }, body }) {
      const schoolYearId = await findSchoolYear(context.tx, body.dueOn);
      if (schoolYearId === undefined) throw invalid({ path: 'dueOn', key: 'teaching.problem.outsideSchoolYear' });
      const markRoundId = uuidv7();
      await insertRound(context.tx, { markRoundId, schoolId, schoolYearId, ...body, gradeLevels: [...new Set(body.gradeLevels)].toSorted((a, b) => a - b) });
      const round = await getRound(context, schoolId, markRoundId);
      await announceApproval(context, round);
      return withoutPlace(round);
    },
  }),

  providerRoute(contract.getMarkRound, {
    action: actions.readMarkRounds,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId, markRoundId } }) {
      const round = await getRound(context, schoolId, markRoundId);
      return { round: withoutPlace(round), sheets: await listProgress(context.tx, markRoundId), canApprove: isPrincipalOf(context, schoolId) };
    },
  }),

  providerRoute(contract.approveMarkRound, {
    action: actions.approveMarkRound,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId, markRoundId }, body, ifMatch }) {
      const { tx, clock, actor } = context;
      const round = await getRound(context, schoolId, markRoundId, 'approve');
      if (round.version !== ifMatch) throw new HttpProblem(412);
      if (round.state === 'published') throw new HttpProblem(409, { detail: 'teaching.problem.alreadyPublished' });
      const sheets = await listProgress(tx, markRoundId);
      const open = sheets.filter(({ isLocked }) => !isLocked).length;
      if (open === sheets.length) throw new HttpProblem(409, { detail: 'teaching.problem.nothingLocked' });
      if (open > 0 && !body.withoutOpenSheets) throw new HttpProblem(409, { detail: 'teaching.problem.sheetsOpen', values: { count: open } });
      const now = clock.iso();
      await setApproval(tx, markRoundId, { at: now, by: actor.personId, publishAt: body.publishAt !== null && body.publishAt > now ? body.publishAt : now });
      const approved = await getRound(context, schoolId, markRoundId);
      await announceApproval(context, approved);
      return withoutPlace(approved);
    },
  }),

  providerRoute(contract.withdrawApproval, {
    action: actions.approveMarkRound,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId, markRoundId }, ifMatch }) {
      const round = await getRound(context, schoolId, markRoundId, 'approve');
      if (round.version !== ifMatch) throw new HttpProblem(412);
      if (round.state === 'published') throw new HttpProblem(409, { detail: 'teaching.problem.alreadyPublished' });
      if (round.state === 'approved') await setApproval(context.tx, markRoundId, null);
      const open = await getRound(context, schoolId, markRoundId);
      await announceApproval(context, open);
      return withoutPlace(open);
    },
  }),
];
