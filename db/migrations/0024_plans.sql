-- Plans: what a teaching group goes through in a school year, unit by unit, lesson by lesson. A unit begins on a day and takes a number
-- of lessons; which lessons these are follows from the timetable, so that moving a unit moves its lessons.
create table teaching.plan (
  education_provider_id uuid not null,
  plan_id uuid not null,
  school_id uuid not null,
  -- Null in a template.
  teaching_group_id uuid,
  school_year_id uuid not null,
  subject_id uuid,
  grade_level int,
  name text not null check (length(name) between 1 and 200),
  description text check (length(description) <= 4000),
  -- Where the curriculum in force tells of the subject at the grade level, and the objectives that stood there when the plan was
  -- last saved. The edition is named without a foreign key, since it may be the platform's.
  edition_id uuid,
  unit_key text,
  objective_keys text[] not null default '{}',
  sharing text not null default 'group' check (sharing in ('group', 'school', 'provider')),
  copied_from uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, plan_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, subject_id) references core_data.subject,
  foreign key (education_provider_id, made_by) references core_data.person
);
create unique index plan_group on teaching.plan (education_provider_id, teaching_group_id) where removed_at is null;
create index plan_school on teaching.plan (education_provider_id, school_id) where removed_at is null;
create index plan_shared on teaching.plan (education_provider_id, sharing) where removed_at is null and sharing <> 'group';
call platform.protect_with_history('teaching.plan');

create table teaching.plan_unit (
  education_provider_id uuid not null,
  plan_unit_id uuid not null,
  plan_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- The teachers' own; learners and homes see the name.
  notes text check (length(notes) <= 8000),
  starts_on date not null,
  lesson_count int not null check (lesson_count between 1 and 200),
  objective_keys text[] not null default '{}',
  content_keys text[] not null default '{}',
  -- [{title, url}]
  links jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
  changed_by uuid not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, plan_unit_id),
  foreign key (education_provider_id, plan_id) references teaching.plan,
  foreign key (education_provider_id, changed_by) references core_data.person
);
create index plan_unit_plan on teaching.plan_unit (education_provider_id, plan_id) where removed_at is null;
call platform.protect_with_history('teaching.plan_unit');

-- What is planned for the n-th lesson of a unit.
create table teaching.plan_lesson (
  education_provider_id uuid not null,
  plan_lesson_id uuid not null,
  plan_unit_id uuid not null,
  lesson_no int not null check (lesson_no between 1 and 200),
  title text check (length(title) <= 200),
  notes text check (length(notes) <= 8000),
  -- None: all of the unit's.
  objective_keys text[] not null default '{}',
  links jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
  changed_by uuid not null,
  changed_at timestamptz not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, plan_lesson_id),
  unique (education_provider_id, plan_unit_id, lesson_no),
  foreign key (education_provider_id, plan_unit_id) references teaching.plan_unit,
  foreign key (education_provider_id, changed_by) references core_data.person
);
call platform.protect_with_history('teaching.plan_lesson');
