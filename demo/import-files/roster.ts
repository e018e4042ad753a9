import { parseDateRange } from '@digione/local-date';
import type { RosterContent, RosterDrafts } from '@digione/oneroster';
import { idsWithin } from '../rows/ids.ts';
import type { AnyRow } from '../rows/tables.ts';
import { datesOf, findText, textOf, type CityIndex, type Dates } from './city-index.ts';

type Draft<K extends keyof RosterDrafts> = RosterDrafts[K];
type Role = Draft<'roles'>['role'];

const ROLES: Readonly<Record<string, Role>> = {
  'teaching-assistant': 'aide',
  'guidance-counsellor': 'counselor',
  principal: 'principal',
  'vice-principal': 'principal',
  'school-secretary': 'siteAdministrator',
  expert: 'districtAdministrator',
  other: 'districtAdministrator',
};
const roleOf = (title: string): Role => ROLES[title] ?? 'teacher';

const UNSAID: Dates = { beginDate: null, endDate: null };

/** The plain or the Finnish name. */
function nameOf(row: AnyRow): string {
  const { name } = row;
  return typeof name === 'object' && name !== null && 'fi' in name ? String(name.fi) : textOf(row, 'name');
}

/** A city's people, groups and enrolments as a OneRoster 1.2 roster. */
export function rosterOf(city: CityIndex): RosterContent {
  const id = idsWithin(city.spec.key);
  const district = id('organisation');
  const schoolYear = id('school-year');
  const homeroomCourse = id('homeroom-course');
  const endYear = (row: AnyRow): number => Number(textOf(row, 'valid').slice(1, 5)) + 1;
  // The sessions that belong to one school: its periods, told apart by their days.
  const sessions = new Map<string, string>();
  for (const row of city.rows('core_data.teaching_period')) {
    const school = findText(row, 'school_id');
    if (school !== null) sessions.set(`${school} ${textOf(row, 'valid')}`, textOf(row, 'teaching_period_id'));
  }

  return {
    academicSessions: (function* (): Generator<Draft<'academicSessions'>> {
      let year = 0;
      for (const row of city.rows('core_data.school_year')) {
        const { from, to } = parseDateRange(textOf(row, 'valid'));
        year = endYear(row);
        yield { sourcedId: schoolYear, title: nameOf(row), type: 'schoolYear', startDate: from, endDate: to ?? from, schoolYear: year };
      }
      for (const row of city.rows('core_data.teaching_period')) {
        const { from, to } = parseDateRange(textOf(row, 'valid'));
        yield {
          sourcedId: textOf(row, 'teaching_period_id'), title: nameOf(row), type: row.school_id === null ? 'term' : 'gradingPeriod', startDate: from,
          endDate: to ?? from, parentSourcedId: schoolYear, schoolYear: year,
        };
      }
    })(),
    orgs: (function* (): Generator<Draft<'orgs'>> {
      for (const row of city.rows('core_data.education_provider')) yield { sourcedId: district, name: nameOf(row), type: 'district', identifier: textOf(row, 'oid') };
      for (const row of city.rows('core_data.school')) {
        yield { sourcedId: textOf(row, 'school_id'), name: nameOf(row), type: 'school', identifier: textOf(row, 'oid'), parentSourcedId: district };
      }
    })(),
    courses: (function* (): Generator<Draft<'courses'>> {
      yield { sourcedId: homeroomCourse, title: 'Luokka', courseCode: 'LUOKKA', orgSourcedId: district, schoolYearSourcedId: schoolYear };
      for (const row of city.rows('core_data.subject')) {
        const national = findText(row, 'national_code');
        yield {
          sourcedId: textOf(row, 'subject_id'), title: nameOf(row), courseCode: textOf(row, 'code'), orgSourcedId: district, schoolYearSourcedId: schoolYear,
          grades: [row.education_form === 'basic-education' ? '1' : '10'], subjects: [nameOf(row)], subjectCodes: national === null ? [] : [national],
        };
      }
    })(),
    classes: (function* (): Generator<Draft<'classes'>> {
      for (const row of city.rows('core_data.homeroom')) {
        yield {
          sourcedId: textOf(row, 'homeroom_id'), title: textOf(row, 'name'), classType: 'homeroom', courseSourcedId: homeroomCourse,
          schoolSourcedId: textOf(row, 'school_id'), termSourcedIds: [schoolYear], grades: typeof row.grade_level === 'number' ? [String(row.grade_level)] : [],
        };
      }
      for (const row of city.rows('core_data.teaching_group')) {
        const school = textOf(row, 'school_id');
        yield {
          sourcedId: textOf(row, 'teaching_group_id'), title: textOf(row, 'name'), classType: 'scheduled', courseSourcedId: textOf(row, 'subject_id'),
          schoolSourcedId: school, termSourcedIds: [sessions.get(`${school} ${textOf(row, 'valid')}`) ?? schoolYear],
        };
      }
    })(),
    users: usersOf(city, district),
    roles: rolesOf(city, district),
    demographics: (function* (): Generator<Draft<'demographics'>> {
      for (const row of city.rows('core_data.person')) {
        yield { sourcedId: textOf(row, 'person_id'), birthDate: textOf(row, 'born_on'), sex: row.gender === 'male' ? 'male' : 'female' };
      }
    })(),
    enrollments: enrollmentsOf(city),
  };
}

function* usersOf(city: CityIndex, district: string): Generator<Draft<'users'>> {
  for (const row of city.rows('core_data.person')) {
    const person = textOf(row, 'person_id');
    const learnerNumber = findText(row, 'learner_number');
    const identityCode = city.identityCodeOf.get(person);
    const level = city.levelOf.get(person);
    const position = city.positionsOf.get(person)?.[0];
    const isHidden = row.protected_address === true;
    yield {
      sourcedId: person,
      enabledUser: true,
      username: textOf(row, 'email'),
      userIds: identityCode === undefined ? [] : [{ type: 'henkilotunnus', identifier: identityCode }],
      givenName: textOf(row, 'first_names'),
      preferredGivenName: textOf(row, 'call_name'),
      familyName: textOf(row, 'last_name'),
      userMasterIdentifier: learnerNumber,
      email: isHidden ? null : textOf(row, 'email'),
      phone: isHidden ? null : findText(row, 'phone'),
      grades: level === undefined ? [] : [String(level)],
      agentSourcedIds: city.guardiansOf.get(person) ?? [],
      primaryOrgSourcedId: city.schoolOf.get(person) ?? position?.schoolId ?? district,
    };
  }
}

function* rolesOf(city: CityIndex, district: string): Generator<Draft<'roles'>> {
  for (const row of city.rows('core_data.person')) {
    const person = textOf(row, 'person_id');
    const held: (readonly [Role, string, Dates])[] = [];
    const school = city.schoolOf.get(person);
    if (school !== undefined) held.push(['student', school, city.studiesOf.get(person) ?? UNSAID]);
    for (const position of city.positionsOf.get(person) ?? []) held.push([roleOf(position.title), position.schoolId ?? district, position]);
    for (const childsSchool of city.schoolsOfGuardian.get(person) ?? []) held.push(['guardian', childsSchool, UNSAID]);
    for (const [index, [role, org, { beginDate, endDate }]] of held.entries()) {
      yield { sourcedId: `${person}:${role}:${org}`, userSourcedId: person, role, beginDate, endDate, roleType: index === 0 ? 'primary' : 'secondary', orgSourcedId: org };
    }
  }
}

function* enrollmentsOf(city: CityIndex): Generator<Draft<'enrollments'>> {
  const schoolOfClass = new Map<string, string>();
  for (const row of city.rows('core_data.homeroom')) schoolOfClass.set(textOf(row, 'homeroom_id'), textOf(row, 'school_id'));
  for (const row of city.rows('core_data.teaching_group')) schoolOfClass.set(textOf(row, 'teaching_group_id'), textOf(row, 'school_id'));
  const enrolled = (row: AnyRow, sourcedId: string, classId: string, person: string, role: Role, primary: boolean | null): Draft<'enrollments'> => ({
    sourcedId, classSourcedId: classId, schoolSourcedId: schoolOfClass.get(classId) ?? '', userSourcedId: person, role, primary, ...datesOf(row),
  });
  for (const row of city.rows('core_data.homeroom_member')) yield enrolled(row, textOf(row, 'homeroom_member_id'), textOf(row, 'homeroom_id'), textOf(row, 'learner_id'), 'student', null);
  for (const row of city.rows('core_data.homeroom_teacher')) yield enrolled(row, textOf(row, 'homeroom_teacher_id'), textOf(row, 'homeroom_id'), textOf(row, 'person_id'), 'teacher', true);
  for (const row of city.rows('core_data.teaching_group_member')) yield enrolled(row, textOf(row, 'teaching_group_member_id'), textOf(row, 'teaching_group_id'), textOf(row, 'learner_id'), 'student', null);
  for (const row of city.rows('core_data.teaching_group_teacher')) {
    // The standard has no assistant in a group, and an assistant called a teacher would gain a teacher's rights.
    if (row.role === 'assistant') continue;
    yield enrolled(row, textOf(row, 'teaching_group_teacher_id'), textOf(row, 'teaching_group_id'), textOf(row, 'person_id'), 'teacher', row.role === 'main');
  }
}
