import type { AcademicSessionType, OrgType, Role } from './records.ts';

/** How tokens and column names are compared: letters and digits alone, small. */
export function normalizeToken(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A value and whether the token is the standard's own spelling (but for capitals and signs). */
export interface Meaning<T> {
  readonly value: T;
  readonly isStandard: boolean;
}

export type Vocabulary<T> = ReadonlyMap<string, Meaning<T>>;

function vocabulary<T extends string>(standard: readonly T[], synonyms: ReadonlyArray<readonly [T, readonly string[]]> = []): Vocabulary<T> {
  const map = new Map<string, Meaning<T>>();
  for (const [value, tokens] of synonyms) {
    for (const token of tokens) map.set(normalizeToken(token), { value, isStandard: false });
  }
  for (const value of standard) map.set(normalizeToken(value), { value, isStandard: true });
  return map;
}

export const SESSION_TYPES = vocabulary<AcademicSessionType>(
  ['gradingPeriod', 'semester', 'schoolYear', 'term'],
  [
    ['gradingPeriod', ['quarter', 'jakso', 'period']],
    ['term', ['trimester', 'lukukausi', 'termin']],
    ['schoolYear', ['year', 'lukuvuosi', 'läsår', 'fullYear']],
  ],
);

export const ORG_TYPES = vocabulary<OrgType>(
  ['department', 'district', 'local', 'national', 'school', 'state'],
  [
    // School Data Sync's kinds of organisation.
    ['national', ['ministryOfEducation', 'country']],
    ['school', ['college', 'university', 'charter', 'adultEducation', 'oppilaitos', 'koulu', 'skola']],
    ['district', ['division', 'municipality', 'kunta', 'kommun']],
    ['local', ['region', 'regional', 'localEducationAgency']],
    ['department', ['program', 'faculty', 'unit']],
  ],
);

export const CLASS_TYPES = vocabulary<'homeroom' | 'scheduled'>(['homeroom', 'scheduled'], [['homeroom', ['luokka', 'klass']]]);

export const ROLES = vocabulary<Role>(
  [
    'administrator',
    'aide',
    'counselor',
    'districtAdministrator',
    'guardian',
    'parent',
    'principal',
    'proctor',
    'relative',
    'siteAdministrator',
    'student',
    'systemAdministrator',
    'teacher',
  ],
  [
    ['student', ['pupil', 'learner', 'oppilas', 'opiskelija', 'oppija', 'elev', 'studerande']],
    ['teacher', ['professor', 'lecturer', 'faculty', 'instructor', 'adjunct', 'substitute', 'substituteTeacher', 'opettaja', 'lärare']],
    ['guardian', ['huoltaja', 'vårdnadshavare', 'legalGuardian', 'stepparent', 'fosterParent']],
    ['parent', ['mother', 'father', 'äiti', 'isä', 'mamma', 'pappa']],
    ['relative', ['aunt', 'uncle', 'grandparent', 'grandmother', 'grandfather', 'sibling', 'brother', 'sister', 'cousin', 'spouse', 'child']],
    ['counselor', ['counsellor', 'guidanceCounselor', 'academicAdvisor', 'adviser', 'advisor', 'opintoohjaaja', 'studiehandledare']],
    ['aide', ['assistant', 'teachingAssistant', 'paraprofessional', 'koulunkäynninohjaaja', 'skolgångshandledare']],
    ['principal', ['headteacher', 'rehtori', 'rektor']],
    ['administrator', ['admin', 'itAdmin', 'schoolLeadership', 'districtLeader']],
    ['staff', ['staff', 'officeStaff', 'administrativeStaff', 'coach', 'nurse', 'psychologist', 'librarian', 'schoolSecretary']],
    ['other', ['other', 'doctor', 'caseWorker', 'lawyer', 'alumni', 'chaperone', 'researcher', 'guest', 'none']],
  ],
);

export const ROLE_TYPES = vocabulary<'primary' | 'secondary'>(
  ['primary', 'secondary'],
  [
    ['primary', ['true', '1', 'yes']],
    ['secondary', ['false', '0', 'no']],
  ],
);

export const SEXES = vocabulary<'female' | 'male' | 'other' | 'unspecified'>(
  ['female', 'male', 'other', 'unspecified'],
  [
    ['female', ['f', '2', 'nainen', 'tyttö', 'kvinna', 'flicka']],
    ['male', ['m', '1', 'mies', 'poika', 'man', 'pojke']],
    ['unspecified', ['0', '9', 'unknown', 'notSpecified']],
  ],
);

export const FLAGS = vocabulary<'true' | 'false'>(
  ['true', 'false'],
  [
    ['true', ['1', 'yes', 'y', 't', 'kyllä', 'ja', 'active']],
    ['false', ['0', 'no', 'n', 'f', 'ei', 'nej', 'inactive']],
  ],
);

/** `inactive` was given up with 1.1, to be treated as a deletion. */
export const STATUSES = vocabulary<'active' | 'tobedeleted'>(
  ['active', 'tobedeleted'],
  [
    ['tobedeleted', ['inactive', 'deleted', 'delete', 'dropped', 'withdrawn']],
    ['active', ['current', 'enrolled', 'created', 'added']],
  ],
);
