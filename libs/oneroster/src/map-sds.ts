import type { SdsFileKind } from './columns.ts';
import type { Mapper } from './map-oneroster.ts';
import type { RosterRecord, User } from './records.ts';
import type { Row } from './row.ts';
import { ROLES } from './vocabularies.ts';

function common(row: Row, sourcedId: string) {
  return { sourcedId, status: row.status(), dateLastModified: null, extensions: {} } as const;
}

function person(row: Row, role: 'student' | 'teacher' | 'guardian', sourcedId: string): User {
  return {
    kind: 'users',
    ...common(row, sourcedId),
    enabledUser: true,
    username: row.text('username'),
    userIds: [],
    givenName: row.required('givenName', 'warning'),
    familyName: row.required('familyName', 'warning'),
    middleName: row.text('middleName'),
    preferredGivenName: null,
    preferredMiddleName: null,
    preferredFamilyName: null,
    identifier: row.text('identifier'),
    userMasterIdentifier: null,
    email: row.text('email'),
    sms: null,
    phone: row.text('phone'),
    pronouns: null,
    grades: row.list('grades'),
    primaryOrgSourcedId: row.text('schoolSourcedId'),
    agentSourcedIds: [],
    role,
    orgSourcedIds: role === 'guardian' ? [] : [row.required('schoolSourcedId')],
  };
}

function enrollment(row: Row, role: 'student' | 'teacher'): RosterRecord {
  const classSourcedId = row.required('classSourcedId');
  const userSourcedId = row.required('userSourcedId');
  return {
    kind: 'enrollments',
    ...common(row, `${classSourcedId}:${userSourcedId}:${role}`),
    classSourcedId,
    userSourcedId,
    schoolSourcedId: null,
    role,
    primary: null,
    beginDate: null,
    endDate: null,
  };
}

/** The term and course a section mentions, each the first time only. */
function sectionContext(row: Row, seen: Set<string>): RosterRecord[] {
  const records: RosterRecord[] = [];
  const first = (kind: string, id: string | null): id is string => {
    const key = `${kind} ${id ?? ''}`;
    if (id === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const orgSourcedId = row.text('schoolSourcedId');
  const termId = row.text('termSourcedId');
  if (first('term', termId)) {
    const startDate = row.requiredDate('termStartDate');
    const endDate = row.requiredDate('termEndDate');
    row.checkOrder(startDate, endDate, 'termEndDate');
    const title = row.text('termTitle') ?? termId;
    const dates = { startDate, endDate, parentSourcedId: null, schoolYear: null };
    records.push({ kind: 'academicSessions', ...common(row, termId), status: 'active', title, type: 'term', ...dates });
  }
  const courseId = row.text('courseSourcedId');
  if (first('course', courseId)) {
    records.push({
      kind: 'courses',
      ...common(row, courseId),
      status: 'active',
      title: row.text('courseTitle') ?? courseId,
      courseCode: row.text('courseCode'),
      schoolYearSourcedId: null,
      orgSourcedId,
      grades: [],
      subjects: row.list('subjects'),
      subjectCodes: [],
    });
  }
  return records;
}

function section(row: Row): RosterRecord {
  const term = row.text('termSourcedId');
  return {
    kind: 'classes',
    ...common(row, row.required('sourcedId')),
    title: row.required('title'),
    classCode: row.text('classCode'),
    classType: 'scheduled',
    courseSourcedId: row.text('courseSourcedId'),
    schoolSourcedId: row.required('schoolSourcedId'),
    termSourcedIds: term === null ? [] : [term],
    location: null,
    grades: [],
    subjects: row.list('subjects'),
    subjectCodes: [],
    periods: row.list('periods'),
  };
}

/** Reads School Data Sync's first format (also its UK variant): one row may hold several records. */
// eslint-disable-next-line typescript/consistent-return -- the switch is exhaustive; the compiler checks it
export function createSdsMapper(kind: SdsFileKind): Mapper {
  switch (kind) {
    case 'sdsSchool':
      return (row) => {
        const [name, identifier] = [row.required('name'), row.text('identifier')];
        return [{ kind: 'orgs', ...common(row, row.required('sourcedId')), name, type: 'school', identifier, parentSourcedId: null }];
      };
    case 'sdsSection': {
      const seen = new Set<string>();
      return (row) => [...sectionContext(row, seen), section(row)];
    }
    case 'sdsStudent':
    case 'sdsTeacher': {
      let toldPassword = false;
      return (row) => {
        if (!toldPassword && row.hasPassword()) {
          row.note('warning', 'password-present', 'password');
          toldPassword = true;
        }
        const user = person(row, kind === 'sdsStudent' ? 'student' : 'teacher', row.required('sourcedId'));
        const birthDate = row.date('birthDate');
        if (birthDate === null) return [user];
        const { sourcedId, status, dateLastModified, extensions } = user;
        const born = { birthDate, sex: null, countryOfBirthCode: null, cityOfBirth: null };
        return [user, { kind: 'demographics', sourcedId, status, dateLastModified, extensions, ...born }];
      };
    }
    case 'sdsStudentEnrollment':
      return (row) => [enrollment(row, 'student')];
    case 'sdsTeacherRoster':
      return (row) => [enrollment(row, 'teacher')];
    case 'sdsGuardian':
      // Guardians are joined to learners by their address alone.
      return (row) => [person(row, 'guardian', row.required('email'))];
    case 'sdsGuardianRelationship':
      return (row) => {
        const userSourcedId = row.required('userSourcedId');
        const relationshipUserSourcedId = row.required('email');
        const role = row.oneOf('role', ROLES, 'guardian', 'warning') ?? 'other';
        const id = `${userSourcedId}:${relationshipUserSourcedId}`;
        return [{ kind: 'relationships', ...common(row, id), userSourcedId, relationshipUserSourcedId, role }];
      };
  }
}
