-- The indexes behind "no two at a time" hold ids as ids again, half as large and twice as fast to fill as text (an import of a city
-- inserts half a million such rows). `nullif` with an id nobody has keeps the planner from taking them for look-ups, as the text did.
create procedure pg_temp.compact(target regclass, columns text[], rest text default '', condition text default '') language plpgsql as $$
declare
  name text := (select relname from pg_class where oid = target) || '_no_overlap';
  keys text := (select string_agg(format('(nullif(%I, ''00000000-0000-0000-0000-000000000000'')) with =', c), ', ' order by nth) from unnest(columns) with ordinality as u(c, nth));
begin
  execute format('alter table %s drop constraint %I, add constraint %I exclude using gist (education_provider_id with =, %s%s, valid with &&)%s', target, name, name, keys, rest, condition);
end $$;
call pg_temp.compact('core_data.guardianship', '{guardian_id,learner_id}');
call pg_temp.compact('core_data.guardian_block', '{guardian_id,learner_id}');
call pg_temp.compact('core_data.staff_position', '{person_id,school_id}', ', title with =');
call pg_temp.compact('core_data.homeroom_member', '{learner_id,school_id}');
call pg_temp.compact('core_data.homeroom_teacher', '{homeroom_id,person_id}');
call pg_temp.compact('core_data.teaching_group_member', '{teaching_group_id,learner_id}');
call pg_temp.compact('core_data.teaching_group_teacher', '{teaching_group_id,person_id}');
call pg_temp.compact('core_data.study_right', '{learner_id,school_id}', ', education_form with =', ' where (state <> ''void'')');
call pg_temp.compact('core_data.person_name', '{person_id}');
call pg_temp.compact('core_data.person_address', '{person_id}', ', kind with =');
drop procedure pg_temp.compact;
