import { z } from 'zod';
import { LocalDate } from '@digione/platform/contract';

/** Desk card: the education provider at a glance. */
export const ProviderOverview = z.strictObject({
  schools: z.number().int(),
  learners: z.number().int(),
  staff: z.number().int(),
  schoolYear: z.strictObject({ name: z.string(), endsOn: LocalDate }).nullable(),
});
export type ProviderOverview = z.infer<typeof ProviderOverview>;
