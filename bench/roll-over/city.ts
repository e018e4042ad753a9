import type pg from 'pg';

export interface Size {
  readonly schools: number;
  /** Of each school: two classes a grade, nine grades. */
  readonly learnersPerSchool: number;
}

const CLASSES_PER_GRADE = 2;
const GROUPS_PER_CLASS = 12;

/** A city of comprehensive schools in one statement a table: classes, their own groups, learners who are in all of them. */
export async function fillCity(client: pg.Client, provider: string, { schools, learnersPerSchool }: Size): Promise<void> {
  const fill = (text: string, ...values: unknown[]) => client.query(text, [provider, ...values]);
  await fill(`insert into core_data.school_year (education_provider_id, school_year_id, name, valid, source) values ($1, gen_random_uuid(), '2026–2027', '[2026-08-01,2027-08-01)', 'bench')`);
  await fill(`insert into core_data.subject (education_provider_id, subject_id, code, name, education_form, source) select $1, gen_random_uuid(), 'A' || n, jsonb_build_object('fi', 'Aine ' || n), 'basic-education', 'bench' from generate_series(1, ${GROUPS_PER_CLASS}) n`);
  await fill(`insert into core_data.school (education_provider_id, school_id, name, education_forms, source) select $1, gen_random_uuid(), jsonb_build_object('fi', 'Koulu ' || n), '{basic-education}', 'bench' from generate_series(1, $2::int) n`, schools);
  await fill(
    `insert into core_data.homeroom (education_provider_id, homeroom_id, school_id, school_year_id, name, grade_level, valid, source)
     select $1, gen_random_uuid(), s.school_id, y.school_year_id, g || chr(64 + c), g, y.valid, 'bench'
     from core_data.school s, core_data.school_year y, generate_series(1, 9) g, generate_series(1, ${CLASSES_PER_GRADE}) c where s.education_provider_id = $1 and y.education_provider_id = $1`,
  );
  await fill(
    `insert into core_data.teaching_group (education_provider_id, teaching_group_id, school_id, school_year_id, subject_id, homeroom_id, name, valid, source)
     select $1, gen_random_uuid(), h.school_id, h.school_year_id, s.subject_id, h.homeroom_id, h.name || ' ' || s.code, h.valid, 'bench' from core_data.homeroom h, core_data.subject s where h.education_provider_id = $1 and s.education_provider_id = $1`,
  );
  await client.query(`create temporary table seat as select row_number() over () as n, h.homeroom_id, h.school_id, gen_random_uuid() as learner_id, h.grade_level from core_data.homeroom h, generate_series(1, ${Math.round(learnersPerSchool / (9 * CLASSES_PER_GRADE))})`);
  await fill(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, born_on, source) select $1, learner_id, 'Oppilas ' || n, 'Oppilas', 'Mittaaja ' || n, make_date(2020 - grade_level, 1 + (n % 12)::int, 1 + (n % 28)::int), 'bench' from seat`);
  await fill(`insert into core_data.study_right (education_provider_id, study_right_id, learner_id, school_id, education_form, valid, source) select $1, gen_random_uuid(), learner_id, school_id, 'basic-education', '[2020-08-01,)', 'bench' from seat`);
  await fill(`insert into core_data.homeroom_member (education_provider_id, homeroom_member_id, homeroom_id, school_id, learner_id, valid, source) select $1, gen_random_uuid(), homeroom_id, school_id, learner_id, '[2026-08-01,2027-08-01)', 'bench' from seat`);
  await fill(
    `insert into core_data.teaching_group_member (education_provider_id, teaching_group_member_id, teaching_group_id, learner_id, valid, source)
     select $1, gen_random_uuid(), g.teaching_group_id, s.learner_id, g.valid, 'bench' from seat s join core_data.teaching_group g on g.education_provider_id = $1 and g.homeroom_id = s.homeroom_id`,
  );
  await client.query('analyze');
}
