import { z } from 'zod';
import { endpoint, LocalizedText } from '@digione/platform/contract';

/** On the national classification of absences; `unexplained` is the lack of a type. */
export const AbsenceCategory = z.enum(['unexplained', 'illness', 'leave', 'unauthorised', 'school-activity', 'other']);

/** A kind of absence as the provider uses it. The code says the same in every provider that has it. */
export const AbsenceType = z.strictObject({
  absenceTypeId: z.uuid(),
  code: z.string(),
  name: LocalizedText,
  category: AbsenceCategory,
  guardianMayChoose: z.boolean(),
});
export type AbsenceType = z.infer<typeof AbsenceType>;

export const listAbsenceTypes = endpoint({
  id: 'school-admin.listAbsenceTypes',
  method: 'GET',
  path: '/absence-types',
  scope: 'provider',
  summary: 'The kinds of absence in use, in the order in which they are offered.',
  response: z.strictObject({ types: z.array(AbsenceType) }),
});
