import { z } from 'zod';
import { endpoint, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { AbsenceType } from './absence-types.ts';

/** A learner's unexplained absences of one day: what is explained in one go. */
export const OpenDay = z.strictObject({
  learnerId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  heldOn: LocalDate,
  startsAt: Instant,
  endsAt: Instant,
  absenceIds: z.array(z.uuid()),
  subjects: z.array(LocalizedText),
});
export type OpenDay = z.infer<typeof OpenDay>;

export const OpenDayOfHomeroom = OpenDay.extend({
  homeroomName: z.string(),
  /** Whom to call; the number is null where it must not be shown. */
  guardians: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string(), phone: z.string().nullable() })),
});
export type OpenDayOfHomeroom = z.infer<typeof OpenDayOfHomeroom>;

/** On the desk: the latest few, and how many there are. */
export const OpenDaysOfHomerooms = z.strictObject({
  days: z.array(OpenDayOfHomeroom.omit({ guardians: true })),
  total: z.number().int(),
  types: z.array(AbsenceType),
});
export type OpenDaysOfHomerooms = z.infer<typeof OpenDaysOfHomerooms>;

export const listOpenAbsences = endpoint({
  id: 'school-admin.listOpenAbsences',
  method: 'GET',
  path: '/open-absences',
  scope: 'provider',
  summary: "Absences nobody has explained: of one's own homerooms, or for the school's office of a homeroom it names.",
  query: z.strictObject({ homeroomId: z.uuid().optional() }),
  response: z.strictObject({ days: z.array(OpenDayOfHomeroom), types: z.array(AbsenceType) }),
  refreshOn: ['absence'],
});
