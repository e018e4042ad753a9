import { z } from 'zod';

/** A role was given by hand (`role-assignment.given`), its end taken back, or it was ended (`role-assignment.ended`). */
export const RoleAssignmentChanged = z.strictObject({
  roleAssignmentId: z.uuid(),
  personId: z.uuid(),
  role: z.string(),
  /** Null: every school of the provider. */
  schoolId: z.uuid().nullable(),
});
export type RoleAssignmentChanged = z.infer<typeof RoleAssignmentChanged>;
