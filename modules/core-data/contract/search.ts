import { z } from 'zod';
import { EducationProviderId, endpoint, freeText, LocalizedText, PersonId } from '@digione/platform/contract';

export const SearchHit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('learner'),
    educationProviderId: EducationProviderId,
    personId: PersonId,
    callName: z.string(),
    lastName: z.string(),
    homeroomName: z.string().nullable(),
    schoolName: LocalizedText.nullable(),
  }),
  z.strictObject({
    kind: z.literal('staff'),
    educationProviderId: EducationProviderId,
    personId: PersonId,
    callName: z.string(),
    lastName: z.string(),
    title: z.string(),
    schoolId: z.uuid().nullable(),
    schoolName: LocalizedText.nullable(),
    /** A colleague's name and position are told to all of the staff; their page is not. */
    can: z.strictObject({ open: z.boolean() }),
  }),
  z.strictObject({ kind: z.literal('school'), educationProviderId: EducationProviderId, schoolId: z.uuid(), name: LocalizedText }),
  z.strictObject({ kind: z.literal('homeroom'), educationProviderId: EducationProviderId, homeroomId: z.uuid(), name: z.string(), schoolId: z.uuid(), schoolName: LocalizedText }),
]);
export type SearchHit = z.infer<typeof SearchHit>;

export const search = endpoint({
  id: 'core-data.search',
  method: 'GET',
  path: '/search',
  scope: 'account',
  summary: 'People, schools and homerooms within my rights, over all my identities.',
  query: z.strictObject({ q: freeText(100).min(2) }),
  response: z.strictObject({ hits: z.array(SearchHit) }),
});
