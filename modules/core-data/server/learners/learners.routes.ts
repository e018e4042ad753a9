import { Buffer } from 'node:buffer';
import { z } from 'zod';
import * as contract from '@digione/core-data/contract';
import type { Transaction } from '@digione/platform/db';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as actions from '../actions.ts';
import { listConcerned } from '../people/people.queries.ts';
import * as blocks from './guardian-blocks.queries.ts';
import { listLearners } from './learners.queries.ts';
import * as moves from './moves.queries.ts';

const Cursor = z.tuple([z.string(), z.string(), z.uuid(), z.uuid()]);

function readCursor(text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    const [lastName, callName, personId, schoolId] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { lastName, callName, personId, schoolId };
  } catch {
    throw invalid({ path: 'query.cursor', key: 'core-data.problem.cursor' });
  }
}

async function announceMove({ tx, emit, about }: ProviderContext, learnerId: string, kind: 'homeroom' | 'group', from: string): Promise<void> {
  about(learnerId);
  const concerned = await listConcerned(tx, learnerId);
  await emit({ name: `learner.${kind}Changed`, payload: { learnerId, from }, live: { topics: ['person', 'homeroom', 'group', 'desk'], ...concerned } });
}

/** A move lies within the group's own time and the learner's enrolment. */
async function assertMovable(tx: Transaction, learnerId: string, to: { schoolId: string; from: string; until: string | null }, from: string): Promise<void> {
  if (from < to.from || (to.until !== null && from >= to.until)) throw invalid({ path: 'from', key: 'core-data.problem.outsideGroup' });
  if (!(await moves.isEnrolledOn(tx, learnerId, to.schoolId, from))) throw invalid({ path: 'from', key: 'core-data.problem.notEnrolled' });
}

export const learnerRoutes = [
  providerRoute(contract.listLearners, {
    action: actions.listLearners,
    async handle({ tx, actor }, { query }) {
      const rows = await listLearners(tx, actor, { ...query, after: readCursor(query.cursor), limit: query.limit + 1 });
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      const nextCursor =
        rows.length > query.limit && last !== undefined
          ? Buffer.from(JSON.stringify([last.lastName, last.callName, last.personId, last.schoolId])).toString('base64url')
          : null;
      return { items, nextCursor };
    },
  }),

  providerRoute(contract.moveToHomeroom, {
    action: actions.moveLearner,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body }) {
      const { tx } = context;
      const to = await moves.findHomeroom(tx, body.homeroomId);
      if (to === undefined) throw notFound();
      await assertMovable(tx, params.learnerId, to, body.from);
      const previous = await moves.findHomeroomOn(tx, params.learnerId, to.schoolId, body.from);
      if (previous?.id !== to.id) {
        const pairs =
          body.movesHomeroomGroups && previous !== undefined ? await moves.listHomeroomGroupPairs(tx, previous.id, to.id, params.learnerId, body.from) : [];
        await moves.moveHomeroom(tx, params.learnerId, to, body.from);
        for (const pair of pairs) await moves.moveGroup(tx, params.learnerId, pair.fromId, { id: pair.toId, schoolId: pair.schoolId, until: pair.until }, body.from);
        await announceMove(context, params.learnerId, 'homeroom', body.from);
      }
      return { learnerId: params.learnerId, from: body.from, previous: previous ?? null, current: { id: to.id, name: to.name } };
    },
  }),

  providerRoute(contract.moveToTeachingGroup, {
    action: actions.moveLearner,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body }) {
      const { tx } = context;
      const from = await moves.findTeachingGroup(tx, body.fromTeachingGroupId);
      const to = await moves.findTeachingGroup(tx, body.toTeachingGroupId);
      if (from === undefined || to === undefined) throw notFound();
      await assertMovable(tx, params.learnerId, to, body.from);
      if (!(await moves.isMemberOn(tx, params.learnerId, from.id, body.from))) throw invalid({ path: 'fromTeachingGroupId', key: 'core-data.problem.notMember' });
      if (from.id !== to.id) {
        await moves.moveGroup(tx, params.learnerId, from.id, to, body.from);
        await announceMove(context, params.learnerId, 'group', body.from);
      }
      return { learnerId: params.learnerId, from: body.from, previous: { id: from.id, name: from.name }, current: { id: to.id, name: to.name } };
    },
  }),

  providerRoute(contract.blockGuardian, {
    action: actions.blockGuardian,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor, emit, clock }, { params, body }) {
      if (!(await blocks.isGuardian(tx, body.guardianId, params.learnerId))) throw notFound();
      if (body.until !== undefined && body.until <= clock.today()) throw invalid({ path: 'until', key: 'core-data.problem.past' });
      const guardianBlockId = await blocks.insertBlock(tx, {
        guardianId: body.guardianId,
        learnerId: params.learnerId,
        reason: body.reason,
        until: body.until ?? null,
        setBy: actor.personId,
      });
      // The one who was blocked is told by nothing but their own page asking again.
      await emit({ name: 'guardian.blocked', payload: { learnerId: params.learnerId, guardianId: body.guardianId }, live: { topics: ['person', 'desk', 'absence', 'access'], personIds: [body.guardianId] } });
      return { guardianBlockId, learnerId: params.learnerId, guardianId: body.guardianId };
    },
  }),

  providerRoute(contract.endGuardianBlock, {
    action: actions.blockGuardian,
    object: ({ params }) => params.learnerId,
    async handle({ tx, emit }, { params, body }) {
      if (!(await blocks.endBlock(tx, body.guardianId, params.learnerId))) throw new HttpProblem(404);
      await emit({ name: 'guardian.unblocked', payload: { learnerId: params.learnerId, guardianId: body.guardianId }, live: { topics: ['person', 'desk', 'absence', 'access'], personIds: [body.guardianId] } });
      return { learnerId: params.learnerId, guardianId: body.guardianId };
    },
  }),
];
