import type { LocalDate } from '@digione/local-date';

/**
 * The records of a roster in the terms of OneRoster 1.2; OneRoster 1.0/1.1 and Microsoft School Data Sync files are read
 * into the same shapes. Absent single values are `null`, absent lists empty. Dates are as in the file: by the standard
 * `beginDate`/`startDate` is the first day that belongs and `endDate` the first that does not.
 */
interface Common {
  readonly sourcedId: string;
  readonly status: 'active' | 'tobedeleted';
  /** ISO 8601 as in the file. */
  readonly dateLastModified: string | null;
  /** Columns `metadata.*` and `ext_*` that hold something, by their name in the file. */
  readonly extensions: Readonly<Record<string, string>>;
}

export type AcademicSessionType = 'gradingPeriod' | 'semester' | 'schoolYear' | 'term';

export interface AcademicSession extends Common {
  readonly kind: 'academicSessions';
  readonly title: string;
  readonly type: AcademicSessionType;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
  readonly parentSourcedId: string | null;
  /** The calendar year in which the school year ends. */
  readonly schoolYear: number | null;
}

/** `other`: a kind outside the standard. */
export type OrgType = 'department' | 'district' | 'local' | 'national' | 'school' | 'state' | 'other';

export interface Org extends Common {
  readonly kind: 'orgs';
  readonly name: string;
  readonly type: OrgType;
  readonly identifier: string | null;
  readonly parentSourcedId: string | null;
}

export interface Course extends Common {
  readonly kind: 'courses';
  readonly title: string;
  readonly courseCode: string | null;
  readonly schoolYearSourcedId: string | null;
  readonly orgSourcedId: string | null;
  readonly grades: readonly string[];
  readonly subjects: readonly string[];
  readonly subjectCodes: readonly string[];
}

export interface RosterClass extends Common {
  readonly kind: 'classes';
  readonly title: string;
  readonly classCode: string | null;
  readonly classType: 'homeroom' | 'scheduled';
  readonly courseSourcedId: string | null;
  readonly schoolSourcedId: string | null;
  readonly termSourcedIds: readonly string[];
  readonly location: string | null;
  readonly grades: readonly string[];
  readonly subjects: readonly string[];
  readonly subjectCodes: readonly string[];
  readonly periods: readonly string[];
}

export interface UserId {
  /** `LDAP`, `LTI`…; empty when the file names none. */
  readonly type: string;
  readonly identifier: string;
}

/** Passwords are never read. */
export interface User extends Common {
  readonly kind: 'users';
  readonly enabledUser: boolean;
  readonly username: string | null;
  readonly userIds: readonly UserId[];
  /** Empty in School Data Sync files that leave names out. */
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
  readonly preferredGivenName: string | null;
  readonly preferredMiddleName: string | null;
  readonly preferredFamilyName: string | null;
  readonly identifier: string | null;
  readonly userMasterIdentifier: string | null;
  readonly email: string | null;
  readonly sms: string | null;
  readonly phone: string | null;
  readonly pronouns: string | null;
  readonly grades: readonly string[];
  readonly primaryOrgSourcedId: string | null;
  /** Other users of whom this one is a relation: a learner's guardians, or a guardian's children. */
  readonly agentSourcedIds: readonly string[];
  /** Up to 1.1 the role stands on the user; since 1.2 in `roles`, and here is `null`. */
  readonly role: Role | null;
  /** Up to 1.1; since 1.2 empty. */
  readonly orgSourcedIds: readonly string[];
}

/** The standard's roles, `administrator` of 1.1, and `staff`, `other` for what School Data Sync and vendors add. */
export type Role =
  | 'administrator'
  | 'aide'
  | 'counselor'
  | 'districtAdministrator'
  | 'guardian'
  | 'other'
  | 'parent'
  | 'principal'
  | 'proctor'
  | 'relative'
  | 'siteAdministrator'
  | 'staff'
  | 'student'
  | 'systemAdministrator'
  | 'teacher';

export interface UserRole extends Common {
  readonly kind: 'roles';
  readonly userSourcedId: string;
  readonly orgSourcedId: string;
  readonly role: Role;
  readonly roleType: 'primary' | 'secondary';
  readonly beginDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly userProfileSourcedId: string | null;
  /** School Data Sync 2.1: the grades in this role. */
  readonly grades: readonly string[];
  /** School Data Sync 2.1: the session the role is held in. */
  readonly termSourcedId: string | null;
}

export interface Enrollment extends Common {
  readonly kind: 'enrollments';
  readonly classSourcedId: string;
  readonly userSourcedId: string;
  readonly schoolSourcedId: string | null;
  readonly role: Role;
  readonly primary: boolean | null;
  readonly beginDate: LocalDate | null;
  readonly endDate: LocalDate | null;
}

/** `sourcedId` is the user's. Ethnicity, race and support flags are not read: special categories of personal data nobody here needs. */
export interface Demographics extends Common {
  readonly kind: 'demographics';
  readonly birthDate: LocalDate | null;
  readonly sex: 'female' | 'male' | 'other' | 'unspecified' | null;
  readonly countryOfBirthCode: string | null;
  readonly cityOfBirth: string | null;
}

export interface UserProfile extends Common {
  readonly kind: 'userProfiles';
  readonly userSourcedId: string;
  readonly profileType: string;
  readonly vendorId: string;
  readonly applicationId: string | null;
  readonly description: string | null;
  readonly credentialType: string;
  readonly username: string;
}

/** School Data Sync's relationships.csv: `relationshipUserSourcedId` is the guardian (or other relation) of the learner `userSourcedId`. */
export interface Relationship extends Common {
  readonly kind: 'relationships';
  readonly userSourcedId: string;
  readonly relationshipUserSourcedId: string;
  readonly role: Role;
}

export type RosterRecord =
  | AcademicSession
  | Org
  | Course
  | RosterClass
  | User
  | UserRole
  | Enrollment
  | Demographics
  | UserProfile
  | Relationship;

export type RecordKind = RosterRecord['kind'];

/** Every kind, each after the kinds it refers to. */
export const RECORD_KINDS = [
  'academicSessions',
  'orgs',
  'courses',
  'classes',
  'users',
  'userProfiles',
  'roles',
  'demographics',
  'enrollments',
  'relationships',
] as const satisfies readonly RecordKind[];

const GUARDIANS: ReadonlySet<Role> = new Set<Role>(['guardian', 'parent', 'relative']);

/** Is it a role of someone around a learner, rather than of the school? */
export function isGuardianRole(role: Role): boolean {
  return GUARDIANS.has(role);
}
