import type pg from 'pg';
import { tables, type AnyRow, type TableName } from '../rows/tables.ts';
import { copyBatch, copyInto, isBoundByRowSecurity, isSuperuser } from './copy.ts';

/** How a row of the demo finds the one an import has made, and what no file tells of it. */
interface Completion {
  /** Condition on the row there, `t`, and the demo's, `d`. */
  readonly match: string;
  readonly adds: readonly string[];
}

const byId = (id: string, ...adds: readonly string[]): Completion => ({ match: `t.${id} = d.${id}`, adds });

/** Tables that imports write; all others are the demo's alone. */
const COMPLETIONS: Readonly<Partial<Record<TableName, Completion>>> = {
  'core_data.education_provider': byId('education_provider_id', 'settings'),
  'core_data.organisation': byId('organisation_id'),
  'core_data.school': byId('school_id'),
  'core_data.school_site': byId('school_site_id', 'street_address', 'postal_code', 'post_office'),
  'core_data.school_year': byId('school_year_id'),
  // OneRoster has no sessions of one school alone, and names in one language.
  'core_data.teaching_period': byId('teaching_period_id', 'school_id'),
  'core_data.subject': byId('subject_id', 'national_code', 'name'),
  'core_data.person': byId('person_id', 'mother_tongue', 'preferred_language', 'nationalities', 'home_municipality', 'email', 'phone'),
  'core_data.person_identity_code': { match: 't.personal_identity_code = d.personal_identity_code', adds: [] },
  'core_data.person_address': { match: 't.person_id = d.person_id and t.kind = d.kind', adds: [] },
  'core_data.guardianship': { match: 't.guardian_id = d.guardian_id and t.learner_id = d.learner_id', adds: ['lives_with', 'valid'] },
  'core_data.study_right': { match: 't.learner_id = d.learner_id and t.school_id = d.school_id', adds: [] },
  // One position in a school each; what a roster calls a teacher, the school calls by what they teach.
  'core_data.staff_position': { match: 't.person_id = d.person_id and t.school_id is not distinct from d.school_id', adds: ['title'] },
  'core_data.homeroom': byId('homeroom_id'),
  'core_data.homeroom_member': byId('homeroom_member_id'),
  'core_data.homeroom_teacher': byId('homeroom_teacher_id'),
  'core_data.teaching_group': byId('teaching_group_id', 'homeroom_id'),
  'core_data.teaching_group_member': byId('teaching_group_member_id'),
  'core_data.teaching_group_teacher': byId('teaching_group_teacher_id'),
};

/** Adds to what imports have brought what no file tells, in one transaction: the city is then there as a whole. */
export async function completeCity(client: pg.ClientBase, rows: ReadonlyMap<TableName, readonly AnyRow[]>): Promise<void> {
  await client.query('analyze');
  const [isBound, isFree] = [await isBoundByRowSecurity(client), await isSuperuser(client)];
  await client.query('begin');
  try {
    for (const [table, list] of rows) {
      const completion = COMPLETIONS[table];
      if (completion === undefined) await copyBatch(client, { label: table, rows: new Map([[table, list]]) }, isBound);
      else await complete(client, table, list, completion, isFree);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function complete(client: pg.ClientBase, table: TableName, rows: readonly AnyRow[], { match, adds }: Completion, isFree: boolean): Promise<void> {
  const columns = tables[table].join(', ');
  const staging = `demo_rest_${table.replace('.', '_')}`;
  await client.query(`create temporary table ${staging} on commit drop as select ${columns} from ${table} with no data`);
  await copyInto(client, `pg_temp.${staging}`, columns, table, rows);
  await client.query(`analyze pg_temp.${staging}`);
  if (adds.length > 0) {
    const list = (alias: string): string => adds.map((column) => `${alias}.${column}`).join(', ');
    // A person's history is to tell what registers and people have changed, not how a demo is made.
    if (isFree) await client.query('set local session_replication_role = replica');
    await client.query(`update ${table} t set ${adds.map((column) => `${column} = d.${column}`).join(', ')} from pg_temp.${staging} d
      where t.education_provider_id = d.education_provider_id and ${match} and (${list('t')}) is distinct from (${list('d')})`);
    if (isFree) await client.query('set local session_replication_role = origin');
  }
  await client.query(`insert into ${table} (${columns}) select ${columns} from pg_temp.${staging} d
    where not exists (select from ${table} t where t.education_provider_id = d.education_provider_id and ${match})`);
}
