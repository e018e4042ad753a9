import { z } from 'zod';

/** Desk card of the data protection officer: what deserves a look, in counts of the last seven days. */
export const PrivacyWatch = z.strictObject({
  refused: z.number().int(),
  reveals: z.number().int(),
});
export type PrivacyWatch = z.infer<typeof PrivacyWatch>;
