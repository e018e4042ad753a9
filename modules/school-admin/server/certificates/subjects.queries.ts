import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { CertificateKind, CertificateSubject } from '../../contract/certificates/index.ts';

/** Whose subjects and marks are asked for, and for what. */
export interface SubjectsWanted {
  readonly learnerIds: readonly string[];
  readonly schoolId: string;
  readonly schoolYearId: string;
  readonly kind: CertificateKind;
  readonly gradeLevel: number | null;
}

/** A place where subjects and marks of certificates come from; what is unknown is left out. */
export type SubjectSource = (tx: Transaction, wanted: SubjectsWanted) => Promise<ReadonlyMap<string, readonly CertificateSubject[]>>;

const provider = sql`(select platform.current_provider())`;

/** Which attainment holds the subjects of a certificate. */
const PARENTS: Readonly<Record<CertificateKind, string>> = {
  'school-year': 'perusopetuksenvuosiluokka',
  interim: 'perusopetuksenvuosiluokka',
  leaving: 'perusopetuksenoppimaara',
  resignation: 'perusopetuksenoppimaara',
  'upper-secondary': 'lukionoppimaara',
  'upper-secondary-resignation': 'lukionoppimaara',
  transcript: 'lukionoppimaara',
};

/** Which religion, if any, somebody studies is nobody's business (KOSKI since 6.11.2024; POPS and LOPS on certificates). */
const RELIGION = { fi: 'Uskonto/elämänkatsomustieto', sv: 'Religion/livsåskådningskunskap', en: 'Religion/ethics' };
const RELIGION_CODES = new Set(['KT', 'ET', 'UE', 'UO', 'UX']);

type Name = { fi?: string; sv?: string; en?: string };
const MOTHER_TONGUE: Name = { fi: 'Äidinkieli ja kirjallisuus', sv: 'Modersmål och litteratur', en: 'Mother tongue and literature' };
/** A second-language syllabus stands under mother tongue and literature. */
const SECOND_LANGUAGE: Readonly<Record<string, Name>> = {
  S2: { fi: 'suomi toisena kielenä ja kirjallisuus', sv: 'finska som andraspråk och litteratur', en: 'Finnish as a second language and literature' },
  R2: { fi: 'ruotsi toisena kielenä ja kirjallisuus', sv: 'svenska som andraspråk och litteratur', en: 'Swedish as a second language and literature' },
};

/** As the law wants a subject to be called on a certificate. */
function asPrinted(subject: CertificateSubject): CertificateSubject {
  const code = subject.code ?? '';
  if (RELIGION_CODES.has(code)) return { ...subject, name: RELIGION, syllabus: null };
  const second = SECOND_LANGUAGE[code] ?? (code === 'AI7' ? SECOND_LANGUAGE['S2'] : code === 'AI8' ? SECOND_LANGUAGE['R2'] : undefined);
  return second === undefined ? subject : { ...subject, code: 'AI', name: MOTHER_TONGUE, syllabus: second };
}

interface Row {
  learnerId: string;
  subjects: CertificateSubject[];
}
const byLearner = (rows: readonly Row[]) => new Map(rows.map(({ learnerId, subjects }) => [learnerId, subjects]));

/** The study records: subjects under the attainment of the grade or of the whole syllabus, with their modules and units. */
const fromStudyRecords: SubjectSource = async (tx, { learnerIds, schoolId, kind, gradeLevel }) => {
  const parent = PARENTS[kind];
  const isGrade = parent === 'perusopetuksenvuosiluokka';
  const nameOf = (attainment: string) => sql`coalesce(${sql.ref(`${attainment}.name`)},
    (select c.name from core_data.code c where c.code_set = ${sql.ref(`${attainment}.code_set`)} and c.code = ${sql.ref(`${attainment}.code`)} order by c.version desc limit 1),
    (select su.name from core_data.subject su where su.education_provider_id = ${provider} and ${sql.ref(`${attainment}.code`)} in (su.national_code, su.code) limit 1),
    jsonb_build_object('fi', ${sql.ref(`${attainment}.code`)}))`;
  const printable = (mark: string) => sql`case when ${sql.ref(mark)} in ('4', '5', '6', '7', '8', '9', '10', 'S', 'H', 'O') then ${sql.ref(mark)} end`;
  const { rows } = await sql<Row>`
    select r.learner_id as "learnerId", jsonb_agg(jsonb_build_object(
      'key', s.attainment_id, 'code', s.code, 'name', ${nameOf('s')},
      'syllabus', (select c.name from core_data.code c where c.code_set = s.language_set and c.code = s.language order by c.version desc limit 1),
      'section', case when s.code_set is null then 'elective' when s.is_compulsory is false then 'elective' else 'common' end,
      'scope', s.extent, 'mark', ${printable('s.mark')}, 'words', null,
      'units', coalesce((select jsonb_agg(jsonb_build_object('code', u.code, 'name', ${nameOf('u')}, 'scope', u.extent, 'mark', ${printable('u.mark')}) order by u.position)
        from school_admin.attainment u where u.education_provider_id = s.education_provider_id and u.parent_attainment_id = s.attainment_id), '[]')
    ) order by s.position) as subjects
    from school_admin.study_record r
    join core_data.study_right sr on sr.education_provider_id = r.education_provider_id and sr.study_right_id = r.study_record_id and sr.state <> 'void' and sr.school_id = ${schoolId}
    join school_admin.attainment p on p.education_provider_id = r.education_provider_id and p.study_record_id = r.study_record_id and p.parent_attainment_id is null and p.kind = ${parent}
      and (not ${isGrade}::boolean or p.code = ${gradeLevel === null ? null : String(gradeLevel)})
    join school_admin.attainment s on s.education_provider_id = p.education_provider_id and s.parent_attainment_id = p.attainment_id and s.exempted_on is null
    where r.education_provider_id = ${provider} and r.learner_id = any(${learnerIds}::uuid[])
    group by r.learner_id`.execute(tx.db);
  return byLearner(rows);
};

/** The teaching groups of the school year: which subjects there are, their marks unknown. */
const fromTeachingGroups: SubjectSource = async (tx, { learnerIds, schoolId, schoolYearId }) => {
  const { rows } = await sql<Row>`
    select "learnerId", jsonb_agg(jsonb_build_object('key', code, 'code', code, 'name', name, 'syllabus', null, 'section', 'common', 'scope', null, 'mark', null, 'words', null, 'units', '[]'::jsonb) order by position, code) as subjects
    from (
      select distinct on (m.learner_id, coalesce(s.national_code, s.code)) m.learner_id as "learnerId", coalesce(s.national_code, s.code) as code, s.name,
        coalesce(array_position(array['AI', 'S2', 'A1', 'A2', 'B1', 'B2', 'MA', 'YL', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'ET', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO', 'OP'], coalesce(s.national_code, s.code)), 99) as position
      from core_data.teaching_group_member m
      join core_data.teaching_group g on g.education_provider_id = m.education_provider_id and g.teaching_group_id = m.teaching_group_id
        and g.school_id = ${schoolId} and g.school_year_id = ${schoolYearId}
      join core_data.subject s on s.education_provider_id = g.education_provider_id and s.subject_id = g.subject_id
      where m.education_provider_id = ${provider} and m.learner_id = any(${learnerIds}::uuid[])
    ) studied
    group by "learnerId"`.execute(tx.db);
  return byLearner(rows);
};

/** Subjects of each learner: the study records' word first, then what the groups of the year add. */
export async function loadSubjects(tx: Transaction, wanted: SubjectsWanted, sources: readonly SubjectSource[] = [fromStudyRecords, fromTeachingGroups]): Promise<ReadonlyMap<string, CertificateSubject[]>> {
  const found = await Promise.all(sources.map((source) => source(tx, wanted)));
  const idOf = ({ code, name }: CertificateSubject) => code ?? name.fi ?? name.sv ?? '';
  return new Map(
    wanted.learnerIds.map((learnerId) => {
      const subjects = new Map<string, CertificateSubject>();
      for (const source of found) {
        for (const subject of (source.get(learnerId) ?? []).map(asPrinted)) {
          // Electives may bear a common subject's code: they are told apart by their section.
          const id = `${subject.section} ${idOf(subject)}`;
          if (!subjects.has(id)) subjects.set(id, subject);
        }
      }
      return [learnerId, [...subjects.values()]];
    }),
  );
}
