import { z } from 'zod';
import { LocalizedText } from '@digione/platform/contract';

/** Desk card of who looks after all schools: today in counts, nobody named. */
export const CityDay = z.strictObject({
  schools: z.array(
    z.strictObject({
      schoolId: z.uuid(),
      schoolName: LocalizedText,
      learners: z.number().int(),
      /** Lessons that have begun, and those of them whose register is finished. */
      lessonsBegun: z.number().int(),
      registersTaken: z.number().int(),
      /** Over for ten minutes and not finished. */
      untakenRegisters: z.number().int(),
    }),
  ),
});
export type CityDay = z.infer<typeof CityDay>;
