import { z } from 'zod';
import { Instant, LocalDate } from '@digione/platform/contract';
import { ImportKindName } from './imports.ts';

/** Desk card of the main user: files that were checked, would change something, and wait to be imported. */
export const CheckedImports = z.strictObject({
  total: z.number().int(),
  runs: z.array(z.strictObject({ importRunId: z.uuid(), kind: ImportKindName, fileName: z.string(), checkedAt: Instant, changes: z.number().int() })),
});
export type CheckedImports = z.infer<typeof CheckedImports>;

/** Desk card of a vendor's representative: what the right is, and what has been done with it in seven days. */
export const VendorConnection = z.strictObject({
  startsOn: LocalDate.nullable(),
  endsOn: LocalDate.nullable(),
  reason: z.string().nullable(),
  acts: z.number().int(),
  lastActAt: Instant.nullable(),
});
export type VendorConnection = z.infer<typeof VendorConnection>;
