import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { newId } from '../pipeline/given-ids.queries.ts';
import type { SyncSpec } from '../pipeline/sync.queries.ts';
import type { KnownProvider, ProviderMatch, ProviderNode } from './match-providers.ts';

export const NODE_COLUMNS = `external_id text, provider_oid text, parent_oid text, school_oid text, file text, line int, kinds text[], name jsonb,
  short_name text, institution_number text, institution_type text, site_code text, business_id text, municipality_code text,
  teaching_languages text[], teaching_language text, education_forms text[], valid_from date, valid_to date`;

/** Sees the one provider of the transaction's scope, or all when the walls are lifted. */
export async function listKnownProviders(tx: Transaction): Promise<KnownProvider[]> {
  return tx.db
    .selectFrom('core_data.education_provider')
    .select(['education_provider_id as educationProviderId', 'key', 'oid', 'business_id as businessId', sql<KnownProvider['name']>`name`.as('name')])
    .execute();
}

export async function listProviderNodes(tx: Transaction): Promise<ProviderNode[]> {
  const { rows } = await sql<ProviderNode>`select external_id as oid, business_id as "businessId", name as names from staged_node where '01' = any(kinds) order by external_id`.execute(tx.db);
  return rows;
}

/** Stages which provider each subtree belongs to; what belongs to none stays outside. */
export async function stageProviders(tx: Transaction, matches: readonly ProviderMatch[]): Promise<void> {
  await sql`create temporary table staged_provider on commit drop as
    select m.oid, m.key, coalesce(m."educationProviderId", exchange.new_id()) as education_provider_id, m."educationProviderId" is null as is_new,
      n.name, n.business_id, n.municipality_code, daterange(n.valid_from, n.valid_to) as valid
    from json_to_recordset(${JSON.stringify(matches)}::json) as m(oid text, key text, "educationProviderId" uuid)
    join staged_node n on n.external_id = m.oid`.execute(tx.db);
  // An organisation's row may be known already under the source's key, by its OID, or not at all.
  await sql`create temporary table staged_organisation on commit drop as
    select p.education_provider_id, n.*, n.external_id as oid, false as is_deleted, null::date as default_from,
      coalesce(o.organisation_id, ${sql.raw(newId('organisation', 'n.external_id'))}) as made_id
    from staged_node n
    join staged_provider p on p.oid = n.provider_oid
    left join core_data.organisation o on o.education_provider_id = p.education_provider_id and o.oid = n.external_id`.execute(tx.db);
  await sql`create index on staged_organisation (external_id)`.execute(tx.db);
  await sql`analyze staged_organisation`.execute(tx.db);
  await sql`alter table staged_organisation add column parent_organisation_id uuid, add column organisation_id uuid`.execute(tx.db);
  await sql`update staged_organisation s set organisation_id = s.made_id, parent_organisation_id = (select p.made_id from staged_organisation p where p.external_id = s.parent_oid)`.execute(tx.db);
}

/** Institutions, and which number two of them claim. */
export async function stageSchools(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_school on commit drop as
    select s.*, coalesce(k.school_id, ${sql.raw(newId('school', 's.external_id'))}) as made_school_id from (
      select o.*, row_number() over (partition by education_provider_id, institution_number order by valid_to desc nulls first, external_id) as claim
      from staged_organisation o where '02' = any(kinds)) s
    left join core_data.school k on k.education_provider_id = s.education_provider_id
      and (k.oid = s.oid or (k.oid is null and k.institution_number = s.institution_number))`.execute(tx.db);
  await sql`update staged_school set made_id = made_school_id, institution_number = case when claim = 1 then institution_number end`.execute(tx.db);
  await sql`create temporary table staged_site on commit drop as
    select o.education_provider_id, o.external_id, o.file, o.line, o.is_deleted, o.oid, o.name, o.valid_from, o.valid_to, o.default_from,
      coalesce(t.school_site_id, ${sql.raw(newId('school_site', 'o.external_id'))}) as made_id, s.made_id as school_id
    from staged_organisation o
    join staged_school s on s.external_id = o.school_oid
    left join core_data.school_site t on t.education_provider_id = o.education_provider_id and t.oid = o.oid
    where '03' = any(o.kinds)`.execute(tx.db);
  await sql`analyze staged_school`.execute(tx.db);
  await sql`analyze staged_site`.execute(tx.db);
}

const byOid = (table: string, id: string): string => `select education_provider_id, oid as external_id, ${id} as id from ${table} where oid is not null`;

export const ORGANISATION: SyncSpec = {
  kind: 'organisation',
  table: 'core_data.organisation',
  id: 'organisation_id',
  staged: 'staged_organisation',
  columns: [
    { name: 'oid' },
    { name: 'parent_organisation_id', isMade: true },
    ...['kinds', 'name', 'institution_number', 'institution_type', 'site_code', 'business_id', 'municipality_code', 'teaching_languages'].map((name) => ({ name })),
  ],
  isEffectiveDated: true,
  reopen: 'same-row',
  hasMadeId: true,
  match: byOid('core_data.organisation', 'organisation_id'),
};

export const SCHOOL: SyncSpec = {
  kind: 'school',
  table: 'core_data.school',
  id: 'school_id',
  staged: 'staged_school',
  columns: [
    { name: 'oid' },
    { name: 'organisation_id', isMade: true },
    { name: 'institution_number', keepsWhenNull: true },
    { name: 'institution_type', keepsWhenNull: true },
    { name: 'name' },
    { name: 'short_name', keepsWhenNull: true },
    { name: 'teaching_language' },
    { name: 'education_forms' },
  ],
  isEffectiveDated: true,
  reopen: 'same-row',
  hasMadeId: true,
  match: 'select education_provider_id, external_id, made_id as id from staged_school',
};

export const SITE: SyncSpec = {
  kind: 'school_site',
  table: 'core_data.school_site',
  id: 'school_site_id',
  staged: 'staged_site',
  columns: [{ name: 'oid' }, { name: 'school_id', isMade: true }, { name: 'name' }],
  isEffectiveDated: true,
  reopen: 'same-row',
  hasMadeId: true,
  match: byOid('core_data.school_site', 'school_site_id'),
};

const PROVIDER_CHANGES = `(e.oid, e.business_id, e.name, e.municipality_code, e.valid) is distinct from
  (p.oid, coalesce(p.business_id, e.business_id), p.name, coalesce(p.municipality_code, e.municipality_code), p.valid)`;

export async function countProviders(tx: Transaction): Promise<{ created: number; changed: number; unchanged: number; digest: string }> {
  const { rows } = await sql
    .raw<{ created: number; changed: number; unchanged: number; digest: string }>(
      `select count(*) filter (where is_new)::int as created, count(*) filter (where not is_new and ${PROVIDER_CHANGES})::int as changed,
        count(*) filter (where not is_new and not (${PROVIDER_CHANGES}))::int as unchanged,
        coalesce(string_agg(p.oid, ',' order by p.oid) filter (where is_new or ${PROVIDER_CHANGES}), '') as digest
       from staged_provider p left join core_data.education_provider e on e.education_provider_id = p.education_provider_id`,
    )
    .execute(tx.db);
  return rows[0] ?? { created: 0, changed: 0, unchanged: 0, digest: '' };
}

export async function applyProviders(tx: Transaction, source: string): Promise<void> {
  await sql`insert into core_data.education_provider (education_provider_id, key, oid, business_id, name, municipality_code, valid, source)
    select education_provider_id, key, oid, business_id, name, municipality_code, valid, ${source} from staged_provider where is_new`.execute(tx.db);
  await sql
    .raw(`update core_data.education_provider e set oid = p.oid, business_id = coalesce(p.business_id, e.business_id), name = p.name,
        municipality_code = coalesce(p.municipality_code, e.municipality_code), valid = p.valid
      from staged_provider p where p.education_provider_id = e.education_provider_id and not p.is_new and ${PROVIDER_CHANGES}`)
    .execute(tx.db);
}

export interface NodeOutside {
  file: string;
  line: number;
  oid: string;
  name: { fi?: string; sv?: string; en?: string };
  kinds: string[];
  isOtherProviders: boolean;
}

/** Nodes that go nowhere: under no provider, or under one that is not wanted. */
export async function listNodesOutside(tx: Transaction): Promise<NodeOutside[]> {
  const { rows } = await sql<NodeOutside>`select n.file, n.line, n.external_id as oid, n.name, n.kinds, n.provider_oid is not null as "isOtherProviders"
    from staged_node n where not exists (select from staged_provider p where p.oid = n.provider_oid) order by n.line, n.external_id`.execute(tx.db);
  return rows;
}

export async function listDoubleClaims(tx: Transaction): Promise<{ file: string; line: number; oid: string; number: string }[]> {
  const { rows } = await sql<{ file: string; line: number; oid: string; number: string }>`select s.file, s.line, s.oid, o.institution_number as number
    from staged_school s join staged_organisation o using (external_id) where s.claim > 1 and o.institution_number is not null`.execute(tx.db);
  return rows;
}
