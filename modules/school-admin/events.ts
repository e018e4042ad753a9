import { z } from 'zod';

/** Written by the register when marks of a lesson changed. Announced by the teaching service, read by its name. */
export const AbsenceMarked = z.looseObject({ learnerIds: z.array(z.uuid()), heldOn: z.iso.date() });

/** An absence was explained, or an explanation taken back. */
export const AbsenceExplained = z.strictObject({
  learnerId: z.uuid(),
  days: z.array(z.iso.date()),
  by: z.enum(['home', 'school']),
  change: z.enum(['explained', 'withdrawn']),
});
export type AbsenceExplained = z.infer<typeof AbsenceExplained>;

/** It was told that a learner is or will be away; or the notice was changed or withdrawn. */
export const AbsenceNoticed = z.strictObject({
  absenceNoticeId: z.uuid(),
  learnerId: z.uuid(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  by: z.enum(['home', 'school']),
  change: z.enum(['reported', 'changed', 'withdrawn']),
});
export type AbsenceNoticed = z.infer<typeof AbsenceNoticed>;

/** Certificates were prepared, changed, discarded or issued: `certificate.prepared`, `.changed`, `.discarded`, `.issued`. */
export const CertificatesTold = z.strictObject({ schoolId: z.uuid(), certificateIds: z.array(z.uuid()), learnerIds: z.array(z.uuid()) });
export type CertificatesTold = z.infer<typeof CertificatesTold>;
