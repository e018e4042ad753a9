import type { ProviderContext } from '@digione/platform/http';
import { EVIDENCE_RECORDED } from '../../events.ts';
import { listAssessors } from './gradebook.queries.ts';

/** Tells the open grade books of the group's teachers; nobody else hears of evidence before it is shared. */
export async function announceGradebook({ tx, emit }: Pick<ProviderContext, 'tx' | 'emit'>, teachingGroupId: string): Promise<void> {
  await emit({ name: EVIDENCE_RECORDED, payload: { teachingGroupId }, live: { topics: ['gradebook'], personIds: await listAssessors(tx, teachingGroupId) } });
}
