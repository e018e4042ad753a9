import type {
  AcademicSession,
  Course,
  Demographics,
  Enrollment,
  Org,
  RecordKind,
  RosterClass,
  User,
  UserProfile,
  UserRole,
} from './records.ts';
import type { CellWriter } from './write-cells.ts';

type Absent = 'kind' | 'status' | 'dateLastModified' | 'extensions';

/** A record to write: what the standard requires must be given, the rest may be left out. */
type Draft<R extends { readonly sourcedId: string }, Required extends keyof R> = Pick<R, Required | 'sourcedId'> &
  Partial<Omit<R, Absent | Required | 'sourcedId'>>;

export interface RosterDrafts {
  readonly academicSessions: Draft<AcademicSession, 'title' | 'type' | 'startDate' | 'endDate' | 'schoolYear'>;
  readonly orgs: Draft<Org, 'name' | 'type'>;
  readonly courses: Draft<Course, 'title' | 'orgSourcedId'>;
  readonly classes: Draft<RosterClass, 'title' | 'classType' | 'courseSourcedId' | 'schoolSourcedId' | 'termSourcedIds'>;
  readonly users: Draft<User, 'enabledUser' | 'givenName' | 'familyName'>;
  readonly userProfiles: Draft<UserProfile, 'userSourcedId' | 'profileType' | 'vendorId' | 'credentialType' | 'username'>;
  readonly roles: Draft<UserRole, 'userSourcedId' | 'orgSourcedId' | 'role' | 'roleType'>;
  readonly demographics: Draft<Demographics, 'sourcedId'>;
  readonly enrollments: Draft<Enrollment, 'classSourcedId' | 'userSourcedId' | 'schoolSourcedId' | 'role'>;
}

export type WritableKind = keyof RosterDrafts;

export type WrittenReference = readonly [kind: RecordKind, field: string, id: string];

export interface Table<T> {
  readonly columns: readonly string[];
  /** The cells behind `sourcedId`, `status` and `dateLastModified`; the latter two stay empty in complete (bulk) files. */
  cells(write: CellWriter, record: T): readonly string[];
  references(record: T): ReadonlyArray<readonly [kind: RecordKind, field: string, ids: ReadonlyArray<string | null | undefined>]>;
}

const HEAD = ['sourcedId', 'status', 'dateLastModified'];
const ROLES = [
  ...['aide', 'counselor', 'districtAdministrator', 'guardian', 'parent', 'principal', 'proctor', 'relative', 'siteAdministrator'],
  ...['student', 'systemAdministrator', 'teacher'],
];

function checkOrder(write: CellWriter, from: string | null | undefined, to: string | null | undefined): void {
  if (from !== null && from !== undefined && to !== null && to !== undefined && to < from) write.note('dates-reversed', 'endDate', to);
}

/** The files of OneRoster 1.2 in the order of its columns (1EdTech OneRoster 1.2 CSV Binding, section 4). */
export const TABLES: { readonly [K in WritableKind]: Table<RosterDrafts[K]> } = {
  academicSessions: {
    columns: [...HEAD, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
    cells(write, { title, type, startDate, endDate, parentSourcedId, schoolYear }) {
      checkOrder(write, startDate, endDate);
      return [
        write.required('title', title),
        write.token('type', type, ['gradingPeriod', 'semester', 'schoolYear', 'term']),
        write.date('startDate', startDate),
        write.date('endDate', endDate),
        write.id('parentSourcedId', parentSourcedId),
        write.required('schoolYear', schoolYear === null ? null : String(schoolYear)),
      ];
    },
    references: ({ parentSourcedId }) => [['academicSessions', 'parentSourcedId', [parentSourcedId]]],
  },
  orgs: {
    columns: [...HEAD, 'name', 'type', 'identifier', 'parentSourcedId'],
    cells: (write, { name, type, identifier, parentSourcedId }) => [
      write.required('name', name),
      write.token('type', type, ['department', 'district', 'local', 'national', 'school', 'state']),
      write.text('identifier', identifier),
      write.id('parentSourcedId', parentSourcedId),
    ],
    references: ({ parentSourcedId }) => [['orgs', 'parentSourcedId', [parentSourcedId]]],
  },
  courses: {
    columns: [...HEAD, 'schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes'],
    cells: (write, { schoolYearSourcedId, title, courseCode, grades, orgSourcedId, subjects, subjectCodes }) => [
      write.id('schoolYearSourcedId', schoolYearSourcedId),
      write.required('title', title),
      write.text('courseCode', courseCode),
      write.list('grades', grades),
      write.requiredId('orgSourcedId', orgSourcedId),
      write.list('subjects', subjects),
      write.list('subjectCodes', subjectCodes),
    ],
    references: ({ schoolYearSourcedId, orgSourcedId }) => [
      ['academicSessions', 'schoolYearSourcedId', [schoolYearSourcedId]],
      ['orgs', 'orgSourcedId', [orgSourcedId]],
    ],
  },
  classes: {
    columns: [
      ...[...HEAD, 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId'],
      ...['termSourcedIds', 'subjects', 'subjectCodes', 'periods'],
    ],
    cells(write, record) {
      if (record.termSourcedIds.length === 0) write.note('missing-value', 'termSourcedIds', '');
      return [
        write.required('title', record.title),
        write.list('grades', record.grades),
        write.requiredId('courseSourcedId', record.courseSourcedId),
        write.text('classCode', record.classCode),
        write.token('classType', record.classType, ['homeroom', 'scheduled']),
        write.text('location', record.location),
        write.requiredId('schoolSourcedId', record.schoolSourcedId),
        write.idList('termSourcedIds', record.termSourcedIds),
        write.list('subjects', record.subjects),
        write.list('subjectCodes', record.subjectCodes),
        write.list('periods', record.periods),
      ];
    },
    references: ({ courseSourcedId, schoolSourcedId, termSourcedIds }) => [
      ['courses', 'courseSourcedId', [courseSourcedId]],
      ['orgs', 'schoolSourcedId', [schoolSourcedId]],
      ['academicSessions', 'termSourcedIds', termSourcedIds],
    ],
  },
  users: {
    columns: [
      ...[...HEAD, 'enabledUser', 'username', 'userIds', 'givenName', 'familyName', 'middleName', 'identifier', 'email', 'sms', 'phone'],
      ...['agentSourcedIds', 'grades', 'password', 'userMasterIdentifier', 'preferredGivenName', 'preferredMiddleName'],
      ...['preferredFamilyName', 'primaryOrgSourcedId', 'pronouns'],
    ],
    cells: (write, user) => [
      write.flag(user.enabledUser),
      write.text('username', user.username),
      write.list('userIds', user.userIds?.map(({ type, identifier }) => `{${type}:${identifier}}`)),
      write.required('givenName', user.givenName),
      write.required('familyName', user.familyName),
      write.text('middleName', user.middleName),
      write.text('identifier', user.identifier),
      write.text('email', user.email),
      write.text('sms', user.sms),
      write.text('phone', user.phone),
      write.idList('agentSourcedIds', user.agentSourcedIds),
      write.list('grades', user.grades),
      // Passwords are never written.
      '',
      write.text('userMasterIdentifier', user.userMasterIdentifier),
      write.text('preferredGivenName', user.preferredGivenName),
      write.text('preferredMiddleName', user.preferredMiddleName),
      write.text('preferredFamilyName', user.preferredFamilyName),
      write.id('primaryOrgSourcedId', user.primaryOrgSourcedId),
      write.text('pronouns', user.pronouns),
    ],
    references: ({ agentSourcedIds, primaryOrgSourcedId }) => [
      ['users', 'agentSourcedIds', agentSourcedIds ?? []],
      ['orgs', 'primaryOrgSourcedId', [primaryOrgSourcedId]],
    ],
  },
  userProfiles: {
    columns: [
      ...[...HEAD, 'userSourcedId', 'profileType', 'vendorId', 'applicationId', 'description', 'credentialType', 'username', 'password'],
    ],
    cells: (write, profile) => [
      write.requiredId('userSourcedId', profile.userSourcedId),
      write.required('profileType', profile.profileType),
      write.required('vendorId', profile.vendorId),
      write.text('applicationId', profile.applicationId),
      write.text('description', profile.description),
      write.required('credentialType', profile.credentialType),
      write.required('username', profile.username),
      '',
    ],
    references: ({ userSourcedId }) => [['users', 'userSourcedId', [userSourcedId]]],
  },
  roles: {
    columns: [...HEAD, 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId'],
    cells(write, { userSourcedId, roleType, role, beginDate, endDate, orgSourcedId, userProfileSourcedId }) {
      checkOrder(write, beginDate, endDate);
      return [
        write.requiredId('userSourcedId', userSourcedId),
        write.token('roleType', roleType, ['primary', 'secondary']),
        write.token('role', role, ROLES),
        write.date('beginDate', beginDate),
        write.date('endDate', endDate),
        write.requiredId('orgSourcedId', orgSourcedId),
        write.id('userProfileSourcedId', userProfileSourcedId),
      ];
    },
    references: ({ userSourcedId, orgSourcedId, userProfileSourcedId }) => [
      ['users', 'userSourcedId', [userSourcedId]],
      ['orgs', 'orgSourcedId', [orgSourcedId]],
      ['userProfiles', 'userProfileSourcedId', [userProfileSourcedId]],
    ],
  },
  demographics: {
    columns: [
      ...[...HEAD, 'birthDate', 'sex', 'americanIndianOrAlaskaNative', 'asian', 'blackOrAfricanAmerican'],
      ...['nativeHawaiianOrOtherPacificIslander', 'white', 'demographicRaceTwoOrMoreRaces', 'hispanicOrLatinoEthnicity'],
      ...['countryOfBirthCode', 'stateOfBirthAbbreviation', 'cityOfBirth', 'publicSchoolResidenceStatus'],
    ],
    cells: (write, { birthDate, sex, countryOfBirthCode, cityOfBirth }) => [
      write.date('birthDate', birthDate),
      sex === null || sex === undefined ? '' : write.token('sex', sex, ['male', 'female', 'unspecified', 'other']),
      ...['', '', '', '', '', '', ''],
      write.text('countryOfBirthCode', countryOfBirthCode),
      '',
      write.text('cityOfBirth', cityOfBirth),
      '',
    ],
    references: ({ sourcedId }) => [['users', 'sourcedId', [sourcedId]]],
  },
  enrollments: {
    columns: [...HEAD, 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
    cells(write, { classSourcedId, schoolSourcedId, userSourcedId, role, primary, beginDate, endDate }) {
      checkOrder(write, beginDate, endDate);
      return [
        write.requiredId('classSourcedId', classSourcedId),
        write.requiredId('schoolSourcedId', schoolSourcedId),
        write.requiredId('userSourcedId', userSourcedId),
        write.token('role', role, ['administrator', 'proctor', 'student', 'teacher']),
        write.flag(primary),
        write.date('beginDate', beginDate),
        write.date('endDate', endDate),
      ];
    },
    references: ({ classSourcedId, schoolSourcedId, userSourcedId }) => [
      ['classes', 'classSourcedId', [classSourcedId]],
      ['orgs', 'schoolSourcedId', [schoolSourcedId]],
      ['users', 'userSourcedId', [userSourcedId]],
    ],
  },
};
