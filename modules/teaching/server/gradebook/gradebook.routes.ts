import { v7 as uuidv7 } from 'uuid';
import type { BodyOf } from '@digione/platform/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import * as actions from './actions.ts';
import { announceGradebook } from './announce.ts';
import { findGroup, findItem, getHighestLevel, hasValues, insertItem, listGroupsOf, listItems, listMembers, listObjectives, listValues, updateItem, type ItemContent } from './gradebook.queries.ts';
import { refuseScaleChange, saveCells } from './save.ts';
import { listCellHistory } from './values.queries.ts';

type ItemBody = BodyOf<typeof contract.addEvidenceItem>;

/** The item as it is to stand. @throws HttpProblem 400 for a rubric without levels or an objective the curriculum does not have */
async function contentOf({ tx, clock }: ProviderContext, body: ItemBody, sharedAt: string | null): Promise<ItemContent> {
  const { isShared, objectiveKeys, editionId, ...item } = body;
  if (item.scale === 'level' && item.levels.length < 2) throw invalid({ path: 'levels', key: 'teaching.problem.levelsMissing' });
  const keys = [...new Set(objectiveKeys)];
  if (keys.length > 0) {
    const known = editionId === null ? [] : await listObjectives(tx, editionId, keys);
    if (known.length < keys.length) throw invalid({ path: 'objectiveKeys', key: 'teaching.problem.noSuchObjective' });
  }
  return {
    ...item,
    levels: item.scale === 'level' ? item.levels : [],
    editionId: keys.length === 0 ? null : editionId,
    objectiveKeys: keys,
    sharedAt: isShared ? (sharedAt ?? clock.iso()) : null,
  };
}

async function getItem({ tx }: ProviderContext, groupId: string, evidenceItemId: string): Promise<contract.EvidenceItem> {
  const item = await findItem(tx, groupId, evidenceItemId);
  if (item === undefined) throw notFound();
  return item;
}

export const gradebookRoutes: readonly Route[] = [
  providerRoute(contract.listAssessedGroups, {
    action: actions.listAssessedGroups,
    handle: async ({ tx, actor }) => ({ groups: await listGroupsOf(tx, actor.personId) }),
  }),

  providerRoute(contract.getGradebook, {
    action: actions.readGradebook,
    object: ({ params }) => params.groupId,
    async handle({ tx, actor }, { params: { groupId } }) {
      const [group, learners, items, values] = await Promise.all([findGroup(tx, actor, groupId), listMembers(tx, groupId), listItems(tx, groupId), listValues(tx, groupId)]);
      if (group === undefined) throw notFound();
      const editions = [...new Set(items.flatMap(({ editionId }) => editionId ?? []))];
      const objectives = await Promise.all(
        editions.map((editionId) => listObjectives(tx, editionId, [...new Set(items.filter((item) => item.editionId === editionId).flatMap(({ objectiveKeys }) => objectiveKeys))])),
      );
      const { schoolId: _schoolId, ...told } = group;
      return { ...told, learners, items, values, objectives: objectives.flat() };
    },
  }),

  providerRoute(contract.addEvidenceItem, {
    action: actions.recordEvidence,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId }, body }) {
      const evidenceItemId = uuidv7();
      await insertItem(context.tx, groupId, evidenceItemId, await contentOf(context, body, null));
      await announceGradebook(context, groupId);
      return getItem(context, groupId, evidenceItemId);
    },
  }),

  providerRoute(contract.changeEvidenceItem, {
    action: actions.recordEvidence,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, evidenceItemId }, body: { isRemoved, ...body }, ifMatch }) {
      const { tx, clock } = context;
      const before = await getItem(context, groupId, evidenceItemId);
      const after = await contentOf(context, body, before.sharedAt);
      const [hasAny, highestLevel] = await Promise.all([hasValues(tx, evidenceItemId), getHighestLevel(tx, evidenceItemId)]);
      refuseScaleChange(before, after, hasAny, highestLevel);
      if (!(await updateItem(tx, evidenceItemId, ifMatch, after, isRemoved ? clock.iso() : null))) throw new HttpProblem(412);
      await announceGradebook(context, groupId);
      return getItem(context, groupId, evidenceItemId);
    },
  }),

  providerRoute(contract.saveEvidence, {
    action: actions.recordEvidence,
    object: ({ params }) => params.groupId,
    handle: (context, { params: { groupId }, body }) => saveCells(context, groupId, body.changes),
  }),

  providerRoute(contract.listEvidenceHistory, {
    action: actions.readGradebook,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, evidenceItemId, learnerId } }) {
      await getItem(context, groupId, evidenceItemId);
      return { learnerId, changes: await listCellHistory(context.tx, evidenceItemId, learnerId) };
    },
  }),
];
