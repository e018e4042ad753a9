import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { RollOver } from '../../contract/index.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface KeptRun {
  rollOverId: string;
  schoolId: string;
  state: RollOver['state'];
  fromYearId: string;
  /** Null until the new year's classes and groups have been made. */
  toYearId: string | null;
  yearName: string;
  startsOn: string;
  /** First day after the new year. */
  endsOn: string;
  nextSchoolId: string | null;
  appliedBy: string | null;
}

const kept = sql`o.roll_over_id as "rollOverId", o.school_id as "schoolId", o.state, o.from_year_id as "fromYearId", o.to_year_id as "toYearId", o.year_name as "yearName",
  lower(o.during) as "startsOn", upper(o.during) as "endsOn", o.next_school_id as "nextSchoolId", o.applied_by as "appliedBy"`;

export async function findRun(tx: Transaction, rollOverId: string): Promise<KeptRun | undefined> {
  const { rows } = await sql<KeptRun>`select ${kept} from school_admin.roll_over o where o.education_provider_id = ${provider} and o.roll_over_id = ${rollOverId} for update`.execute(tx.db);
  return rows[0];
}

export async function findLatestRun(tx: Transaction, schoolId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select roll_over_id as id from school_admin.roll_over where education_provider_id = ${provider} and school_id = ${schoolId} order by planned_at desc, roll_over_id desc limit 1`.execute(tx.db);
  return rows[0]?.id;
}

type Described = Omit<RollOver, 'counts' | 'progress' | 'newHomerooms' | 'newGroups' | 'can' | 'endsOn'> & { endsOn: string };

/** A plan with its classes: three index look-ups and one pass over the school's learners. */
export async function findDescribed(tx: Transaction, rollOverId: string): Promise<(Described & { done: number }) | undefined> {
  const { rows } = await sql<Described & { done: number }>`
    select o.roll_over_id as "rollOverId", o.state, o.year_name as "yearName", lower(o.during) as "startsOn", upper(o.during) - 1 as "endsOn", s.name as "nextSchoolName",
      (select count(*)::int from school_admin.roll_over_class d where d.education_provider_id = ${provider} and d.roll_over_id = o.roll_over_id and d.is_done) as done,
      coalesce((select jsonb_agg(jsonb_build_object('rollOverClassId', c.roll_over_class_id, 'fromName', c.from_name, 'toName', c.to_name,
          'isThere', not c.is_made and c.to_name is not null and (c.to_homeroom_id is not null or exists (select from core_data.homeroom h where h.education_provider_id = ${provider} and h.school_id = o.school_id and h.name = c.to_name and h.valid @> lower(o.during))),
          'counts', coalesce((select jsonb_object_agg(n.action, n.count) from (select l.action, count(*) from school_admin.roll_over_learner l
            where l.education_provider_id = ${provider} and l.roll_over_class_id = c.roll_over_class_id group by l.action) n), '{}'),
          'groups', case when c.to_name is null then 0 else (select count(*) from core_data.teaching_group g where g.education_provider_id = ${provider} and g.school_id = o.school_id and g.homeroom_id = c.from_homeroom_id) end)
        order by c.from_grade nulls last, c.from_name) from school_admin.roll_over_class c where c.education_provider_id = ${provider} and c.roll_over_id = o.roll_over_id), '[]') as classes
    from school_admin.roll_over o left join core_data.school s on s.education_provider_id = o.education_provider_id and s.school_id = o.next_school_id
    where o.education_provider_id = ${provider} and o.roll_over_id = ${rollOverId}`.execute(tx.db);
  return rows[0];
}

export async function setState(tx: Transaction, rollOverId: string, state: RollOver['state'], by?: string, at?: string): Promise<void> {
  const more = state === 'applying' ? sql`, applied_by = ${by ?? null}, applied_at = ${at ?? null}` : state === 'undone' ? sql`, undone_at = platform.now()` : sql``;
  await sql`update school_admin.roll_over set state = ${state}${more} where education_provider_id = ${provider} and roll_over_id = ${rollOverId}`.execute(tx.db);
}

/** Has another plan of the school for the same year been carried out? */
export async function isRolledOver(tx: Transaction, schoolId: string, fromYearId: string): Promise<boolean> {
  const { rows } = await sql`select from school_admin.roll_over where education_provider_id = ${provider} and school_id = ${schoolId} and from_year_id = ${fromYearId} and state in ('applying', 'applied', 'undoing')`.execute(tx.db);
  return rows.length > 0;
}

/** Held by the transaction that works on a class: another process goes on elsewhere. */
export async function holdRun(tx: Transaction, rollOverId: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${rollOverId}, 8211)) as got`.execute(tx.db);
  return rows[0]?.got === true;
}

/** Providers with work that a killed process may have left. As the system: the sweep serves every provider. */
export async function listProvidersWithWork(pool: { query: (text: string) => Promise<{ rows: unknown[] }> }): Promise<{ educationProviderId: string; rollOverId: string }[]> {
  const { rows } = await pool.query(`select education_provider_id as "educationProviderId", roll_over_id as "rollOverId" from school_admin.roll_over where state in ('applying', 'undoing')`);
  return rows.flatMap((row) => (typeof row === 'object' && row !== null && 'educationProviderId' in row && 'rollOverId' in row ? [{ educationProviderId: String(row.educationProviderId), rollOverId: String(row.rollOverId) }] : []));
}
