import { z } from 'zod';
import { endpoint, freeText, Instant, Language, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

/** How to reach a person; null as a whole where the reader has no right to it or the person is protected. */
export const Contact = z.strictObject({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  streetAddress: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  homeMunicipality: z.string().nullable(),
});

export const PersonAbilities = z.strictObject({
  correct: z.boolean(),
  readContact: z.boolean(),
  revealProtectedContact: z.boolean(),
  readHistory: z.boolean(),
  moveGroups: z.boolean(),
  blockGuardian: z.boolean(),
});

export const EnrolmentNow = z.strictObject({
  studyRightId: z.uuid(),
  schoolId: z.uuid(),
  schoolName: LocalizedText,
  educationForm: z.string(),
  homeroomId: z.uuid().nullable(),
  homeroomName: z.string().nullable(),
  gradeLevel: z.number().int().nullable(),
});

export const GuardianOfLearner = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  role: z.string().nullable(),
  hasCustody: z.boolean(),
  hasRightToInformation: z.boolean(),
  livesWith: z.boolean(),
  isProtected: z.boolean(),
  isBlocked: z.boolean(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

export const GroupOfLearner = z.strictObject({
  teachingGroupId: z.uuid(),
  name: z.string(),
  subjectName: LocalizedText.nullable(),
  subjectCode: z.string().nullable(),
});

export const Person = z.strictObject({
  personId: PersonId,
  version: z.number().int(),
  firstNames: z.string(),
  callName: z.string(),
  lastName: z.string(),
  bornOn: LocalDate.nullable(),
  preferredLanguage: Language.nullable(),
  motherTongue: z.string().nullable(),
  learnerNumber: z.string().nullable(),
  /** Told only to those who must know how to act: the school's office, principal and homeroom teacher. */
  isProtected: z.boolean(),
  contact: Contact.nullable(),
  positions: z.array(z.strictObject({ title: z.string(), schoolId: z.uuid().nullable(), schoolName: LocalizedText.nullable() })),
  enrolments: z.array(EnrolmentNow),
  groups: z.array(GroupOfLearner),
  /** Empty for readers without the right to know the guardians. */
  guardians: z.array(GuardianOfLearner),
  can: PersonAbilities,
});
export type Person = z.infer<typeof Person>;

const personParams = z.strictObject({ personId: z.uuid() });

export const getPerson = endpoint({
  id: 'core-data.getPerson',
  method: 'GET',
  path: '/people/:personId',
  scope: 'provider',
  summary: 'A person with what the reader may know of them.',
  params: personParams,
  response: Person,
  refreshOn: ['person'],
});

export const correctPerson = endpoint({
  id: 'core-data.correctPerson',
  method: 'PATCH',
  path: '/people/:personId',
  scope: 'provider',
  summary: "Corrects a person's data; what was there stays in the history.",
  params: personParams,
  body: z.strictObject({
    firstNames: freeText(200).min(1).optional(),
    callName: freeText(100).min(1).optional(),
    lastName: freeText(200).min(1).optional(),
    preferredLanguage: Language.nullable().optional(),
    email: z.email().max(254).nullable().optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{5,30}$/)
      .nullable()
      .optional(),
  }),
  response: Person,
  ifMatch: true,
});

export const revealProtectedContact = endpoint({
  id: 'core-data.revealProtectedContact',
  method: 'POST',
  path: '/people/:personId/reveal-contact',
  scope: 'provider',
  summary: "Shows a protected person's contact data once, for a stated reason; each look is logged with the reason.",
  params: personParams,
  body: z.strictObject({ reason: freeText(300).min(10) }),
  response: z.strictObject({ personId: PersonId, contact: Contact }),
  stepUp: true,
  keepsAnswer: false,
});

export const listPersonHistory = endpoint({
  id: 'core-data.listPersonHistory',
  method: 'GET',
  path: '/people/:personId/history',
  scope: 'provider',
  summary: "What a person's data was before, who changed it and from which source.",
  params: personParams,
  query: z.strictObject({ cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        changeId: z.number().int(),
        changedAt: Instant,
        changedBy: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }).nullable(),
        source: z.string().nullable(),
        subject: z.enum(['person', 'name', 'address', 'guardianship', 'homeroom', 'group', 'study-right', 'identity-code']),
        operation: z.enum(['update', 'delete']),
        /** Field names with the value before; values of secret fields are left out. */
        before: z.array(z.strictObject({ field: z.string(), value: z.string().nullable() })),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refreshOn: ['person'],
});
