import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, page, pageQuery, PersonId } from '@digione/platform/contract';

/** Roles a main user can give, in the order of a school's daily life. The platform's operator is none of a provider's. */
export const GIVABLE_ROLES = [
  'principal',
  'school-secretary',
  'teacher',
  'class-teacher',
  'special-needs-teacher',
  'guidance-counsellor',
  'teaching-assistant',
  'expert',
  'vendor',
  'main-user',
  'data-protection-officer',
] as const;
export const GivableRole = z.enum(GIVABLE_ROLES);
export type GivableRole = z.infer<typeof GivableRole>;

/** Always for the whole provider. */
export const PROVIDER_WIDE_ROLES: readonly string[] = ['expert', 'vendor', 'main-user', 'data-protection-officer'];
/** Opens everything or sees who did what: asks for a fresh proof of identity. */
export const SENSITIVE_ROLES: readonly string[] = ['main-user', 'data-protection-officer'];

const Named = z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() });

export const RoleAssignment = z.strictObject({
  roleAssignmentId: z.uuid(),
  version: z.number().int(),
  person: Named,
  role: z.string(),
  /** Null: every school of the provider. */
  schoolId: z.uuid().nullable(),
  schoolName: LocalizedText.nullable(),
  state: z.enum(['future', 'current', 'past']),
  /** First day; null when there is none, or when the role ended on its first day. */
  validFrom: LocalDate.nullable(),
  /** Last day, that day included; null: until further notice. */
  validTo: LocalDate.nullable(),
  reason: z.string().nullable(),
  givenAt: Instant,
  /** Null: by an import or at the start. */
  givenBy: Named.nullable(),
  endedAt: Instant.nullable(),
  endedBy: Named.nullable(),
  endReason: z.string().nullable(),
  can: z.strictObject({ end: z.boolean(), undoEnd: z.boolean() }),
});
export type RoleAssignment = z.infer<typeof RoleAssignment>;

export const listRoleAssignments = endpoint({
  id: 'access.listRoleAssignments',
  method: 'GET',
  path: '/role-assignments',
  scope: 'provider',
  summary: 'Roles given by hand: who, what, where, from when to when, by whom and why.',
  query: z.strictObject({
    ...pageQuery,
    role: z.string().max(40).optional(),
    schoolId: z.uuid().optional(),
    personId: PersonId.optional(),
    q: freeText(100).optional(),
    /** `open`: in force or to come; `past`: ended. */
    state: z.enum(['open', 'past']).default('open'),
  }),
  response: page(RoleAssignment),
  refreshOn: ['role-assignment'],
});

export const giveRole = endpoint({
  id: 'access.giveRole',
  method: 'POST',
  path: '/role-assignments',
  scope: 'provider',
  summary: 'Gives a person a role. Main user and data protection officer need a fresh sign-in; nobody gives a role to themself.',
  body: z.strictObject({
    personId: PersonId,
    role: GivableRole,
    /** Null: every school of the provider. */
    schoolId: z.uuid().nullable(),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    reason: freeText(300).min(3),
  }),
  response: RoleAssignment,
  status: 201,
  refreshOn: ['role-assignment'],
});

export const endRole = endpoint({
  id: 'access.endRole',
  method: 'POST',
  path: '/role-assignments/:roleAssignmentId/end',
  scope: 'provider',
  summary: 'Ends a role at once, or after a last day.',
  params: z.strictObject({ roleAssignmentId: z.uuid() }),
  body: z.strictObject({ lastDay: LocalDate.nullable(), reason: freeText(300).optional() }),
  response: RoleAssignment,
  refreshOn: ['role-assignment'],
  ifMatch: true,
});

export const undoEndOfRole = endpoint({
  id: 'access.undoEndOfRole',
  method: 'POST',
  path: '/role-assignments/:roleAssignmentId/undo-end',
  scope: 'provider',
  summary: 'Takes back an end one has just made.',
  params: z.strictObject({ roleAssignmentId: z.uuid() }),
  response: RoleAssignment,
  refreshOn: ['role-assignment'],
  ifMatch: true,
});

const Candidate = z.strictObject({
  ...Named.shape,
  /** Roles in force, also those that follow from a position. */
  roles: z.array(z.strictObject({ role: z.string(), schoolId: z.uuid().nullable(), schoolName: LocalizedText.nullable() })),
  /** Nobody gives a role to themself. */
  isMe: z.boolean(),
});
export type RoleCandidate = z.infer<typeof Candidate>;

export const searchRoleCandidates = endpoint({
  id: 'access.searchRoleCandidates',
  method: 'GET',
  path: '/role-candidates',
  scope: 'provider',
  summary: 'Staff and others who have or had a role, by name.',
  query: z.strictObject({ q: freeText(100).min(2) }),
  response: z.strictObject({ candidates: z.array(Candidate) }),
});

export const getRoleCandidate = endpoint({
  id: 'access.getRoleCandidate',
  method: 'GET',
  path: '/role-candidates/:personId',
  scope: 'provider',
  summary: 'One person to whom a role may be given, and whether my sign-in is fresh enough for a sensitive one.',
  params: z.strictObject({ personId: PersonId }),
  response: z.strictObject({ candidate: Candidate, isFresh: z.boolean() }),
  refreshOn: ['role-assignment'],
});
