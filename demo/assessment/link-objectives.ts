import type pg from 'pg';
import { isSuperuser } from '../load/copy.ts';
import { templatesWithObjectives } from './templates.ts';

/** Says which objectives of the curriculum that has come in meanwhile the books' items show. What a teacher has changed since stays as it is. */
export async function linkObjectives(client: pg.ClientBase, educationProviderId: string): Promise<void> {
  const templates = [...templatesWithObjectives()].flatMap(({ subject, level, template }) => [template.name.fi, template.name.sv].map((name) => ({ subject, level, name, labels: template.objectives })));
  const isFree = await isSuperuser(client);
  await client.query('begin');
  try {
    // A book's history is to tell what teachers have changed, not how a demo is made.
    if (isFree) await client.query('set local session_replication_role = replica');
    await client.query(
      `update teaching.evidence_item i set edition_id = found.edition_id, objective_keys = found.keys
       from (select i.evidence_item_id, e.edition_id, array_agg(distinct e.key) as keys
         from teaching.evidence_item i
         join core_data.teaching_group g on g.education_provider_id = $1 and g.teaching_group_id = i.teaching_group_id
         join core_data.subject j on j.education_provider_id = $1 and j.subject_id = g.subject_id
         join jsonb_to_recordset($2::jsonb) as t(subject text, level int, name text, labels text[]) on t.subject = j.code and t.name = i.name
         join curriculum.adoption a on a.education_provider_id = $1 and a.education_form = 'basic-education'
         join curriculum.element s on s.education_provider_id = $1 and s.edition_id = a.edition_id and s.kind = 'subject' and s.label = j.national_code
         join curriculum.element e on e.education_provider_id = $1 and e.edition_id = a.edition_id and e.kind = 'objective' and s.key = any(e.subject_keys) and t.level = any(e.grade_levels) and e.label = any(t.labels)
         where i.education_provider_id = $1 and i.edition_id is null and i.version = 1 and i.source = 'demo' group by i.evidence_item_id, e.edition_id) found
       where i.education_provider_id = $1 and i.evidence_item_id = found.evidence_item_id`,
      [educationProviderId, JSON.stringify(templates)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
