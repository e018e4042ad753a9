import type { ProviderContext } from '@digione/platform/http';
import type { AbsenceExplained, AbsenceNoticed } from '../../events.ts';
import { listConcerned } from './audience.queries.ts';

/** Tells subscribers and the open pages of everyone the absence concerns. */
async function announce({ tx, emit }: Pick<ProviderContext, 'tx' | 'emit'>, name: string, payload: Readonly<Record<string, unknown>>, learnerId: string): Promise<void> {
  await emit({ name, payload, live: { topics: ['absence'], personIds: await listConcerned(tx, [learnerId]) } });
}

export const announceExplained = (context: Pick<ProviderContext, 'tx' | 'emit'>, event: AbsenceExplained) => announce(context, 'absence.explained', event, event.learnerId);
export const announceNoticed = (context: Pick<ProviderContext, 'tx' | 'emit'>, event: AbsenceNoticed) => announce(context, 'absence.noticed', event, event.learnerId);
