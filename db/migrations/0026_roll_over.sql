-- The change of the school year at one school: planned and looked at, then carried out class by class, and taken back.
create table school_admin.roll_over (
  education_provider_id uuid not null,
  roll_over_id uuid not null,
  school_id uuid not null,
  from_year_id uuid not null,
  -- The new school year: there already, or made when the plan is carried out.
  to_year_id uuid,
  year_name text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  -- Where the pupils of the highest grade go on when it is not the last of basic education.
  next_school_id uuid,
  state text not null check (state in ('planned', 'applying', 'applied', 'undoing', 'undone')),
  planned_by uuid not null,
  planned_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  undone_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, roll_over_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, next_school_id) references core_data.school,
  foreign key (education_provider_id, from_year_id) references core_data.school_year,
  foreign key (education_provider_id, to_year_id) references core_data.school_year
);
create index roll_over_school on school_admin.roll_over (education_provider_id, school_id, planned_at);
-- A school has one that is under way or done for a year.
create unique index roll_over_once on school_admin.roll_over (education_provider_id, school_id, from_year_id) where state in ('applying', 'applied', 'undoing');
call platform.protect_with_history('school_admin.roll_over');

-- One class of the ending year: the step in which the work goes on, so that a killed server loses none and repeats none.
create table school_admin.roll_over_class (
  education_provider_id uuid not null,
  roll_over_class_id uuid not null,
  roll_over_id uuid not null,
  from_homeroom_id uuid not null,
  from_name text not null,
  from_grade int,
  -- Null for the class that leaves.
  to_name text,
  to_grade int,
  to_homeroom_id uuid,
  -- Made by the roll-over, not there before.
  is_made boolean not null default false,
  is_done boolean not null default false,
  primary key (education_provider_id, roll_over_class_id),
  foreign key (education_provider_id, roll_over_id) references school_admin.roll_over on delete cascade,
  foreign key (education_provider_id, from_homeroom_id) references core_data.homeroom
);
create index roll_over_class_run on school_admin.roll_over_class (education_provider_id, roll_over_id);
call platform.protect('school_admin.roll_over_class');

create table school_admin.roll_over_learner (
  education_provider_id uuid not null,
  roll_over_learner_id uuid not null,
  roll_over_id uuid not null,
  roll_over_class_id uuid not null,
  learner_id uuid not null,
  study_right_id uuid not null,
  action text not null check (action in ('moves-up', 'repeats', 'leaves', 'changes-school', 'waits')),
  -- The class of the new year; null where there is none.
  to_name text,
  -- What was done, for the undo: study right and places as they were, and which versions they were left with.
  is_done boolean not null default false,
  effects jsonb not null default '[]',
  primary key (education_provider_id, roll_over_learner_id),
  unique (education_provider_id, roll_over_id, learner_id),
  foreign key (education_provider_id, roll_over_id) references school_admin.roll_over on delete cascade,
  foreign key (education_provider_id, roll_over_class_id) references school_admin.roll_over_class on delete cascade,
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, study_right_id) references core_data.study_right
);
create index roll_over_learner_class on school_admin.roll_over_learner (education_provider_id, roll_over_class_id);
call platform.protect('school_admin.roll_over_learner');

-- Which group of the new year answers to which of the ending one.
create table school_admin.roll_over_group (
  education_provider_id uuid not null,
  roll_over_group_id uuid not null,
  roll_over_id uuid not null,
  roll_over_class_id uuid not null,
  from_group_id uuid not null,
  to_group_id uuid not null,
  primary key (education_provider_id, roll_over_group_id),
  foreign key (education_provider_id, roll_over_id) references school_admin.roll_over on delete cascade,
  foreign key (education_provider_id, roll_over_class_id) references school_admin.roll_over_class on delete cascade
);
create index roll_over_group_run on school_admin.roll_over_group (education_provider_id, roll_over_id);
create index roll_over_group_from on school_admin.roll_over_group (education_provider_id, from_group_id);
call platform.protect('school_admin.roll_over_group');
