import { sql, type RawBuilder } from 'kysely';
import type { JsonObject } from '@digione/koski';
import type { Transaction } from '@digione/platform/db';
import type { AttainmentColumns } from './attainment-fields.ts';
import type { EducationForm } from './forms.ts';
import type { AdditionalInformation, StudyPeriod } from './study-right-document.ts';

const provider = sql`(select platform.current_provider())`;

export interface AttainmentRow extends AttainmentColumns {
  readonly attainmentId: string;
  readonly parentAttainmentId: string | null;
  readonly version: number;
  readonly exemptedOn: string | null;
  readonly exemptionReason: string | null;
}

/** A study right with its rows, or with none where only core data knows of it. */
export interface StudyRightRow {
  readonly studyRightId: string;
  readonly learnerId: string;
  readonly bornOn: string | null;
  readonly schoolId: string;
  readonly schoolOid: string | null;
  readonly schoolName: { readonly fi?: string; readonly sv?: string; readonly en?: string };
  readonly teachingLanguage: string;
  readonly municipalityCode: string | null;
  readonly educationForm: EducationForm;
  readonly state: string;
  readonly startsOn: string;
  readonly lastDay: string | null;
  readonly oid: string | null;
  readonly homeroom: string | null;
  readonly gradeLevel: number | null;
  readonly yearStartsOn: string | null;
  /** 0: no record yet. */
  readonly version: number;
  readonly expectedEndOn: string | null;
  readonly more: JsonObject | null;
  readonly received: JsonObject | null;
  readonly periods: readonly StudyPeriod[];
  readonly information: readonly AdditionalInformation[];
  readonly attainments: readonly AttainmentRow[];
}

const ALL = sql<boolean>`true`;

/** Study rights with all that belongs to them, the earliest first. `where` narrows `own`, a row of core_data.study_right. */
export async function listStudyRights(tx: Transaction, where: RawBuilder<boolean>, mayRead: RawBuilder<boolean> = ALL): Promise<StudyRightRow[]> {
  const { rows } = await sql<StudyRightRow>`
    select own.study_right_id as "studyRightId", own.learner_id as "learnerId", p.born_on as "bornOn", own.school_id as "schoolId", s.oid as "schoolOid", s.name as "schoolName",
      s.teaching_language as "teachingLanguage", ep.municipality_code as "municipalityCode", own.education_form as "educationForm", own.state,
      lower(own.valid) as "startsOn", upper(own.valid) - 1 as "lastDay", own.oid,
      place.name as "homeroom", place.grade_level as "gradeLevel", lower(year.valid) as "yearStartsOn",
      coalesce(r.version, 0) as version, r.expected_end_on as "expectedEndOn", r.more, r.received,
      coalesce((select jsonb_agg(jsonb_build_object('startsOn', x.starts_on, 'state', x.state, 'funding', x.funding, 'more', x.more) order by x.position)
        from school_admin.study_period x where x.education_provider_id = ${provider} and x.study_record_id = own.study_right_id), '[]') as periods,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'startsOn', x.starts_on, 'endsOn', x.ends_on, 'more', x.more) order by x.position)
        from school_admin.additional_information x where x.education_provider_id = ${provider} and x.study_record_id = own.study_right_id), '[]') as information,
      coalesce((select jsonb_agg(jsonb_build_object('attainmentId', x.attainment_id, 'parentAttainmentId', x.parent_attainment_id, 'version', x.version,
          'kind', x.kind, 'code', x.code, 'codeSet', x.code_set, 'name', x.name, 'extent', x.extent, 'extentUnit', x.extent_unit, 'isCompulsory', x.is_compulsory)
        || jsonb_build_object('language', x.language, 'languageSet', x.language_set, 'syllabus', x.syllabus, 'curriculum', x.curriculum, 'mark', x.mark, 'markSet', x.mark_set,
          'assessedOn', x.assessed_on, 'startsOn', x.starts_on, 'confirmedOn', x.confirmed_on, 'teachingLanguage', x.teaching_language, 'homeroom', x.homeroom)
        || jsonb_build_object('recognition', x.recognition, 'exemptedOn', x.exempted_on, 'exemptionReason', x.exemption_reason, 'siteOid', x.site_oid, 'more', x.more) order by x.position, x.attainment_id)
        from school_admin.attainment x where x.education_provider_id = ${provider} and x.study_record_id = own.study_right_id), '[]') as attainments
    from core_data.study_right own
    join core_data.person p on p.education_provider_id = own.education_provider_id and p.person_id = own.learner_id
    join core_data.school s on s.education_provider_id = own.education_provider_id and s.school_id = own.school_id
    join core_data.education_provider ep on ep.education_provider_id = own.education_provider_id
    left join school_admin.study_record r on r.education_provider_id = own.education_provider_id and r.study_record_id = own.study_right_id
    left join lateral (select h.name, h.grade_level from core_data.homeroom_member m
      join core_data.homeroom h on h.education_provider_id = m.education_provider_id and h.homeroom_id = m.homeroom_id
      where m.education_provider_id = ${provider} and m.learner_id = own.learner_id and m.school_id = own.school_id and m.valid @> (select platform.today()) limit 1) place on true
    left join lateral (select y.valid from core_data.school_year y where y.education_provider_id = ${provider} and y.valid @> (select platform.today()) limit 1) year on true
    where own.education_provider_id = ${provider} and ${where} and ${mayRead}
    order by lower(own.valid), own.study_right_id`.execute(tx.db);
  return rows;
}

export const ofLearner = (learnerId: string): RawBuilder<boolean> => sql<boolean>`own.learner_id = ${learnerId}`;
export const ofStudyRight = (studyRightId: string): RawBuilder<boolean> => sql<boolean>`own.study_right_id = ${studyRightId}`;

/** One writes at a time: what a change was based on is what it finds. */
export async function lockStudyRight(tx: Transaction, studyRightId: string): Promise<void> {
  await sql`select from core_data.study_right where education_provider_id = ${provider} and study_right_id = ${studyRightId} for update`.execute(tx.db);
}
