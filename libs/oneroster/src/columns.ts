import { RECORD_KINDS, type RecordKind } from './records.ts';
import { normalizeToken } from './vocabularies.ts';

/** School Data Sync's first format has files of its own. */
export type SdsFileKind =
  | 'sdsSchool'
  | 'sdsSection'
  | 'sdsStudent'
  | 'sdsTeacher'
  | 'sdsStudentEnrollment'
  | 'sdsTeacherRoster'
  | 'sdsGuardian'
  | 'sdsGuardianRelationship';

export type FileKind = RecordKind | SdsFileKind;

export interface ColumnSet {
  /** File name without `.csv`. */
  readonly fileName: string;
  /** Without these nothing can be read. */
  readonly needed: readonly string[];
  /** The standard asks for these; without them something is read. */
  readonly expected: readonly string[];
  readonly optional: readonly string[];
  /** Other names of columns: of OneRoster 1.0 and 1.1, of School Data Sync, and slips seen in real files. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Known, and left unread on purpose. */
  readonly ignored?: readonly string[];
}

const COMMON = ['status', 'dateLastModified'];
const COMMON_ALIASES = { dateLastModified: ['dataLastModified'] };
const ETHNICITY = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'demographicRaceTwoOrMoreRaces',
  'hispanicOrLatinoEthnicity',
  'ethnicityCodes',
  'raceCodes',
];
const SDS_ID = ['SIS ID', 'ID'];
const SDS_SCHOOL = ['School SIS ID', 'School DfE Number'];
const SDS_PERSON = {
  sourcedId: SDS_ID,
  schoolSourcedId: SDS_SCHOOL,
  givenName: ['First Name'],
  familyName: ['Last Name'],
  middleName: ['Middle Name'],
  email: ['Secondary Email'],
};

export const COLUMN_SETS: Readonly<Record<FileKind, ColumnSet>> = {
  academicSessions: {
    fileName: 'academicSessions',
    needed: ['sourcedId', 'title', 'startDate', 'endDate'],
    expected: ['type'],
    optional: [...COMMON, 'parentSourcedId', 'schoolYear'],
    aliases: { ...COMMON_ALIASES, parentSourcedId: ['parent'] },
  },
  orgs: {
    fileName: 'orgs',
    needed: ['sourcedId', 'name'],
    expected: ['type'],
    optional: [...COMMON, 'identifier', 'parentSourcedId'],
    aliases: { ...COMMON_ALIASES, parentSourcedId: ['parent'] },
  },
  courses: {
    fileName: 'courses',
    needed: ['sourcedId', 'title'],
    expected: ['orgSourcedId'],
    optional: [...COMMON, 'schoolYearSourcedId', 'courseCode', 'grades', 'subjects', 'subjectCodes'],
    aliases: {
      ...COMMON_ALIASES,
      schoolYearSourcedId: ['schoolYearId'],
      courseCode: ['code'],
      grades: ['grade'],
      subjects: ['subject'],
      orgSourcedId: ['schoolSourcedId'],
    },
  },
  classes: {
    fileName: 'classes',
    needed: ['sourcedId', 'title'],
    expected: ['schoolSourcedId'],
    optional: [
      ...COMMON,
      ...['grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'termSourcedIds', 'subjects', 'subjectCodes', 'periods'],
    ],
    aliases: {
      ...COMMON_ALIASES,
      schoolSourcedId: ['orgSourcedId', 'schoolId'],
      termSourcedIds: ['termSourcedId', 'terms', 'sessionSourcedIds', 'sessionSourcedId'],
      courseSourcedId: ['courseId'],
      classCode: ['code'],
      grades: ['grade'],
      subjects: ['subject'],
      periods: ['period'],
    },
  },
  users: {
    fileName: 'users',
    needed: ['sourcedId'],
    expected: ['givenName', 'familyName'],
    optional: [
      ...COMMON,
      ...['enabledUser', 'username', 'userIds', 'middleName', 'identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades'],
      ...['userMasterIdentifier', 'preferredGivenName', 'preferredMiddleName', 'preferredFamilyName', 'primaryOrgSourcedId'],
      ...['pronouns', 'orgSourcedIds', 'role', 'password'],
    ],
    aliases: {
      ...COMMON_ALIASES,
      userIds: ['userId'],
      agentSourcedIds: ['agents', 'agentSourcedId'],
      grades: ['grade'],
      orgSourcedIds: ['orgSourcedId', 'orgs'],
      primaryOrgSourcedId: ['primaryOrg'],
      preferredGivenName: ['prefferedGivenName', 'preferredFirstName'],
      preferredMiddleName: ['prefferedMiddleName'],
      preferredFamilyName: ['prefferedFamilyName', 'preferredLastName'],
    },
    ignored: ['activeDirectoryMatchId'],
  },
  userProfiles: {
    fileName: 'userProfiles',
    needed: ['sourcedId', 'userSourcedId', 'profileType'],
    expected: ['vendorId', 'credentialType', 'username'],
    optional: [...COMMON, 'applicationId', 'description', 'password'],
    aliases: COMMON_ALIASES,
  },
  roles: {
    fileName: 'roles',
    needed: ['userSourcedId', 'role', 'orgSourcedId'],
    expected: [],
    optional: [
      ...COMMON,
      ...['sourcedId', 'roleType', 'beginDate', 'endDate', 'userProfileSourcedId', 'grades', 'termSourcedId'],
    ],
    aliases: {
      ...COMMON_ALIASES,
      roleType: ['isPrimary'],
      beginDate: ['roleStartDate', 'startDate'],
      endDate: ['roleEndDate'],
      grades: ['grade'],
      termSourcedId: ['sessionSourcedId'],
    },
  },
  demographics: {
    fileName: 'demographics',
    needed: ['sourcedId'],
    expected: [],
    optional: [...COMMON, 'birthDate', 'sex', 'countryOfBirthCode', 'cityOfBirth'],
    aliases: {
      ...COMMON_ALIASES,
      sourcedId: ['userSourcedId'],
      birthDate: ['dateOfBirth'],
      sex: ['gender'],
      countryOfBirthCode: ['birthCountry'],
      cityOfBirth: ['birthCity'],
    },
    ignored: [...ETHNICITY, 'stateOfBirthAbbreviation', 'birthState', 'publicSchoolResidenceStatus'],
  },
  enrollments: {
    fileName: 'enrollments',
    needed: ['classSourcedId', 'userSourcedId', 'role'],
    expected: [],
    optional: [...COMMON, 'sourcedId', 'schoolSourcedId', 'primary', 'beginDate', 'endDate'],
    aliases: {
      ...COMMON_ALIASES,
      classSourcedId: ['classId'],
      userSourcedId: ['userId'],
      schoolSourcedId: ['schoolId', 'orgSourcedId'],
      primary: ['isPrimary'],
      beginDate: ['startDate'],
    },
  },
  relationships: {
    fileName: 'relationships',
    needed: ['userSourcedId', 'relationshipUserSourcedId'],
    expected: ['relationshipRole'],
    optional: [...COMMON, 'sourcedId'],
    aliases: { relationshipRole: ['role'] },
  },
  sdsSchool: {
    fileName: 'school',
    needed: ['sourcedId', 'name'],
    expected: [],
    optional: ['identifier'],
    aliases: { sourcedId: ['SIS ID', 'DfE Number'], identifier: ['School Number'] },
    ignored: [
      ...['School NCES_ID', 'State ID', 'Grade Low', 'Grade High', 'Principal SIS ID', 'Principal Name', 'Principal Secondary Email'],
      ...['Address', 'City', 'State', 'Country', 'Zip', 'Postal Code', 'Phone', 'Zone'],
    ],
  },
  sdsSection: {
    fileName: 'section',
    needed: ['sourcedId', 'schoolSourcedId', 'title'],
    expected: [],
    optional: [
      ...['classCode', 'termSourcedId', 'termTitle', 'termStartDate', 'termEndDate', 'courseSourcedId', 'courseTitle'],
      ...['courseCode', 'subjects', 'periods', 'status'],
    ],
    aliases: {
      sourcedId: SDS_ID,
      schoolSourcedId: SDS_SCHOOL,
      title: ['Section Name'],
      classCode: ['Section Number'],
      termSourcedId: ['Term SIS ID'],
      termTitle: ['Term Name'],
      courseSourcedId: ['Course SIS ID'],
      courseTitle: ['Course Name'],
      courseCode: ['Course Number'],
      subjects: ['Course Subject'],
    },
    ignored: ['Course Description'],
  },
  sdsStudent: {
    fileName: 'student',
    needed: ['sourcedId', 'schoolSourcedId'],
    expected: [],
    optional: [
      ...['username', 'givenName', 'middleName', 'familyName', 'email', 'identifier', 'grades', 'status', 'birthDate', 'password'],
    ],
    aliases: { ...SDS_PERSON, identifier: ['Student Number'], grades: ['Grade'], birthDate: ['Birthdate'] },
    ignored: ['State ID', 'Graduation Year'],
  },
  sdsTeacher: {
    fileName: 'teacher',
    needed: ['sourcedId', 'schoolSourcedId'],
    expected: [],
    optional: ['username', 'givenName', 'middleName', 'familyName', 'email', 'identifier', 'status', 'password'],
    aliases: { ...SDS_PERSON, identifier: ['Teacher Number'] },
    ignored: ['State ID', 'Title', 'Qualification'],
  },
  sdsStudentEnrollment: {
    fileName: 'studentEnrollment',
    needed: ['classSourcedId', 'userSourcedId'],
    expected: [],
    optional: ['status'],
    aliases: { classSourcedId: ['Section SIS ID', 'Section ID'], userSourcedId: SDS_ID },
  },
  sdsTeacherRoster: {
    fileName: 'teacherRoster',
    needed: ['classSourcedId', 'userSourcedId'],
    expected: [],
    optional: ['status'],
    aliases: { classSourcedId: ['Section SIS ID', 'Section ID'], userSourcedId: SDS_ID },
  },
  sdsGuardian: {
    fileName: 'user',
    needed: ['email'],
    expected: ['givenName', 'familyName'],
    optional: ['phone', 'identifier'],
    aliases: { givenName: ['First Name'], familyName: ['Last Name'], identifier: ['SIS ID'] },
  },
  sdsGuardianRelationship: {
    fileName: 'guardianRelationship',
    needed: ['userSourcedId', 'email'],
    expected: [],
    optional: ['role'],
    aliases: { userSourcedId: ['SIS ID'] },
  },
};

/** Every kind of file, each after the kinds it refers to. */
export const FILE_KINDS: readonly FileKind[] = [
  'sdsSchool',
  'sdsSection',
  'sdsStudent',
  'sdsTeacher',
  'sdsStudentEnrollment',
  'sdsTeacherRoster',
  'sdsGuardian',
  'sdsGuardianRelationship',
  ...RECORD_KINDS,
];

const BY_FILE_NAME = new Map(FILE_KINDS.map((kind) => [normalizeToken(COLUMN_SETS[kind].fileName), kind]));

/** The kind of file by its name, whatever the folder and capitals; `undefined` for files that are not read. */
export function findFileKind(path: string): FileKind | undefined {
  const name = /([^/\\]+)\.csv$/i.exec(path)?.[1];
  return name === undefined ? undefined : BY_FILE_NAME.get(normalizeToken(name));
}
