import { z } from 'zod';
import { endpoint, freeText, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

/** How the office says who comes. Sent in the body alone: an identity code never stands in an address or a log. */
export const NewcomerIdentity = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('identity-code'), identityCode: z.string().trim().min(10).max(20) }),
  z.strictObject({ by: z.literal('learner-number'), learnerNumber: z.string().trim().min(20).max(40) }),
  z.strictObject({ by: z.literal('name'), firstNames: freeText(200).min(1), callName: freeText(100).min(1), lastName: freeText(200).min(1), bornOn: LocalDate }),
]);
export type NewcomerIdentity = z.infer<typeof NewcomerIdentity>;

/** What came of asking a register. */
export const RegisterOutcome = z.enum(['found', 'not-found', 'conflict', 'unavailable', 'not-connected', 'not-asked']);
export type RegisterOutcome = z.infer<typeof RegisterOutcome>;

/** Why the learner can't be admitted, in the order in which it is looked for. */
export const Hindrance = z.enum(['died', 'already-here', 'coming-here', 'at-another-school']);
export type Hindrance = z.infer<typeof Hindrance>;

export const Newcomer = z.strictObject({
  /** Null when nobody here has known them. */
  personId: PersonId.nullable(),
  firstNames: z.string(),
  callName: z.string(),
  lastName: z.string(),
  bornOn: LocalDate.nullable(),
  learnerNumber: z.string().nullable(),
  motherTongue: z.string().nullable(),
  isProtected: z.boolean(),
  /** Null of a protected person: the address is nobody's on a screen. */
  homeMunicipality: z.string().nullable(),
  municipalityName: LocalizedText.nullable(),
  address: z.string().nullable(),
});
export type Newcomer = z.infer<typeof Newcomer>;

export const NewcomersGuardian = z.strictObject({
  personId: PersonId.nullable(),
  callName: z.string(),
  lastName: z.string(),
  role: z.enum(['mother', 'father', 'parent', 'other']),
  livesWith: z.boolean(),
  isProtected: z.boolean(),
});
export type NewcomersGuardian = z.infer<typeof NewcomersGuardian>;

const schoolParams = z.strictObject({ schoolId: z.uuid() });

export const lookUpNewcomer = endpoint({
  id: 'school-admin.lookUpNewcomer',
  method: 'POST',
  path: '/schools/:schoolId/newcomers/look-up',
  scope: 'provider',
  summary: 'What the platform and the national registers know of somebody about to become a learner of the school. Writes nothing but the log.',
  params: schoolParams,
  body: z.strictObject({ identity: NewcomerIdentity }),
  response: z.strictObject({
    newcomer: Newcomer.nullable(),
    guardians: z.array(NewcomersGuardian),
    asked: z.strictObject({ population: RegisterOutcome, learnerNumber: RegisterOutcome }),
    hindrance: Hindrance.nullable(),
    /** People of the same name and birth: maybe the same human. */
    lookAlikes: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string(), bornOn: LocalDate.nullable() })),
    /** How many more there are whom the reader may not see. */
    hiddenLookAlikes: z.number().int(),
    /** By age, in the school year of today. */
    gradeLevel: z.number().int().nullable(),
  }),
  keepsAnswer: false,
});

export const PlaceGroup = z.strictObject({
  teachingGroupId: z.uuid(),
  name: z.string(),
  subjectName: LocalizedText.nullable(),
  subjectCode: z.string().nullable(),
  homeroomId: z.uuid().nullable(),
  learnerCount: z.number().int(),
});
export type PlaceGroup = z.infer<typeof PlaceGroup>;

export const listPlaces = endpoint({
  id: 'school-admin.listPlaces',
  method: 'GET',
  path: '/schools/:schoolId/places',
  scope: 'provider',
  summary: "A school's homerooms and teaching groups on a date with their sizes, to choose a learner's place from.",
  params: schoolParams,
  query: z.strictObject({ on: LocalDate }),
  response: z.strictObject({
    homerooms: z.array(z.strictObject({ homeroomId: z.uuid(), name: z.string(), gradeLevel: z.number().int().nullable(), learnerCount: z.number().int() })),
    groups: z.array(PlaceGroup),
  }),
  refreshOn: ['homeroom', 'group'],
});

export const admitNewcomer = endpoint({
  id: 'school-admin.admitNewcomer',
  method: 'POST',
  path: '/schools/:schoolId/newcomers',
  scope: 'provider',
  summary: 'Admits a learner to the school from a date, with class and groups; asks the population register anew and binds the guardians by their identity codes.',
  params: schoolParams,
  body: z.strictObject({
    identity: NewcomerIdentity,
    startsOn: LocalDate,
    homeroomId: z.uuid().nullable(),
    teachingGroupIds: z.array(z.uuid()).max(60),
    preferredLanguage: z.enum(['fi', 'sv', 'en']).optional(),
    formerSchool: freeText(200).optional(),
    /** Three digits, by the national code set of municipalities. */
    formerMunicipality: z.string().regex(/^\d{3}$/).optional(),
    /** The office has seen the people of the same name and birth, and this is another one. */
    isAnotherPerson: z.boolean().default(false),
  }),
  response: z.strictObject({
    learnerId: PersonId,
    learnerChangeId: z.uuid(),
    callName: z.string(),
    lastName: z.string(),
    homeroomName: z.string().nullable(),
    startsOn: LocalDate,
    guardians: z.number().int(),
  }),
  status: 201,
});
