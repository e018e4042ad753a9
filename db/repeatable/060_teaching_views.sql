-- The only way by which a home, a learner, a certificate or a list reads marks: of a locked sheet, in an approved round, from the moment of
-- publication on, by the database's own clock. `security_invoker`: a view must never see more than the one who asks.
create or replace view teaching.published_mark with (security_invoker = true) as
select m.education_provider_id, m.mark_id, m.learner_id, m.subject_id, m.value, m.words, m.decided_at,
  r.mark_round_id, r.kind, r.name as round_name, r.school_id, r.school_year_id, r.publish_at,
  s.homeroom_id is not null as is_behaviour
from teaching.mark m
join teaching.mark_sheet s on s.education_provider_id = m.education_provider_id and s.mark_sheet_id = m.mark_sheet_id and s.locked_at is not null
join teaching.mark_round r on r.education_provider_id = s.education_provider_id and r.mark_round_id = s.mark_round_id
where r.publish_at <= (select platform.now()) and (m.value is not null or m.words is not null);

grant select on teaching.published_mark to digione_app;
