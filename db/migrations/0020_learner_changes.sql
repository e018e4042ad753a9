-- What happens to a learner's place in school, each step once, with the decision behind it and what it changed, so that it can be undone.
create table school_admin.learner_change (
  education_provider_id uuid not null,
  learner_change_id uuid not null,
  learner_id uuid not null,
  study_right_id uuid not null,
  kind text not null check (kind in ('admitted', 'school-changed', 'leave', 'abroad', 'home-schooling', 'suspended', 'ended')),
  -- The school the step is about; for a change of school the one left behind.
  school_id uuid not null,
  to_school_id uuid,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  -- Why a study right ends.
  end_reason text check (end_reason in ('moved', 'graduated', 'resigned', 'considered-resigned', 'dismissed', 'died')),
  -- The administrative decision behind it (Administrative Procedure Act 44 §): day, number, who decided.
  decided_on date,
  decision_number text,
  decided_by text,
  -- Where the learner came from or goes to: a municipality's code, a school's name.
  municipality_code text,
  other_school text,
  note text,
  -- The rows the step changed, as they were and which version it left: [{table, id, before, version}].
  effects jsonb not null default '[]',
  made_by uuid,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, learner_change_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, study_right_id) references core_data.study_right,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, to_school_id) references core_data.school,
  foreign key (education_provider_id, made_by) references core_data.person,
  check ((kind = 'ended') = (end_reason is not null)),
  check ((kind = 'school-changed') = (to_school_id is not null))
);
create index learner_change_learner on school_admin.learner_change (education_provider_id, learner_id);
create index learner_change_school on school_admin.learner_change (education_provider_id, school_id, made_at);
create index learner_change_to_school on school_admin.learner_change (education_provider_id, to_school_id) where to_school_id is not null;
call platform.protect_with_history('school_admin.learner_change');

-- Two who may be one human are looked for by name and birth.
create index person_birth on core_data.person (education_provider_id, born_on);
