import type { ImportRun } from '@digione/exchange/contract';

/** How many rows the run wrote, or would write: 0 when everything in the file is known already. */
export function countWrites({ summary }: Pick<ImportRun, 'summary'>): number {
  return summary === null ? 0 : summary.counts.created + summary.counts.changed + summary.counts.ended;
}

/** Carrying out a check that would write nothing would only make the reader wonder what it did. */
export const isWorthApplying = (run: Pick<ImportRun, 'summary' | 'can'>): boolean => run.can.apply && countWrites(run) > 0;
