-- Who is in force today. `security_invoker`: a view must never see more than the one who asks.

-- A guardian's access to a learner's data: custody or the right to information, no block of the school,
-- both alive, the learner not yet 18 (at 18 the guardian's right ends at once).
create or replace view core_data.guardian_access with (security_invoker = true) as
select g.education_provider_id, g.guardian_id, g.learner_id, g.has_custody, g.lives_with
from core_data.guardianship g
join core_data.person learner on learner.education_provider_id = g.education_provider_id and learner.person_id = g.learner_id
where g.valid @> (select platform.today())
  and (g.has_custody or g.has_right_to_information)
  and learner.died_on is null
  and (learner.born_on is null or learner.born_on + interval '18 years' > (select platform.today()))
  and not exists (
    select from core_data.guardian_block b
    where b.education_provider_id = g.education_provider_id and b.guardian_id = g.guardian_id
      and b.learner_id = g.learner_id and b.valid @> (select platform.today()));

-- What schools call their terms and periods, in each language where the name is one that everybody uses; sources name them in one.
create or replace function core_data.names_of_period(name text) returns jsonb language sql immutable parallel safe set search_path = '' as $$
  select case
    when name ~* '^\s*(syyslukukausi|höstterminen|autumn (term|semester))\s*$' then '{"fi": "Syyslukukausi", "sv": "Höstterminen", "en": "Autumn term"}'::jsonb
    when name ~* '^\s*(kevätlukukausi|vårterminen|spring (term|semester))\s*$' then '{"fi": "Kevätlukukausi", "sv": "Vårterminen", "en": "Spring term"}'::jsonb
    when name ~* '^\s*(\d{1,2}\. ?(jakso|periodi|perioden)|(jakso|periodi|period) \d{1,2})\s*$' then (
      select jsonb_build_object('fi', n || '. jakso', 'sv', 'Period ' || n, 'en', 'Period ' || n) from (select (regexp_match(name, '\d+'))[1] as n) number)
    else jsonb_build_object('fi', name)
  end
$$;

-- A learner's place today: study right, school and homeroom.
create or replace view core_data.current_enrolment with (security_invoker = true) as
select s.education_provider_id, s.learner_id, s.school_id, s.study_right_id, s.education_form,
       h.homeroom_id, h.name as homeroom_name, h.grade_level
from core_data.study_right s
left join core_data.homeroom_member m on m.education_provider_id = s.education_provider_id and m.learner_id = s.learner_id
  and m.school_id = s.school_id and m.valid @> (select platform.today())
left join core_data.homeroom h on h.education_provider_id = m.education_provider_id and h.homeroom_id = m.homeroom_id
where s.valid @> (select platform.today()) and s.state in ('present', 'temporarily-suspended');

-- Roles in force: those given by hand and those that follow from a staff position.
create or replace view access.current_role_assignment with (security_invoker = true) as
select education_provider_id, person_id, role, school_id
from access.role_assignment where valid @> (select platform.today())
union
select education_provider_id, person_id,
       case title when 'vice-principal' then 'principal' else title end, school_id
from core_data.staff_position
where valid @> (select platform.today()) and title <> 'other';

grant select on core_data.guardian_access, core_data.current_enrolment, access.current_role_assignment to digione_app;
