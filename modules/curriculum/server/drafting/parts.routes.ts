import * as contract from '@digione/curriculum/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { manageCurriculum } from '../actions.ts';
import type { ReadableEdition } from '../editions/editions.queries.ts';
import { listKnownKeys, listReferred, listUnitElements } from '../reading/reading.queries.ts';
import { assembleUnit, referredBy } from '../reading/unit.ts';
import { findLastChange } from './changes.queries.ts';
import { faultsOf, type Surroundings } from './check-part.ts';
import { announce, getBasis, getDraftRow, getOpenDraft } from './drafts.routes.ts';
import { findPart, insertPart, listParts, updatePart, updateRemoved } from './parts.queries.ts';

async function findUnit({ tx }: Pick<ProviderContext, 'tx'>, edition: ReadableEdition, key: string): Promise<contract.Unit | undefined> {
  const elements = await listUnitElements(tx, edition, key);
  return elements.length === 0 ? undefined : assembleUnit(elements, await listReferred(tx, edition, referredBy(elements)));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function surroundingsOf(context: ProviderContext, basis: ReadableEdition, draftId: string, { unitKey, modules, subjects }: contract.PartWish): Promise<Surroundings> {
  const national = unitKey === null ? undefined : await findUnit(context, basis, unitKey);
  const unit = unitKey !== null && national === undefined && UUID.test(unitKey) ? await findPart(context.tx, unitKey) : undefined;
  const isOwn = unit?.draftId === draftId && unit.kind === 'study-unit' && !unit.isRemoved;
  const named = [...modules, ...subjects];
  return { national, studyUnit: isOwn ? unit : undefined, known: new Set(named.length === 0 ? [] : await listKnownKeys(context.tx, basis, named)) };
}

export const partRoutes: readonly Route[] = [
  providerRoute(contract.getDraftUnit, {
    action: manageCurriculum,
    async handle(context, { params: { draftId }, query: { key, gradeLevel } }) {
      const draft = await getDraftRow(context, draftId);
      const national = (await findUnit(context, await getBasis(context, draft), key)) ?? null;
      return { national, parts: await listParts(context.tx, draftId, { unitKey: key, gradeLevel: gradeLevel ?? null }) };
    },
  }),

  providerRoute(contract.saveDraftPart, {
    action: manageCurriculum,
    async handle(context, { params: { draftId, draftPartId }, body }) {
      const { tx, actor } = context;
      const draft = await getOpenDraft(context, draftId);
      const faults = faultsOf(body, await surroundingsOf(context, await getBasis(context, draft), draftId, body));
      if (faults.length > 0) throw invalid(...faults);
      const before = await findPart(tx, draftPartId);
      if (before === undefined) {
        // Somebody has only just thought of it, or it is another draft's.
        if (body.version !== null) throw notFound();
        await insertPart(tx, draftId, draftPartId, actor.personId, body);
      } else {
        if (before.draftId !== draftId || before.kind !== body.kind || before.unitKey !== body.unitKey || before.gradeLevel !== body.gradeLevel) throw new HttpProblem(409, { detail: 'curriculum.problem.elsewhere' });
        if (before.version !== body.version) throw new HttpProblem(412);
        await updatePart(tx, draftPartId, body);
      }
      await announce(context, 'written', draftId);
      const saved = await findPart(tx, draftPartId);
      if (saved === undefined) throw new Error('The part was written and is not there.');
      const { draftId: _draftId, isRemoved: _isRemoved, ...part } = saved;
      return part;
    },
  }),

  providerRoute(contract.removeDraftPart, {
    action: manageCurriculum,
    async handle(context, { params: { draftId, draftPartId } }) {
      await getOpenDraft(context, draftId);
      const part = await findPart(context.tx, draftPartId);
      if (part?.draftId !== draftId || part.isRemoved) throw notFound();
      await updateRemoved(context.tx, draftPartId);
      await announce(context, 'written', draftId);
      return { changeId: await findLastChange(context.tx, draftPartId) };
    },
  }),
];
