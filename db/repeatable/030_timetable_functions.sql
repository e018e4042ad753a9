-- The lessons of some days: each weekly lesson on the dates it is held, inside the school year and outside the breaks.
-- Written so that the planner puts it into the query around it: conditions on groups, schools and lessons reach the
-- indexes. It does so only when the days are bound values, not subqueries. School years and breaks are read once a
-- query; a school's own breaks lesson by lesson, but only where it has any in these days.
create or replace function timetable.lessons_between(first_day date, last_day date)
returns table (
  education_provider_id uuid, weekly_lesson_id uuid, held_on date, school_id uuid, teaching_group_id uuid,
  starts_at time, ends_at time, room_id uuid
) language sql stable parallel safe as $$
  select l.education_provider_id, l.weekly_lesson_id, d.held_on, l.school_id, l.teaching_group_id, l.starts_at, l.ends_at, l.room_id
  from timetable.weekly_lesson l
  cross join lateral (
    select first_day + n as held_on
    from generate_series((l.weekday - extract(isodow from first_day)::int + 7) % 7, last_day - first_day, 7) n
  ) d
  where l.education_provider_id = (select platform.current_provider())
    -- Says again what the dates say, in the words of the indexes.
    and l.weekday = any (array(select extract(isodow from first_day + n)::int from generate_series(0, least(6, last_day - first_day)) n))
    and l.valid @> d.held_on
    and (select range_agg(y.valid) from core_data.school_year y
      where y.education_provider_id = (select platform.current_provider())) @> d.held_on
    and not (select coalesce(range_agg(b.valid), '{}') from core_data.school_break b
      where b.education_provider_id = (select platform.current_provider()) and b.school_id is null) @> d.held_on
    and (l.school_id <> all ((select coalesce(array_agg(b.school_id), '{}') from core_data.school_break b
        where b.education_provider_id = (select platform.current_provider()) and b.school_id is not null
          and b.valid && daterange(first_day, last_day, '[]'))::uuid[])
      or not exists (
        select from core_data.school_break b
        where b.education_provider_id = (select platform.current_provider()) and b.school_id = l.school_id and b.valid @> d.held_on))
$$;

-- When a lesson begins or ends, as an instant.
create or replace function timetable.instant_of(held_on date, wall_clock time) returns timestamptz
language sql immutable parallel safe
return (held_on + wall_clock) at time zone 'Europe/Helsinki';
