import { dateRange, formatDateRange } from '@digione/local-date';
import { idsWithin } from '../rows/ids.ts';
import { subjectsByForm } from '../school/subjects.ts';
import { organisationOid } from '../school/write-school.ts';
import type { AbsenceTypeCode, CityContext, EducationForm } from './context.ts';

interface AbsenceTypeSpec {
  readonly code: AbsenceTypeCode;
  readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly guardianMayChoose: boolean;
}

/** On the national classification: health, leave asked for beforehand, unauthorised, the school's own, other. */
const absenceTypes: readonly AbsenceTypeSpec[] = [
  { code: 'illness', name: { fi: 'Terveydellisiin syihin liittyvä poissaolo', sv: 'Frånvaro av hälsoskäl', en: 'Absence for health reasons' }, guardianMayChoose: true },
  { code: 'leave', name: { fi: 'Ennalta sovittu vapaa', sv: 'Ledighet enligt överenskommelse', en: 'Leave agreed beforehand' }, guardianMayChoose: true },
  { code: 'other', name: { fi: 'Muu syy', sv: 'Annan orsak', en: 'Another reason' }, guardianMayChoose: true },
  { code: 'school-activity', name: { fi: 'Muu koulun toiminta', sv: 'Skolans övriga verksamhet', en: 'Other school activity' }, guardianMayChoose: false },
  { code: 'unauthorised', name: { fi: 'Luvaton poissaolo', sv: 'Olovlig frånvaro', en: 'Unauthorised absence' }, guardianMayChoose: false },
];

const forms: readonly EducationForm[] = ['basic-education', 'general-upper-secondary'];

/** Writes what all the city's schools share. */
export function addProvider(city: CityContext, settings: { readonly [key: string]: unknown }): void {
  const { out, providerId, spec, year } = city;
  const id = idsWithin(spec.key);
  const own = { education_provider_id: providerId, source: 'demo' };
  const oid = organisationOid(city, 0);
  out.add('core_data.education_provider', {
    ...own, key: spec.key, oid, business_id: null, name: { ...spec.name }, municipality_code: spec.municipalityCode, is_demo: true, settings, valid: formatDateRange(dateRange('1990-01-01')),
  });
  out.add('core_data.organisation', {
    ...own, organisation_id: id('organisation'), oid, parent_organisation_id: null, kinds: ['01', '09'],
    name: { ...spec.name }, institution_number: null, institution_type: null, site_code: null, business_id: null,
    municipality_code: spec.municipalityCode, teaching_languages: [], valid: formatDateRange(dateRange('1990-01-01')),
  });
  out.add('core_data.school_year', { ...own, school_year_id: city.schoolYearId, name: year.name, valid: formatDateRange(year.valid) });
  for (const term of year.terms) {
    out.add('core_data.teaching_period', {
      ...own, teaching_period_id: id(term.key), school_year_id: city.schoolYearId, school_id: null, name: term.name, valid: formatDateRange(term.valid),
    });
  }
  for (const each of year.breaks) {
    out.add('core_data.school_break', {
      ...own, school_break_id: id(`break/${each.key}`), school_year_id: city.schoolYearId, school_id: null, name: { ...each.name }, valid: formatDateRange(each.valid),
    });
  }
  for (const form of forms) {
    for (const subject of subjectsByForm[form]) {
      out.add('core_data.subject', {
        ...own, subject_id: city.subjectId(subject.code, form), code: subject.code, national_code: subject.nationalCode, name: { ...subject.name }, education_form: form,
      });
    }
  }
  absenceTypes.forEach((type, index) => {
    out.add('school_admin.absence_type', {
      ...own, absence_type_id: city.absenceTypeId(type.code), code: type.code, name: { ...type.name }, category: type.code,
      guardian_may_choose: type.guardianMayChoose, sort_order: index + 1,
    });
  });
}
