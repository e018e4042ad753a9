import { isPersonalIdentityCode, isPersonOid, normalizeIdentityCode } from '@digione/identifiers';
import type { RosterRecord, User } from '@digione/oneroster';
import { cleanText } from '../pipeline/stage.queries.ts';
import type { StageName } from './stages.queries.ts';

/** A row for one of the stages. */
export interface StagedRow {
  readonly stage: StageName;
  readonly row: { external_id: string; file: string; line: number; is_deleted: boolean } & Record<string, unknown>;
}

/** Identifiers a user may carry in whatever field the vendor chose: found by what they look like. */
function nationalIdsOf({ identifier, userMasterIdentifier, userIds }: User): { learner_number: string | null; identity_code: string | null } {
  const candidates = [identifier, userMasterIdentifier, ...userIds.map((id) => id.identifier)].flatMap((id) => id?.trim() || []);
  const codes = candidates.map(normalizeIdentityCode);
  return { learner_number: candidates.find(isPersonOid) ?? null, identity_code: codes.find(isPersonalIdentityCode) ?? null };
}

/** All first names, and the one used. */
function givenNamesOf(user: User): { first_names: string | null; call_name: string | null } {
  const given = cleanText(user.givenName);
  const middle = cleanText(user.middleName);
  const firstNames = given === null ? null : middle === null || given.split(' ').includes(middle) ? given : `${given} ${middle}`;
  return { first_names: firstNames, call_name: cleanText(user.preferredGivenName) ?? given?.split(' ')[0] ?? null };
}

const BEFORE_SCHOOL = new Set(['PR', 'PK', 'TK', 'KG', 'K']);

/** The first grade that says something: `07`, `7A` → 7, pre-primary 0. Source: CEDS "Grade Level When Course Taken". */
export function gradeOf(grades: readonly string[]): number | null {
  for (const grade of grades) {
    const text = grade.trim().toUpperCase();
    if (BEFORE_SCHOOL.has(text)) return 0;
    const number = /^0*(\d{1,2})(?!\d)/.exec(text)?.[1];
    if (number !== undefined && Number(number) <= 13) return Number(number);
  }
  return null;
}

/** Turns a record into the row of its stage; what DigiOne does not keep gives none. */
export function stagedRowOf(record: RosterRecord, file: string, line: number): StagedRow | undefined {
  const head = { external_id: record.sourcedId, file, line, is_deleted: record.status === 'tobedeleted' };
  switch (record.kind) {
    case 'orgs':
      return { stage: 'r_org', row: { ...head, name: cleanText(record.name), type: record.type, identifier: cleanText(record.identifier) } };
    case 'academicSessions':
      return { stage: 'r_session', row: { ...head, title: cleanText(record.title), type: record.type, start_on: record.startDate, end_on: record.endDate, parent: record.parentSourcedId } };
    case 'courses':
      return { stage: 'r_course', row: { ...head, title: cleanText(record.title), code: cleanText(record.courseCode ?? record.subjectCodes[0] ?? record.title), org: record.orgSourcedId, year: record.schoolYearSourcedId, grade: gradeOf(record.grades) } };
    case 'classes':
      return { stage: 'r_class', row: { ...head, title: cleanText(record.title), code: cleanText(record.classCode), type: record.classType, course: record.courseSourcedId, org: record.schoolSourcedId, terms: record.termSourcedIds, grade: gradeOf(record.grades) } };
    case 'users':
      return {
        stage: 'r_user',
        row: {
          ...head,
          ...givenNamesOf(record),
          ...nationalIdsOf(record),
          last_name: cleanText(record.preferredFamilyName) ?? cleanText(record.familyName),
          email: cleanText(record.email),
          phone: cleanText(record.sms ?? record.phone),
          username: cleanText(record.username),
          grade: gradeOf(record.grades),
          role: record.role,
          orgs: record.orgSourcedIds.length > 0 ? record.orgSourcedIds : record.primaryOrgSourcedId === null ? [] : [record.primaryOrgSourcedId],
          agents: record.agentSourcedIds,
        },
      };
    case 'roles':
      return { stage: 'r_role', row: { ...head, user_id: record.userSourcedId, org: record.orgSourcedId, role: record.role, begin_on: record.beginDate, end_on: record.endDate } };
    case 'demographics':
      return { stage: 'r_demographics', row: { ...head, born_on: record.birthDate, sex: record.sex === 'unspecified' ? null : record.sex } };
    case 'enrollments':
      return { stage: 'r_enrollment', row: { ...head, class: record.classSourcedId, user_id: record.userSourcedId, role: record.role, is_primary: record.primary, begin_on: record.beginDate, end_on: record.endDate } };
    case 'relationships':
      return { stage: 'r_relation', row: { ...head, guardian_user: record.relationshipUserSourcedId, learner_user: record.userSourcedId, role: record.role } };
    case 'userProfiles':
      return undefined;
  }
}
