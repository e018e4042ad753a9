-- Marks: a round of them at a school, a sheet for each group (subject) and class (behaviour), one mark a learner and sheet. Decided by
-- people, locked by the teacher, approved by the principal, and seen by homes from a set moment on.
create table teaching.mark_round (
  education_provider_id uuid not null,
  mark_round_id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  kind text not null check (kind in ('interim', 'school-year', 'final', 'period')),
  name text not null check (length(name) between 1 and 120),
  -- Empty: every grade level.
  grade_levels int[] not null default '{}',
  -- Groups and classes of this day are assessed.
  due_on date not null,
  approved_at timestamptz,
  approved_by uuid,
  -- Nobody but those who give the marks sees them before.
  publish_at timestamptz,
  -- When open pages were told.
  announced_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, mark_round_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, approved_by) references core_data.person,
  check ((approved_at is null) = (publish_at is null) and (approved_at is null) = (approved_by is null)),
  check (publish_at >= approved_at)
);
create index mark_round_school on teaching.mark_round (education_provider_id, school_id);
create index mark_round_to_announce on teaching.mark_round (publish_at) where publish_at is not null and announced_at is null;
call platform.protect_with_history('teaching.mark_round');

create table teaching.mark_sheet (
  education_provider_id uuid not null,
  mark_sheet_id uuid not null,
  mark_round_id uuid not null,
  -- A group's marks in its subject, or a class's behaviour.
  teaching_group_id uuid,
  homeroom_id uuid,
  locked_at timestamptz,
  locked_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, mark_sheet_id),
  unique nulls not distinct (education_provider_id, mark_round_id, teaching_group_id, homeroom_id),
  foreign key (education_provider_id, mark_round_id) references teaching.mark_round,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, homeroom_id) references core_data.homeroom,
  foreign key (education_provider_id, locked_by) references core_data.person,
  check (num_nonnulls(teaching_group_id, homeroom_id) = 1),
  check ((locked_at is null) = (locked_by is null))
);
call platform.protect_with_history('teaching.mark_sheet');

create table teaching.mark (
  education_provider_id uuid not null,
  mark_id uuid not null,
  mark_sheet_id uuid not null,
  learner_id uuid not null,
  -- The group's subject when the mark was given; null for behaviour.
  subject_id uuid,
  value text,
  words text check (length(words) between 1 and 4000),
  decided_by uuid not null,
  decided_at timestamptz not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, mark_id),
  unique (education_provider_id, mark_sheet_id, learner_id),
  foreign key (education_provider_id, mark_sheet_id) references teaching.mark_sheet,
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, subject_id) references core_data.subject,
  foreign key (education_provider_id, decided_by) references core_data.person,
  -- The national scale: whole marks, S, H and O.
  constraint mark_on_scale check (value ~ '^([4-9]|10|[SHO])$')
);
create index mark_learner on teaching.mark (education_provider_id, learner_id);
call platform.protect_with_history('teaching.mark');

-- What a published mark was before it was corrected, by whom and why. Added to, never changed.
create table teaching.mark_correction (
  education_provider_id uuid not null,
  mark_correction_id uuid not null,
  mark_id uuid not null,
  former_value text,
  former_words text,
  reason text not null check (length(reason) between 3 and 500),
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  primary key (education_provider_id, mark_correction_id),
  foreign key (education_provider_id, mark_id) references teaching.mark,
  foreign key (education_provider_id, corrected_by) references core_data.person
);
create index mark_correction_mark on teaching.mark_correction (education_provider_id, mark_id);
call platform.protect('teaching.mark_correction', 'select, insert');
