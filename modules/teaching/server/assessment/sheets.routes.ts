import { hasRole, schoolsWithRole } from '@digione/platform/access';
import { readOwnDesk } from '@digione/access/server';
import { deskSource, providerRoute, type Route } from '@digione/platform/http';
import { behaviourMarks, groupMarks, listOwnMarkSheets, OpenSheets } from '../../contract/index.ts';
import { TEACHING_ROLES } from '../actions.ts';
import * as actions from './actions.ts';
import { correctMark, lockSheet, readSheet, saveSheet, type SheetActions } from './sheets.ts';
import { hasOpenRound, listSheetsOf, type Target } from './sheets.queries.ts';

const ofGroup = (params: { groupId: string }): Target => ({ of: 'group', id: params.groupId });
const ofHomeroom = (params: { homeroomId: string }): Target => ({ of: 'homeroom', id: params.homeroomId });
const group: SheetActions = { decide: actions.decideGroupMarks, correct: actions.correctGroupMarks };
const behaviour: SheetActions = { decide: actions.decideBehaviour, correct: actions.correctBehaviour };

export const sheetRoutes: readonly Route[] = [
  providerRoute(listOwnMarkSheets, { action: actions.listMarkSheets, handle: async ({ tx, actor }) => ({ sheets: await listSheetsOf(tx, actor.personId) }) }),

  providerRoute(groupMarks.get, { action: actions.readGroupMarks, object: ({ params }) => params.groupId, handle: (context, { params }) => readSheet(context, params.markRoundId, ofGroup(params), group) }),
  providerRoute(groupMarks.save, { action: actions.decideGroupMarks, object: ({ params }) => params.groupId, handle: (context, { params, body }) => saveSheet(context, params.markRoundId, ofGroup(params), group, body.changes) }),
  providerRoute(groupMarks.lock, { action: actions.decideGroupMarks, object: ({ params }) => params.groupId, handle: (context, { params, body }) => lockSheet(context, params.markRoundId, ofGroup(params), group, body.isLocked) }),
  providerRoute(groupMarks.correct, { action: actions.correctGroupMarks, object: ({ params }) => params.groupId, handle: (context, { params, body }) => correctMark(context, params.markRoundId, ofGroup(params), group, body) }),

  providerRoute(behaviourMarks.get, { action: actions.readBehaviour, object: ({ params }) => params.homeroomId, handle: (context, { params }) => readSheet(context, params.markRoundId, ofHomeroom(params), behaviour) }),
  providerRoute(behaviourMarks.save, { action: actions.decideBehaviour, object: ({ params }) => params.homeroomId, handle: (context, { params, body }) => saveSheet(context, params.markRoundId, ofHomeroom(params), behaviour, body.changes) }),
  providerRoute(behaviourMarks.lock, { action: actions.decideBehaviour, object: ({ params }) => params.homeroomId, handle: (context, { params, body }) => lockSheet(context, params.markRoundId, ofHomeroom(params), behaviour, body.isLocked) }),
  providerRoute(behaviourMarks.correct, { action: actions.correctBehaviour, object: ({ params }) => params.homeroomId, handle: (context, { params, body }) => correctMark(context, params.markRoundId, ofHomeroom(params), behaviour, body) }),
];

/** More than these are told as a number: a card is no list. */
const SHOWN = 5;

export const openSheetsCard = deskSource({
  id: 'teaching.openSheets',
  region: 'waiting',
  order: 25,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, ...TEACHING_ROLES, 'principal'),
  response: OpenSheets,
  async load({ tx, actor }) {
    if (!(await hasOpenRound(tx, schoolsWithRole(actor, ...TEACHING_ROLES, 'principal')))) return undefined;
    const open = (await listSheetsOf(tx, actor.personId)).filter(({ isLocked, state }) => state === 'open' && !isLocked);
    return open.length === 0 ? undefined : { count: open.length, sheets: open.slice(0, SHOWN) };
  },
});
