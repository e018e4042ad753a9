import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addToast } from '@digione/platform/ui';
import { call, endpointKey, ProblemError, problemText, useLanguage } from '@digione/platform/web';
import { getGroupPlan, savePlanUnit, type GroupPlan, type PlanUnit } from '../../contract/index.ts';
import { draftOf, mergeUnit, type Conflict, type UnitDraft } from './merge.ts';

/** A type and not an interface: the call takes it as a record of path parameters. */
export type PlanParams = { readonly educationProviderId: string; readonly groupId: string };

/** What a colleague has changed meanwhile, and what is to be chosen. */
export interface Clash {
  readonly theirs: PlanUnit;
  readonly mine: UnitDraft;
  readonly merged: UnitDraft;
  readonly conflicts: readonly Conflict[];
}

/**
 * Saves units. What a colleague has changed meanwhile is read and joined to one's own; only where both have changed the same
 * is somebody asked.
 */
export function useUnitSaving(params: PlanParams) {
  const client = useQueryClient();
  const language = useLanguage();
  const [clash, setClash] = useState<Clash>();
  const [isSaving, setSaving] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: endpointKey(getGroupPlan, { params }) });

  /** @returns whether it is saved; otherwise a clash waits or the reason has been told */
  async function save(planUnitId: string, mine: UnitDraft, base: { draft: UnitDraft; version: number }): Promise<boolean> {
    setSaving(true);
    try {
      const body = { ...mine, objectiveKeys: [...mine.objectiveKeys], contentKeys: [...mine.contentKeys], links: [...mine.links] };
      await call(savePlanUnit, { params: { ...params, planUnitId }, body, ifMatch: base.version });
      await refresh();
      return true;
    } catch (error) {
      const theirs = error instanceof ProblemError && error.status === 412 ? await readUnit(planUnitId) : undefined;
      if (theirs === undefined) {
        addToast({ tone: 'danger', ...problemText(error, language) });
        return false;
      }
      const { merged, conflicts } = mergeUnit(base.draft, mine, draftOf(theirs));
      if (conflicts.length === 0) return await save(planUnitId, merged, { draft: draftOf(theirs), version: theirs.version });
      setClash({ theirs, mine, merged, conflicts });
      return false;
    } finally {
      setSaving(false);
    }
  }

  async function readUnit(planUnitId: string): Promise<PlanUnit | undefined> {
    const plan: GroupPlan = await call(getGroupPlan, { params });
    client.setQueryData(endpointKey(getGroupPlan, { params }), plan);
    return plan.units.find((unit) => unit.planUnitId === planUnitId);
  }

  return { save, isSaving, clash, closeClash: () => setClash(undefined), refresh };
}
