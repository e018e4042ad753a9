import { dateRange, formatDateRange } from '@digione/local-date';
import { formatOid } from '@digione/identifiers';
import type { CityContext } from '../city/context.ts';
import type { SchoolSpec } from '../city/spec.ts';
import { pickHome } from '../people/home.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom } from '../rows/random.ts';
import type { Frame, School } from './school.ts';
import type { CoTeaching } from './support-staff.ts';

/** The provider's own OID and its schools' follow one another in a range that the register does not use. */
export function organisationOid(city: CityContext, number: number): string {
  return formatOid('organisation', `9990${city.spec.share}${String(number).padStart(5, '0')}`);
}

/** Institution numbers 95000–98999: no institution of the national register has one of them. */
const institutionNumber = (city: CityContext, number: number): string => String(95_000 + city.spec.share * 500 + number);

/** Writes the organisation, school and site, and says where they are. */
export function addSchoolFrame(city: CityContext, spec: SchoolSpec, number: number): Frame {
  const { out, providerId } = city;
  const scope = `${city.spec.key}/${spec.key}`;
  const id = idsWithin(scope);
  const isBasic = spec.kind === 'basic';
  const institutionType = isBasic ? '11' : '15';
  const schoolId = id('school');
  const siteId = id('site');
  const oid = organisationOid(city, number * 10);
  const siteOid = organisationOid(city, number * 10 + 1);
  const valid = formatDateRange(dateRange('1998-08-01'));
  const common = { education_provider_id: providerId, name: { ...spec.name }, valid, source: 'demo' };
  const organisation = {
    ...common, business_id: null, municipality_code: city.spec.municipalityCode,
    teaching_languages: [spec.language],
  };
  out.add('core_data.organisation', {
    ...organisation, organisation_id: id('organisation'), oid, parent_organisation_id: idsWithin(city.spec.key)('organisation'),
    kinds: ['02'], institution_number: institutionNumber(city, number), institution_type: institutionType, site_code: institutionNumber(city, number),
  });
  out.add('core_data.organisation', {
    ...organisation, organisation_id: id('site-organisation'), oid: siteOid, parent_organisation_id: id('organisation'),
    kinds: ['03'], institution_number: null, institution_type: null, site_code: `${institutionNumber(city, number)}01`,
  });
  out.add('core_data.school', {
    ...common, school_id: schoolId, organisation_id: id('organisation'), oid, institution_number: institutionNumber(city, number),
    institution_type: institutionType, short_name: spec.shortName, teaching_language: spec.language,
    education_forms: [isBasic ? 'basic-education' : 'general-upper-secondary'],
  });
  const home = pickHome(createRandom(`${scope}/site`), spec.language, city.spec.postOffice, city.spec.postalCodes);
  out.add('core_data.school_site', {
    ...common, school_site_id: siteId, school_id: schoolId, oid: siteOid, street_address: home.streetAddress.replace(/ [A-D] \d+$/, ''),
    postal_code: home.postalCode, post_office: home.postOffice,
  });
  if (!isBasic) {
    for (const period of city.year.periods) {
      out.add('core_data.teaching_period', {
        education_provider_id: providerId, teaching_period_id: id(period.key), school_year_id: city.schoolYearId, school_id: schoolId,
        name: period.name, valid: formatDateRange(period.valid), source: 'demo',
      });
    }
  }
  city.counts.schools += 1;
  return { spec, id: schoolId, siteId, scope, educationForm: isBasic ? 'basic-education' : 'general-upper-secondary' };
}

/** The day a learner came to the school. */
function enrolledOn(startYear: number, level: number): string {
  const years = level > 9 ? level - 10 : level - 1;
  return `${startYear - years}-08-01`;
}

/** Writes homerooms, study rights, groups, teachers and the week. */
export function writeSchool(city: CityContext, school: School, coTeaching: readonly CoTeaching[]): void {
  const { out, providerId } = city;
  const id = idsWithin(school.scope);
  const year = formatDateRange(city.year.valid);
  const isBasic = school.educationForm === 'basic-education';
  for (const homeroom of school.homerooms) {
    out.add('core_data.homeroom', {
      education_provider_id: providerId, homeroom_id: homeroom.id, school_id: school.id, school_year_id: city.schoolYearId, name: homeroom.name,
      grade_level: isBasic ? homeroom.level : null, valid: year, source: 'demo',
    });
    if (homeroom.teacher) {
      out.add('core_data.homeroom_teacher', {
        education_provider_id: providerId, homeroom_teacher_id: id(`homeroom-teacher/${homeroom.name}`), homeroom_id: homeroom.id,
        person_id: homeroom.teacher.id, valid: year, source: 'demo',
      });
    }
    for (const learner of homeroom.members) {
      out.add('core_data.homeroom_member', {
        education_provider_id: providerId, homeroom_member_id: id(`homeroom-member/${learner.key}`), homeroom_id: homeroom.id, school_id: school.id,
        learner_id: learner.id, valid: year, source: 'demo',
      });
      out.add('core_data.study_right', {
        education_provider_id: providerId, study_right_id: id(`study-right/${learner.key}`), learner_id: learner.id, school_id: school.id, oid: null,
        education_form: school.educationForm, state: 'present', valid: formatDateRange(dateRange(enrolledOn(city.year.startYear, homeroom.level))), source: 'demo',
      });
    }
  }
  for (const group of school.groups) {
    const valid = group.valid === city.year.valid ? year : formatDateRange(group.valid);
    out.add('core_data.teaching_group', {
      education_provider_id: providerId, teaching_group_id: group.id, school_id: school.id, school_year_id: city.schoolYearId,
      subject_id: city.subjectId(group.subject, school.educationForm), homeroom_id: group.homeroom?.id ?? null, name: group.name, valid, source: 'demo',
    });
    addGroupTeacher(group.id, group.teacher.id, 'main', valid);
    for (const learner of group.members) {
      out.add('core_data.teaching_group_member', {
        education_provider_id: providerId, teaching_group_member_id: id(`member/${group.id}/${learner.key}`), teaching_group_id: group.id,
        learner_id: learner.id, valid, source: 'demo',
      });
    }
    for (const lesson of group.lessons) {
      out.add('timetable.weekly_lesson', {
        education_provider_id: providerId, weekly_lesson_id: lesson.id, school_id: school.id, teaching_group_id: group.id, weekday: lesson.weekday,
        starts_at: lesson.startsAt, ends_at: lesson.endsAt, room_id: lesson.roomId, valid, source: 'demo',
      });
    }
  }
  for (const { group, member, role } of coTeaching) addGroupTeacher(group.id, member.id, role, formatDateRange(group.valid));

  function addGroupTeacher(groupId: string, personId: string, role: 'main' | 'co' | 'assistant', valid: string): void {
    out.add('core_data.teaching_group_teacher', {
      education_provider_id: providerId, teaching_group_teacher_id: id(`teacher/${groupId}/${personId}`), teaching_group_id: groupId,
      person_id: personId, role, valid, source: 'demo',
    });
  }
}
