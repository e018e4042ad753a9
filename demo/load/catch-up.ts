import type pg from 'pg';
import type { LocalDate } from '@digione/local-date';
import { generateCity } from '../city/generate-city.ts';
import type { Moment } from '../city/context.ts';
import type { CitySpec } from '../city/spec.ts';
import { idsWithin } from '../rows/ids.ts';
import { tables, type TableName } from '../rows/tables.ts';
import { copyInto } from './copy.ts';

/** How far a city in the database has lived. */
export interface Life {
  readonly size: string;
  readonly livedUntil: LocalDate;
  readonly schoolYear: string;
}

export async function findLife(client: pg.ClientBase, spec: CitySpec): Promise<Life | undefined> {
  const { rows } = await client.query<Life>(
    `select coalesce(p.settings #>> '{demo,size}', '') as size, coalesce(p.settings #>> '{demo,livedUntil}', '') as "livedUntil", coalesce(y.name, '') as "schoolYear"
     from core_data.education_provider p
     left join core_data.school_year y on y.education_provider_id = p.education_provider_id and y.school_year_id = $2
     where p.education_provider_id = $1`,
    [idsWithin(spec.key)('provider'), idsWithin(spec.key)('school-year')],
  );
  return rows[0];
}

/** What happens from day to day; everything else is the school's own to change and stays as it is. */
const DAILY = ['school_admin.absence_notice', 'teaching.lesson_register', 'school_admin.absence', 'home_school.notification'] as const satisfies readonly TableName[];

const staged = (table: TableName): string => `pg_temp.demo_days_${table.replace('.', '_')}`;

/**
 * From the last lived day on: what that day still lacked, and the days since. `demo_life` holds provider, since and today.
 * People and groups that are no longer what they were made as are left out.
 */
const STEPS: readonly string[] = [
  // The demo never has a break today: neither has the calendar it lives on in.
  `delete from core_data.school_break b using pg_temp.demo_life l
   where b.education_provider_id = l.provider and b.valid @> l.today and not b.valid @> l.since`,
  `insert into school_admin.absence_notice (${tables['school_admin.absence_notice'].join(', ')})
   select n.* from ${staged('school_admin.absence_notice')} n, pg_temp.demo_life l
   where lower(n.during) >= l.since + 1 and exists (select from core_data.person p where p.education_provider_id = l.provider and p.person_id = n.learner_id)
     and exists (select from core_data.person p where p.education_provider_id = l.provider and p.person_id = n.reported_by)
   on conflict do nothing`,
  `create temporary table demo_taken (weekly_lesson_id uuid, held_on date) on commit drop`,
  `with taken as (
     insert into teaching.lesson_register (${tables['teaching.lesson_register'].join(', ')})
     select r.* from ${staged('teaching.lesson_register')} r cross join pg_temp.demo_life l
     join timetable.weekly_lesson w on w.education_provider_id = l.provider and w.weekly_lesson_id = r.weekly_lesson_id
       and w.teaching_group_id = r.teaching_group_id and w.valid @> r.held_on
     where r.held_on between l.since and l.today
       and exists (select from core_data.person p where p.education_provider_id = l.provider and p.person_id = r.taken_by)
       and not exists (select from core_data.school_break b where b.education_provider_id = l.provider and coalesce(b.school_id, r.school_id) = r.school_id and b.valid @> r.held_on)
     on conflict do nothing returning weekly_lesson_id, held_on)
   insert into demo_taken select weekly_lesson_id, held_on from taken`,
  `update ${staged('school_admin.absence')} a set absence_notice_id = null from pg_temp.demo_life l
   where not exists (select from school_admin.absence_notice n where n.education_provider_id = l.provider and n.absence_notice_id = a.absence_notice_id)`,
  `insert into school_admin.absence (${tables['school_admin.absence'].join(', ')})
   select a.* from ${staged('school_admin.absence')} a cross join pg_temp.demo_life l join pg_temp.demo_taken t using (weekly_lesson_id, held_on)
   join core_data.teaching_group_member m on m.education_provider_id = l.provider and m.teaching_group_id = a.teaching_group_id
     and m.learner_id = a.learner_id and m.valid @> a.held_on
   on conflict do nothing`,
  `with told as (
     insert into home_school.notification (${tables['home_school.notification'].join(', ')})
     select n.* from ${staged('home_school.notification')} n, pg_temp.demo_life l
     where n.created_at >= l.since + 1 and exists (select from core_data.person p where p.education_provider_id = l.provider and p.person_id = n.person_id)
     on conflict do nothing returning education_provider_id, person_id, read_at)
   insert into home_school.unread_count as c (education_provider_id, person_id, unread)
   select education_provider_id, person_id, count(*) from told where read_at is null group by 1, 2
   on conflict (education_provider_id, person_id) do update set unread = c.unread + excluded.unread`,
  `update core_data.education_provider p set settings = jsonb_set(settings, '{demo,livedUntil}', to_jsonb(l.today::text))
   from pg_temp.demo_life l where p.education_provider_id = l.provider`,
];

/**
 * Lets a city live on: registers, absences, notices and notifications of the days since, as if the school had gone on by
 * itself. Touches nothing that people have done meanwhile.
 * @returns how many registers came to be
 */
export async function catchUp(client: pg.ClientBase, spec: CitySpec, moment: Moment, livedUntil: LocalDate): Promise<number> {
  await client.query('begin');
  try {
    for (const table of DAILY) {
      await client.query(`create temporary table ${staged(table).replace('pg_temp.', '')} on commit drop as select ${tables[table].join(', ')} from ${table} with no data`);
    }
    for (const { rows } of generateCity(spec, moment)) {
      for (const table of DAILY) {
        const list = (rows.get(table) ?? []).filter((row) => typeof row.held_on !== 'string' || row.held_on >= livedUntil);
        if (list.length > 0) await copyInto(client, staged(table), tables[table].join(', '), table, list);
      }
    }
    await client.query('create temporary table demo_life (provider uuid, since date, today date) on commit drop');
    await client.query('insert into demo_life values ($1, $2, $3)', [idsWithin(spec.key)('provider'), livedUntil, moment.today]);
    for (const step of STEPS) await client.query(step);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from pg_temp.demo_taken');
    await client.query('commit');
    return rows[0]?.count ?? 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
