-- The school day: what is taught when, who was there, what the home told, what was announced to whom.
create schema timetable;
create schema teaching;
create schema school_admin;
create schema home_school;
create schema exchange;
grant usage on schema timetable, teaching, school_admin, home_school, exchange to digione_app;

-- A lesson repeats weekly while `valid`; one lesson is (weekly_lesson_id, held_on). Times are Finnish wall clock.
create table timetable.weekly_lesson (
  education_provider_id uuid not null,
  weekly_lesson_id uuid not null,
  school_id uuid not null,
  teaching_group_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at time not null,
  room_id uuid,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, weekly_lesson_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, room_id) references core_data.room,
  check (starts_at < ends_at)
);
create index weekly_lesson_group on timetable.weekly_lesson (education_provider_id, teaching_group_id, weekday);
create index weekly_lesson_school on timetable.weekly_lesson (education_provider_id, school_id, weekday);
call platform.protect_with_history('timetable.weekly_lesson');

-- A register exists only when somebody took it: no row is never "present".
create table teaching.lesson_register (
  education_provider_id uuid not null,
  lesson_register_id uuid not null,
  weekly_lesson_id uuid not null,
  held_on date not null,
  school_id uuid not null,
  teaching_group_id uuid not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  topic text,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, lesson_register_id),
  unique (education_provider_id, weekly_lesson_id, held_on),
  foreign key (education_provider_id, weekly_lesson_id) references timetable.weekly_lesson,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, taken_by) references core_data.person
);
create index lesson_register_school on teaching.lesson_register (education_provider_id, school_id, held_on);
call platform.protect_with_history('teaching.lesson_register');

-- Kinds of absence as each provider uses them, on the national classification.
create table school_admin.absence_type (
  education_provider_id uuid not null references core_data.education_provider,
  absence_type_id uuid not null,
  code text not null,
  name jsonb not null,
  category text not null check (category in ('unexplained', 'illness', 'leave', 'unauthorised', 'school-activity', 'other')),
  guardian_may_choose boolean not null default false,
  sort_order int not null default 0,
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, absence_type_id),
  unique (education_provider_id, code)
);
call platform.protect_with_history('school_admin.absence_type');

-- What a guardian (or the school) told beforehand or the same morning. `during` is in instants, whole days allowed.
create table school_admin.absence_notice (
  education_provider_id uuid not null,
  absence_notice_id uuid not null,
  learner_id uuid not null,
  absence_type_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  is_whole_days boolean not null,
  note text,
  reported_by uuid not null,
  reported_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, absence_notice_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, absence_type_id) references school_admin.absence_type,
  foreign key (education_provider_id, reported_by) references core_data.person
);
create index absence_notice_learner on school_admin.absence_notice using gist (education_provider_id, learner_id, during) where withdrawn_at is null;
call platform.protect_with_history('school_admin.absence_notice');

-- Exceptions only: a learner who was away or late, one row a lesson. The lesson is named without a foreign key,
-- since school administration stands below the timetable.
create table school_admin.absence (
  education_provider_id uuid not null,
  absence_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  held_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  weekly_lesson_id uuid,
  teaching_group_id uuid,
  kind text not null check (kind in ('absent', 'late', 'left-early')),
  minutes int check (minutes between 0 and 600),
  absence_type_id uuid,
  absence_notice_id uuid,
  marked_by uuid not null,
  marked_at timestamptz not null,
  explanation text,
  explained_by uuid,
  explained_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, absence_id),
  unique (education_provider_id, learner_id, held_on, weekly_lesson_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, absence_type_id) references school_admin.absence_type,
  foreign key (education_provider_id, absence_notice_id) references school_admin.absence_notice,
  check (starts_at < ends_at)
);
-- "To be explained" is an absence nobody gave a type yet.
create index absence_unexplained on school_admin.absence (education_provider_id, learner_id, held_on) where absence_type_id is null and kind = 'absent';
create index absence_school_day on school_admin.absence (education_provider_id, school_id, held_on);
create index absence_lesson on school_admin.absence (education_provider_id, weekly_lesson_id, held_on);
call platform.protect_with_history('school_admin.absence');

-- The notification centre; the unread count is kept, not computed.
create table home_school.notification (
  education_provider_id uuid not null,
  notification_id uuid not null,
  person_id uuid not null,
  kind text not null,
  -- Values for the text in the reader's language, never the text itself.
  content jsonb not null,
  link text not null,
  about_person_id uuid,
  event_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (education_provider_id, notification_id),
  unique (education_provider_id, person_id, event_id, kind),
  foreign key (education_provider_id, person_id) references core_data.person
);
create index notification_person on home_school.notification (education_provider_id, person_id, created_at desc, notification_id);
call platform.protect('home_school.notification');

create table home_school.unread_count (
  education_provider_id uuid not null,
  person_id uuid not null,
  unread int not null default 0 check (unread >= 0),
  primary key (education_provider_id, person_id),
  foreign key (education_provider_id, person_id) references core_data.person
);
call platform.protect('home_school.unread_count');

-- Each run of an import: what was asked, how far it is, what came of it.
create table exchange.import_run (
  education_provider_id uuid not null,
  import_run_id uuid not null,
  kind text not null check (kind in ('organisations', 'codes', 'people', 'population')),
  file_name text not null,
  is_dry_run boolean not null,
  state text not null check (state in ('waiting', 'running', 'succeeded', 'refused', 'failed')),
  started_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  progress jsonb not null default '{}',
  report jsonb,
  file_key text,
  primary key (education_provider_id, import_run_id)
);
create index import_run_recent on exchange.import_run (education_provider_id, created_at desc);
call platform.protect('exchange.import_run');
