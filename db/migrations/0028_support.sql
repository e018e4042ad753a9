-- Support for learning since 1.8.2025 (Basic Education Act 628/1998 as changed by 1090/2024): support of groups, planned and recorded without
-- naming anybody; measures for one learner by an administrative decision, with plan, period, responsible people, follow-up and review.
-- The three-tier support before it (intensified, special) stays to be read.
create table school_admin.support_measure (
  education_provider_id uuid not null,
  support_measure_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  law text not null default 'since-2025' check (law in ('since-2025', 'before-2025')),
  kind text not null,
  -- Empty: all of the learner's studies.
  subject_ids uuid[] not null default '{}',
  plan text not null check (length(plan) between 3 and 6000),
  -- First day, and the day after the last; open where the decision is until further notice.
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  review_on date,
  -- The administrative decision; without it the measure is being prepared.
  decided_on date,
  decision_number text check (length(decision_number) <= 60),
  grounds text check (length(grounds) between 3 and 6000),
  decided_by uuid,
  recorded_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, support_measure_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, decided_by) references core_data.person,
  foreign key (education_provider_id, recorded_by) references core_data.person,
  check (case law
    when 'since-2025' then kind in ('partly-small-group', 'small-group', 'special-class', 'assistant', 'aids', 'interpreter', 'limited-syllabus', 'objective-units', 'activity-areas')
      and lower(valid) >= '2025-08-01' and review_on is not null
    else kind in ('intensified', 'special') and lower(valid) < '2025-08-01' end),
  check ((decided_on is null) = (grounds is null) or law = 'before-2025')
);
create index support_measure_learner on school_admin.support_measure (education_provider_id, learner_id);
create index support_measure_school on school_admin.support_measure (education_provider_id, school_id);
call platform.protect_with_history('school_admin.support_measure');

create table school_admin.support_responsible (
  education_provider_id uuid not null,
  support_measure_id uuid not null,
  person_id uuid not null,
  primary key (education_provider_id, support_measure_id, person_id),
  foreign key (education_provider_id, support_measure_id) references school_admin.support_measure,
  foreign key (education_provider_id, person_id) references core_data.person
);
create index support_responsible_person on school_admin.support_responsible (education_provider_id, person_id);
call platform.protect('school_admin.support_responsible');

-- Follow-up: added to, never changed.
create table school_admin.support_note (
  education_provider_id uuid not null,
  support_note_id uuid not null,
  support_measure_id uuid not null,
  written_at timestamptz not null,
  written_by uuid not null,
  is_review boolean not null,
  text text not null check (length(text) between 3 and 6000),
  primary key (education_provider_id, support_note_id),
  foreign key (education_provider_id, support_measure_id) references school_admin.support_measure,
  foreign key (education_provider_id, written_by) references core_data.person
);
create index support_note_measure on school_admin.support_note (education_provider_id, support_measure_id, written_at);
call platform.protect('school_admin.support_note', 'select, insert');

-- Support of a whole group: no individual assessment, plan or decision, nobody named.
create table school_admin.group_support (
  education_provider_id uuid not null,
  group_support_id uuid not null,
  teaching_group_id uuid not null,
  kind text not null check (kind in ('remedial', 'teaching-language', 'special-teacher-in-class')),
  plan text not null check (length(plan) between 3 and 2000),
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  recorded_by uuid not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, group_support_id),
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, recorded_by) references core_data.person
);
create index group_support_group on school_admin.group_support (education_provider_id, teaching_group_id);
call platform.protect_with_history('school_admin.group_support');
