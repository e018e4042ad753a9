import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { EducationForm, SubjectMeaning } from '../../contract/index.ts';
import type { ReadableEdition } from '../editions/editions.queries.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** The curriculum's subject that `subject` means: as the provider says, else by its national code, where there is one first in the edition. */
const meaningOf = ({ ownerId, editionId, curriculumKey }: ReadableEdition, subject: 's') => {
  const column = sql.raw(subject);
  return sql`
    left join curriculum.subject_meaning m on m.education_provider_id = ${provider} and m.subject_id = ${column}.subject_id and m.curriculum_key = ${curriculumKey}
    left join lateral (select e.key from curriculum.element e where e.education_provider_id = ${ownerId} and e.edition_id = ${editionId} and e.kind = 'subject'
      and case when m.element_key is not null then e.key = m.element_key else e.label = ${column}.national_code end order by e.position limit 1) meant on true`;
};

/** The provider's subjects of the edition's form of education. */
export async function listMeanings(tx: Transaction, edition: ReadableEdition): Promise<SubjectMeaning[]> {
  const { rows } = await sql<SubjectMeaning>`
    select s.subject_id as "subjectId", s.code, s.name, meant.key as "elementKey", m.element_key is not null as "isChosen"
    from core_data.subject s ${meaningOf(edition, 's')}
    where s.education_provider_id = ${provider} and s.valid @> ${today} and s.education_form = ${edition.educationForm}
    order by s.name->>'fi', s.code`.execute(tx.db);
  return rows;
}

export async function findSubject(tx: Transaction, subjectId: string): Promise<{ subjectId: string } | undefined> {
  const { rows } = await sql<{ subjectId: string }>`select subject_id as "subjectId" from core_data.subject where education_provider_id = ${provider} and subject_id = ${subjectId}`.execute(tx.db);
  return rows[0];
}

export async function hasSubjectElement(tx: Transaction, { ownerId, editionId }: ReadableEdition, key: string): Promise<boolean> {
  const { rows } = await sql`select from curriculum.element where education_provider_id = ${ownerId} and edition_id = ${editionId} and key = ${key} and kind = 'subject'`.execute(tx.db);
  return rows.length > 0;
}

export async function updateMeaning(tx: Transaction, { curriculumKey }: ReadableEdition, subjectId: string, elementKey: string | null): Promise<void> {
  if (elementKey === null) {
    await sql`delete from curriculum.subject_meaning where education_provider_id = ${provider} and subject_id = ${subjectId} and curriculum_key = ${curriculumKey}`.execute(tx.db);
    return;
  }
  await sql`insert into curriculum.subject_meaning (education_provider_id, subject_meaning_id, subject_id, curriculum_key, element_key, source)
    values (${provider}, ${uuidv7()}, ${subjectId}, ${curriculumKey}, ${elementKey}, 'manual')
    on conflict (education_provider_id, subject_id, curriculum_key) do update set element_key = excluded.element_key, source = excluded.source`.execute(tx.db);
}

export interface GroupPlace {
  groupName: string;
  subjectId: string | null;
  educationForm: EducationForm | null;
  gradeLevel: number | null;
}

/** What a teaching group studies, and at which grade level: its homeroom's, else that of most of its learners. */
export async function findGroup(tx: Transaction, groupId: string): Promise<GroupPlace | undefined> {
  const { rows } = await sql<GroupPlace>`
    select g.name as "groupName", g.subject_id as "subjectId", s.education_form as "educationForm",
      coalesce(h.grade_level, (select mode() within group (order by mh.grade_level) from core_data.teaching_group_member tm
        join core_data.homeroom_member hm on hm.education_provider_id = tm.education_provider_id and hm.learner_id = tm.learner_id and hm.valid @> ${today}
        join core_data.homeroom mh on mh.education_provider_id = hm.education_provider_id and mh.homeroom_id = hm.homeroom_id
        where tm.education_provider_id = ${provider} and tm.teaching_group_id = g.teaching_group_id and tm.valid @> ${today})) as "gradeLevel"
    from core_data.teaching_group g
    left join core_data.subject s on s.education_provider_id = g.education_provider_id and s.subject_id = g.subject_id
    left join core_data.homeroom h on h.education_provider_id = g.education_provider_id and h.homeroom_id = g.homeroom_id
    where g.education_provider_id = ${provider} and g.teaching_group_id = ${groupId}`.execute(tx.db);
  return rows[0];
}

/** Where an edition tells of a subject: at the grade level, else under the module whose code the group is called by. */
export async function findPlace(tx: Transaction, edition: ReadableEdition, { subjectId, gradeLevel, groupName }: GroupPlace): Promise<{ subjectKey: string; unitKey: string | null } | undefined> {
  const code = /^\p{Lu}+\d+/u.exec(groupName)?.[0] ?? '';
  const { rows } = await sql<{ subjectKey: string; unitKey: string | null }>`
    select meant.key as "subjectKey", (select u.key from curriculum.element u
      where u.education_provider_id = ${edition.ownerId} and u.edition_id = ${edition.editionId} and u.kind in ('subject-stage', 'module', 'study-unit') and meant.key = any(u.subject_keys)
        and case when u.kind = 'subject-stage' then ${gradeLevel}::int = any(u.grade_levels) else u.label = ${code} end
      -- The smallest choice of grade levels: a local curriculum tells each apart.
      order by cardinality(u.grade_levels), u.position limit 1) as "unitKey"
    from core_data.subject s ${meaningOf(edition, 's')}
    where s.education_provider_id = ${provider} and s.subject_id = ${subjectId} and meant.key is not null`.execute(tx.db);
  return rows[0];
}
