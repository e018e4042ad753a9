import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { newId } from './given-ids.queries.ts';
import { KEYS, type ImportSource } from './scope.queries.ts';
import type { Outcome, Report } from './report.ts';

/**
 * What a table of core data is to become, as set-wise SQL: the staged rows are compared with what is there, every row gets an
 * operation, and only applying writes. Names are constants of the code, never input.
 *
 * A staged table has the columns `education_provider_id uuid, external_id text, file text, line int, is_deleted boolean`, the `columns`
 * below and, for effective-dated tables, `valid_from date` (null: not said), `valid_to date` (null: open) and `default_from date`
 * (beginning of a new row where nothing is said).
 */
export interface SyncSpec {
  /** Kind of thing in external keys and reports: `homeroom`. */
  readonly kind: string;
  /** `core_data.homeroom` */
  readonly table: string;
  /** `homeroom_id` */
  readonly id: string;
  readonly staged: string;
  readonly columns: readonly SyncColumn[];
  readonly isEffectiveDated: boolean;
  /** What comes back after it had ended: a new row from today, or the same row going on (others refer to it). */
  readonly reopen: 'new-row' | 'same-row';
  /**
   * A query (`education_provider_id, external_id, id`) that finds rows we already have under no key of this source: the ones entered by
   * hand or by another source. They are adopted, not doubled.
   */
  readonly match?: string;
  /** Condition on the table's row `t` under which a row of this source that the file does not name is ended; left out: none is. */
  readonly endAbsentWhere?: string;
  /** The match is asked before the key: of several rows with the same two ends, the one in force counts. */
  readonly matchFirst?: boolean;
  /** Compares also what says the same as the last time: nothing that others changed meanwhile may stay as it is. */
  readonly alwaysCompares?: boolean;
  /** What another source keeps is left as it is: matched, referred to, never changed. */
  readonly changesOwnOnly?: boolean;
  /** A row of another source that is adopted keeps what it has; only what it lacks is filled in. */
  readonly fillsGaps?: boolean;
  /** Whose ending is final for this source: the school's, or anyone's but its own. */
  readonly closedBy?: 'school' | 'others';
  /** The external id may hold an id that the run itself makes: left out of the digest. */
  readonly hasMadeKey?: boolean;
  /** The staged column `made_id` holds the id a new row is to have; else one is made. */
  readonly hasMadeId?: boolean;
  /** The source may call a row by our own id, as our export does. */
  readonly recognisesOwnIds?: boolean;
  /** Columns that name people, for the audit. */
  readonly people?: readonly string[];
}

export interface SyncColumn {
  readonly name: string;
  /** Null in the file means "not said": what we have stays. */
  readonly keepsWhenNull?: boolean;
  /** Given to a new row; what a row there is has stays. */
  readonly onlyWhenNew?: boolean;
  /** Refers to a row whose id the run itself may make: left out of the digest, since a dry run's ids are thrown away. */
  readonly isMade?: boolean;
}

const today = '(select platform.today())';
const isInForce = (valid: string): string => `(upper_inf(${valid}) or upper(${valid}) > ${today}) and not isempty(${valid})`;

/** A table's plan: what is to be done to it, not yet done. */
export interface Plan {
  readonly kind: string;
  /** Temporary table with `id, op` and the staged columns. */
  readonly name: string;
  readonly spec: SyncSpec;
}

/** Compares; nothing is written but the plan's temporary table `plan_<kind>`. */
export async function planSync(tx: Transaction, source: ImportSource, spec: SyncSpec): Promise<Plan> {
  const name = `plan_${spec.kind}`;
  const fresh = spec.columns.map((column) => freshValue(column, spec.fillsGaps === true));
  const current = spec.columns.map(({ name: column }) => `t.${column}`);
  const said = spec.columns.map(({ name: column }) => `s.${column}`).join(', ');
  const dates = spec.isEffectiveDated;
  const begins = 'coalesce(s.valid_from, lower(t.valid), s.default_from)';
  // An end before the beginning is no row's fault here: what never was in force is an empty range.
  const adopted = spec.fillsGaps === true ? `when not s.has_key and t.${spec.id} is not null then t.valid ` : '';
  const range = `case ${adopted}when s.valid_to is null then daterange(${begins}, null) else daterange(${begins}, greatest(${begins}, s.valid_to)) end`;
  const wants = dates ? `(s.valid_to is null or s.valid_to > ${today})` : 'false';
  const hash = `decode(md5(row(${said}${dates ? ', s.valid_from, s.valid_to' : ''})::text), 'hex')`;
  const match = spec.match === undefined ? '' : `left join (${spec.match}) m on m.education_provider_id = s.education_provider_id and m.external_id = s.external_id${spec.matchFirst === true ? '' : ' and k.entity_id is null'}`;
  await sql.raw(`
    create temporary table ${name} on commit drop as
    with known as (
      select s.*, ${knownId(spec)} as known_id, k.entity_id is not null as has_key,
             k.content_hash as key_hash, k.closed_at is not null as is_closed, ${hash} as hash
      from ${spec.staged} s
      left join core_data.external_key k on k.education_provider_id = s.education_provider_id and k.kind = '${spec.kind}'
        and k.external_id = s.external_id and k.source = ${KEYS}
      ${match} ${spec.recognisesOwnIds === true ? `left join ${spec.table} own on own.education_provider_id = s.education_provider_id and own.${spec.id} = ${asOwnId('s.external_id')}` : ''})
    select s.*, coalesce(t.${spec.id}, ${spec.hasMadeId === true ? 's.made_id' : newId(spec.kind, 's.external_id')}) as id,
      ${spec.columns.map(({ name: column }, index) => `${fresh[index]} as new_${column}`).join(', ')}${spec.columns.length === 0 ? '' : ','}
      ${dates ? `${range} as new_valid, t.valid as old_valid,` : ''}
      case
        when s.is_deleted then ${dates ? `case when t.${spec.id} is not null and ${isInForce('t.valid')} then ${endOrUnname(spec)} else 'unchanged' end` : `'unchanged'`}
        when t.${spec.id} is null and s.has_key ${spec.matchFirst === true ? 'and s.is_closed ' : ''}then 'ignored'
        when t.${spec.id} is null then 'create'
        when s.is_closed then 'ignored'
        ${dates ? `when not (${isInForce('t.valid')}) and ${wants} then case when ${isClosed(spec, source)} then 'ignored' else 'reopen' end` : ''}
        ${spec.changesOwnOnly === true ? `when t.source <> '${source}' then 'unchanged'` : ''}
        ${spec.alwaysCompares === true ? '' : `when s.has_key and s.hash = s.key_hash then 'unchanged'`}
        when ${[...fresh.map((value, index) => `${value} is distinct from ${current[index]}`), ...(dates ? [`${range} <> t.valid`] : [])].join(' or ') || 'false'} then 'change'
        else 'unchanged'
      end as op
    from known s
    left join ${spec.table} t on t.education_provider_id = s.education_provider_id and t.${spec.id} = s.known_id`).execute(tx.db);
  if (spec.endAbsentWhere !== undefined && dates) {
    await sql.raw(`
      insert into ${name} (education_provider_id, external_id, file, line, is_deleted, id, known_id, has_key, op, old_valid${spec.columns.map(({ name: column }) => `, new_${column}`).join('')})
      select k.education_provider_id, k.external_id, '', 0, true, t.${spec.id}, t.${spec.id}, true, ${endOrUnname(spec)}, t.valid${spec.columns.map(({ name: column }) => `, t.${column}`).join('')}
      from core_data.external_key k
      join ${spec.table} t on t.education_provider_id = k.education_provider_id and t.${spec.id} = k.entity_id
      where k.kind = '${spec.kind}' and ${isInForce('t.valid')} and (${spec.endAbsentWhere})
        and k.education_provider_id in (select education_provider_id from ${spec.staged} union select platform.current_provider())
        and not exists (select from ${spec.staged} s where s.education_provider_id = k.education_provider_id and s.external_id = k.external_id)
        and not exists (select from ${name} p where p.id = k.entity_id)
        and k.source = ${KEYS} and (k.content_hash is not null or not ${isNamedByOther(spec)})`).execute(tx.db);
  }
  // What came back as a new row gets a new id; where others refer to the row, it goes on.
  if (spec.reopen === 'new-row') {
    await sql.raw(`update ${name} set id = exchange.new_id(), new_valid = daterange(greatest(valid_from, ${today}), valid_to) where op = 'reopen'`).execute(tx.db);
  }
  await sql.raw(`create index on ${name} (external_id)`).execute(tx.db);
  await sql.raw(`analyze ${name}`).execute(tx.db);
  return { kind: spec.kind, name, spec };
}

function freshValue({ name, keepsWhenNull, onlyWhenNew }: SyncColumn, fillsGaps: boolean): string {
  if (onlyWhenNew === true) return `coalesce(t.${name}, s.${name})`;
  const told = keepsWhenNull === true ? `coalesce(s.${name}, t.${name})` : `s.${name}`;
  return fillsGaps ? `case when s.has_key then ${told} else coalesce(t.${name}, s.${name}) end` : told;
}

/** Another system of the same kind still names the row `t`: it is not for this one to end. */
const isNamedByOther = ({ id, kind }: SyncSpec): string => `exists (select from core_data.external_key other where other.education_provider_id = t.education_provider_id and other.entity_id = t.${id}
  and other.kind = '${kind}' and other.source <> ${KEYS} and split_part(other.source, ':', 1) = split_part(${KEYS}, ':', 1) and other.content_hash is not null)`;

/** What becomes of the row `t` that this system names no longer: ended, unless another one goes on naming it. */
export const endOrUnname = (spec: SyncSpec): string => `case when ${isNamedByOther(spec)} then 'unnamed' else 'end' end`;

const isClosed = ({ id, closedBy }: SyncSpec, source: ImportSource): string =>
  closedBy === 'others'
    ? `exchange.is_closed_by_other(t.education_provider_id, t.${id}, t.source, '${source}')`
    : `exchange.is_closed_by_school(t.education_provider_id, t.${id}, t.source)`;

/** An id of ours written as text, null for any other text. */
export const asOwnId = (text: string): string => `case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${text}::uuid end`;

function knownId({ id, match, matchFirst, recognisesOwnIds }: SyncSpec): string {
  const own = recognisesOwnIds === true ? [`own.${id}`] : [];
  const matched = match === undefined ? [] : ['m.id'];
  return `coalesce(${(matchFirst === true ? [...own, ...matched, 'k.entity_id'] : ['k.entity_id', ...own, ...matched]).join(', ')})`;
}

const OUTCOME_OF: Readonly<Record<string, Outcome>> = { create: 'created', reopen: 'created', change: 'changed', end: 'ended', unchanged: 'unchanged', ignored: 'ignored', refused: 'refused' };

/** Counts the plan's operations into the report. @returns the plan's part of the run's digest */
export async function countPlan(tx: Transaction, plan: Plan, report: Report): Promise<string> {
  const shown = plan.spec.columns.filter(({ isMade }) => isMade !== true).map(({ name }) => `new_${name}`);
  const content = [`op`, ...(plan.spec.hasMadeKey === true ? [] : ['external_id']), ...shown, ...(plan.spec.isEffectiveDated ? ['new_valid'] : [])].join(', ');
  const { rows } = await sql
    .raw<{ op: string; count: number; digest: string }>(`select op, count(*)::int as count, sum(hashtextextended(row(${content})::text, 0))::text as digest from ${plan.name} group by op order by op`)
    .execute(tx.db);
  for (const { op, count } of rows) report.count(plan.kind, OUTCOME_OF[op] ?? 'unchanged', count);
  return rows
    .filter(({ op }) => op !== 'unchanged')
    .map(({ op, count, digest }) => `${plan.kind}:${op}:${count}:${digest}`)
    .join(';');
}

/** Writes what the plan says, and the keys by which the next run knows the rows again. */
export async function applyPlan(tx: Transaction, source: ImportSource, { name, spec }: Plan): Promise<void> {
  const columns = spec.columns.map(({ name: column }) => column);
  const dates = spec.isEffectiveDated;
  const made = ['education_provider_id', spec.id, ...columns, ...(dates ? ['valid'] : []), 'source'].join(', ');
  const isNew = spec.reopen === 'new-row' ? `op in ('create', 'reopen')` : `op = 'create'`;
  const isUpdated = spec.reopen === 'new-row' ? `op = 'change'` : `op in ('change', 'reopen')`;
  // Endings first, so that what begins today finds its place free.
  if (dates) {
    await sql
      .raw(`update ${spec.table} t set valid = daterange(lower(t.valid), greatest(lower(t.valid), least(${today}, coalesce(p.valid_to, ${today})))) from ${name} p
        where p.op = 'end' and t.education_provider_id = p.education_provider_id and t.${spec.id} = p.id`)
      .execute(tx.db);
  }
  const set = [...columns.map((column) => `${column} = p.new_${column}`), ...(dates ? ['valid = p.new_valid'] : [])].join(', ');
  // What becomes shorter makes room before what becomes longer: no two rows may overlap, not even for a moment.
  for (const part of dates ? ['and p.new_valid <@ p.old_valid', 'and not p.new_valid <@ p.old_valid'] : ['']) {
    await sql.raw(`update ${spec.table} t set ${set} from ${name} p where p.${isUpdated} ${part} and t.education_provider_id = p.education_provider_id and t.${spec.id} = p.id`).execute(tx.db);
  }
  await sql`${sql.raw(`insert into ${spec.table} (${made})
    select education_provider_id, id, ${[...columns.map((column) => `new_${column}`), ...(dates ? ['new_valid'] : [])].map((column) => `${column}, `).join('')}`)}${source}
    ${sql.raw(`from ${name} where ${isNew}`)}`.execute(tx.db);
  await keepKeys(tx, name, spec);
}

async function keepKeys(tx: Transaction, name: string, spec: SyncSpec): Promise<void> {
  // A key whose hash is gone is compared in full the next time: what ended may come back.
  await sql.raw(`
    insert into core_data.external_key (education_provider_id, source, kind, external_id, entity_id, content_hash, closed_at)
    select p.education_provider_id, ${KEYS}, '${spec.kind}', p.external_id, case when p.op = 'ignored' then coalesce(p.known_id, p.id) else p.id end,
      case when p.op in ('end', 'ignored', 'unnamed') then null else p.hash end, case when p.op = 'ignored' then platform.now() end
    from ${name} p
    where (p.op in ('create', 'reopen', 'change', 'unnamed') or (p.op = 'end' and p.key_hash is not null)
       or (p.op = 'unchanged' and not p.is_deleted and (not p.has_key or p.key_hash is distinct from p.hash)) or (p.op = 'ignored' and not coalesce(p.is_closed, false)))
    on conflict (education_provider_id, source, kind, external_id) do update
      set entity_id = excluded.entity_id, content_hash = excluded.content_hash, closed_at = coalesce(core_data.external_key.closed_at, excluded.closed_at)`).execute(tx.db);
}

/** People whose data the plan touches. */
export async function listTouchedPeople(tx: Transaction, plans: readonly Plan[]): Promise<string[]> {
  const parts = plans.flatMap(({ name, spec }) => (spec.people ?? []).map((column) => `select ${column} as person_id from ${name} where op in ('create', 'reopen', 'change', 'end')`));
  if (parts.length === 0) return [];
  const { rows } = await sql.raw<{ person_id: string }>(`select person_id from (${parts.join(' union ')}) touched where person_id is not null order by person_id`).execute(tx.db);
  return rows.map(({ person_id }) => person_id);
}
