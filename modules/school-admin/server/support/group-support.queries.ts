import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { GroupSupport } from '../../contract/index.ts';
import { recordGroupSupport } from './actions.ts';

const provider = sql`(select platform.current_provider())`;

export async function findGroup(tx: Transaction, actor: Actor, groupId: string): Promise<{ groupName: string; canRecord: boolean } | undefined> {
  const { rows } = await sql<{ groupName: string; canRecord: boolean }>`select g.name as "groupName", coalesce(${allowedFor(actor, recordGroupSupport, sql.ref('g.teaching_group_id'))}, false) as "canRecord"
    from core_data.teaching_group g where g.education_provider_id = ${provider} and g.teaching_group_id = ${groupId}`.execute(tx.db);
  return rows[0];
}

export async function listGroupSupport(tx: Transaction, groupId: string): Promise<GroupSupport[]> {
  const { rows } = await sql<GroupSupport>`select s.group_support_id as "groupSupportId", s.version, s.kind, s.plan, lower(s.valid) as "startsOn", upper(s.valid) - 1 as "endsOn"
    from school_admin.group_support s where s.education_provider_id = ${provider} and s.teaching_group_id = ${groupId} order by lower(s.valid) desc, s.group_support_id`.execute(tx.db);
  return rows;
}

type Content = Pick<GroupSupport, 'kind' | 'plan' | 'startsOn' | 'endsOn'>;

export async function insertGroupSupport(tx: Transaction, groupId: string, groupSupportId: string, content: Content, by: string): Promise<void> {
  await sql`insert into school_admin.group_support (education_provider_id, group_support_id, teaching_group_id, kind, plan, valid, recorded_by, source)
    values (${provider}, ${groupSupportId}, ${groupId}, ${content.kind}, ${content.plan}, daterange(${content.startsOn}::date, ${content.endsOn}::date, '[]'), ${by}, 'manual')`.execute(tx.db);
}

/** @returns `missing` when the group has none of that id, `changed` when somebody else was first */
export async function updateGroupSupport(tx: Transaction, groupId: string, groupSupportId: string, version: number, content: Content): Promise<'done' | 'missing' | 'changed'> {
  const { rows } = await sql<{ version: number }>`select s.version from school_admin.group_support s
    where s.education_provider_id = ${provider} and s.teaching_group_id = ${groupId} and s.group_support_id = ${groupSupportId} for update`.execute(tx.db);
  if (rows[0] === undefined) return 'missing';
  if (rows[0].version !== version) return 'changed';
  await sql`update school_admin.group_support s set kind = ${content.kind}, plan = ${content.plan}, valid = daterange(${content.startsOn}::date, ${content.endsOn}::date, '[]')
    where s.education_provider_id = ${provider} and s.group_support_id = ${groupSupportId}`.execute(tx.db);
  return 'done';
}
