-- Core data: kept once, effective-dated, each row with its source; history by trigger.
create schema core_data;
grant usage on schema core_data to digione_app;

-- National code sets (koodisto): the same for every provider, so without a provider id.
create table core_data.code_set (
  code_set text primary key,
  imported_at timestamptz not null default platform.now()
);
create table core_data.code (
  code_set text not null references core_data.code_set,
  code text not null,
  version int not null,
  uri text not null,
  name jsonb not null,
  short_name jsonb,
  valid daterange not null default '(,)',
  relations jsonb not null default '[]',
  primary key (code_set, code, version)
);
create index code_uri on core_data.code (uri);
alter table core_data.code_set enable row level security;
alter table core_data.code_set force row level security;
alter table core_data.code enable row level security;
alter table core_data.code force row level security;
create policy maintenance on core_data.code_set to current_user using (true) with check (true);
create policy maintenance on core_data.code to current_user using (true) with check (true);
create policy public_reading on core_data.code_set for select to digione_app using (true);
create policy public_reading on core_data.code for select to digione_app using (true);
grant select on core_data.code_set, core_data.code to digione_app;

-- Koulutuksen järjestäjä: the tenant.
create table core_data.education_provider (
  education_provider_id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9-]{2,60}$'),
  oid text unique,
  business_id text,
  name jsonb not null,
  municipality_code text,
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1
);
call platform.protect_with_history('core_data.education_provider');

-- Every node of the provider's tree in the national organisation service, whatever its kind.
create table core_data.organisation (
  education_provider_id uuid not null references core_data.education_provider,
  organisation_id uuid not null,
  oid text not null,
  parent_organisation_id uuid,
  kinds text[] not null,
  name jsonb not null,
  institution_number text,
  institution_type text,
  site_code text,
  business_id text,
  municipality_code text,
  teaching_languages text[] not null default '{}',
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, organisation_id),
  unique (education_provider_id, oid),
  foreign key (education_provider_id, parent_organisation_id) references core_data.organisation deferrable initially deferred
);
call platform.protect_with_history('core_data.organisation');

create table core_data.school (
  education_provider_id uuid not null references core_data.education_provider,
  school_id uuid not null,
  organisation_id uuid,
  oid text,
  institution_number text,
  institution_type text,
  name jsonb not null,
  short_name text,
  teaching_language text not null default 'fi',
  education_forms text[] not null default '{}',
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, school_id),
  unique (education_provider_id, oid),
  unique (education_provider_id, institution_number),
  foreign key (education_provider_id, organisation_id) references core_data.organisation
);
call platform.protect_with_history('core_data.school');

create table core_data.school_site (
  education_provider_id uuid not null,
  school_site_id uuid not null,
  school_id uuid not null,
  oid text,
  name jsonb not null,
  street_address text,
  postal_code text,
  post_office text,
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, school_site_id),
  unique (education_provider_id, oid),
  foreign key (education_provider_id, school_id) references core_data.school
);
create index school_site_school on core_data.school_site (education_provider_id, school_id);
call platform.protect_with_history('core_data.school_site');

create table core_data.room (
  education_provider_id uuid not null,
  room_id uuid not null,
  school_site_id uuid not null,
  code text not null,
  name text,
  kind text not null default 'classroom',
  capacity int check (capacity > 0),
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, room_id),
  foreign key (education_provider_id, school_site_id) references core_data.school_site,
  exclude using gist (education_provider_id with =, school_site_id with =, code with =, valid with &&)
);
call platform.protect_with_history('core_data.room');

-- A person as one provider knows them. One human may be a person in several providers: access.account joins them.
create table core_data.person (
  education_provider_id uuid not null references core_data.education_provider,
  person_id uuid not null,
  learner_number text,
  first_names text not null,
  call_name text not null,
  last_name text not null,
  born_on date,
  gender text check (gender in ('female', 'male', 'other')),
  mother_tongue text,
  preferred_language text check (preferred_language in ('fi', 'sv', 'en')),
  nationalities text[] not null default '{}',
  home_municipality text,
  email text,
  phone text,
  -- Non-disclosure for personal safety (turvakielto): address, contact data and school are hidden everywhere.
  protected_address boolean not null default false,
  protection_ends_on date,
  died_on date,
  search_name text generated always as (platform.fold(call_name || ' ' || last_name || ' ' || first_names)) stored,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, person_id),
  unique (education_provider_id, learner_number)
);
create index person_search on core_data.person using gin (education_provider_id, search_name gin_trgm_ops);
create index person_sorted on core_data.person (education_provider_id, last_name, call_name, person_id);
call platform.protect_with_history('core_data.person');

-- Apart from the person, so that no query takes it along by accident. Never a key, never in a URL or a log.
create table core_data.person_identity_code (
  education_provider_id uuid not null,
  person_identity_code_id uuid not null,
  person_id uuid not null,
  personal_identity_code text not null,
  is_current boolean not null default true,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, person_identity_code_id),
  unique (education_provider_id, personal_identity_code),
  foreign key (education_provider_id, person_id) references core_data.person
);
create unique index person_identity_code_current on core_data.person_identity_code (education_provider_id, person_id) where is_current;
call platform.protect_with_history('core_data.person_identity_code');

create table core_data.person_name (
  education_provider_id uuid not null,
  person_name_id uuid not null,
  person_id uuid not null,
  first_names text not null,
  call_name text not null,
  last_name text not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, person_name_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  exclude using gist (education_provider_id with =, person_id with =, valid with &&)
);
call platform.protect_with_history('core_data.person_name');

create table core_data.person_address (
  education_provider_id uuid not null,
  person_address_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('permanent', 'temporary', 'postal')),
  street_address text not null,
  postal_code text,
  post_office text,
  country text,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, person_address_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  exclude using gist (education_provider_id with =, person_id with =, kind with =, valid with &&)
);
call platform.protect_with_history('core_data.person_address');

create table core_data.guardianship (
  education_provider_id uuid not null,
  guardianship_id uuid not null,
  guardian_id uuid not null,
  learner_id uuid not null,
  kind text not null default 'statutory' check (kind in ('statutory', 'appointed', 'other')),
  role text check (role in ('mother', 'father', 'parent', 'other')),
  has_custody boolean not null,
  has_right_to_information boolean not null,
  lives_with boolean not null default true,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, guardianship_id),
  foreign key (education_provider_id, guardian_id) references core_data.person,
  foreign key (education_provider_id, learner_id) references core_data.person,
  check (guardian_id <> learner_id),
  exclude using gist (education_provider_id with =, guardian_id with =, learner_id with =, valid with &&)
);
create index guardianship_guardian on core_data.guardianship (education_provider_id, guardian_id);
create index guardianship_learner on core_data.guardianship (education_provider_id, learner_id);
call platform.protect_with_history('core_data.guardianship');

-- The school's own word that someone is kept away from a learner's data. No import touches this table.
create table core_data.guardian_block (
  education_provider_id uuid not null,
  guardian_block_id uuid not null,
  guardian_id uuid not null,
  learner_id uuid not null,
  reason text not null,
  valid daterange not null,
  set_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, guardian_block_id),
  foreign key (education_provider_id, guardian_id) references core_data.person,
  foreign key (education_provider_id, learner_id) references core_data.person,
  exclude using gist (education_provider_id with =, guardian_id with =, learner_id with =, valid with &&)
);
call platform.protect_with_history('core_data.guardian_block');

create table core_data.staff_position (
  education_provider_id uuid not null,
  staff_position_id uuid not null,
  person_id uuid not null,
  school_id uuid,
  title text not null check (title in ('teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant',
    'principal', 'vice-principal', 'school-secretary', 'expert', 'other')),
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, staff_position_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  exclude using gist (education_provider_id with =, person_id with =, school_id with =, title with =, valid with &&)
);
create index staff_position_person on core_data.staff_position (education_provider_id, person_id);
create index staff_position_school on core_data.staff_position (education_provider_id, school_id);
call platform.protect_with_history('core_data.staff_position');

create table core_data.school_year (
  education_provider_id uuid not null references core_data.education_provider,
  school_year_id uuid not null,
  name text not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, school_year_id),
  exclude using gist (education_provider_id with =, valid with &&)
);
call platform.protect_with_history('core_data.school_year');

create table core_data.teaching_period (
  education_provider_id uuid not null,
  teaching_period_id uuid not null,
  school_year_id uuid not null,
  school_id uuid,
  name text not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, teaching_period_id),
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, school_id) references core_data.school,
  exclude using gist (education_provider_id with =, school_id with =, valid with &&)
);
call platform.protect_with_history('core_data.teaching_period');

-- Days without school inside a school year; a null school means all of the provider's schools.
create table core_data.school_break (
  education_provider_id uuid not null,
  school_break_id uuid not null,
  school_year_id uuid not null,
  school_id uuid,
  name jsonb not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, school_break_id),
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, school_id) references core_data.school
);
call platform.protect_with_history('core_data.school_break');

create table core_data.subject (
  education_provider_id uuid not null references core_data.education_provider,
  subject_id uuid not null,
  code text not null,
  national_code text,
  name jsonb not null,
  education_form text not null,
  valid daterange not null default '(,)',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, subject_id),
  exclude using gist (education_provider_id with =, code with =, education_form with =, valid with &&)
);
call platform.protect_with_history('core_data.subject');

-- Luokka (7A), in upper secondary the advisory group.
create table core_data.homeroom (
  education_provider_id uuid not null,
  homeroom_id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  name text not null,
  grade_level int check (grade_level between 0 and 10),
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, homeroom_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  exclude using gist (education_provider_id with =, school_id with =, name with =, valid with &&)
);
create index homeroom_school on core_data.homeroom (education_provider_id, school_id);
call platform.protect_with_history('core_data.homeroom');

create table core_data.homeroom_member (
  education_provider_id uuid not null,
  homeroom_member_id uuid not null,
  homeroom_id uuid not null,
  school_id uuid not null,
  learner_id uuid not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, homeroom_member_id),
  foreign key (education_provider_id, homeroom_id) references core_data.homeroom,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, learner_id) references core_data.person,
  -- A learner has one homeroom at a time in a school.
  exclude using gist (education_provider_id with =, learner_id with =, school_id with =, valid with &&)
);
create index homeroom_member_homeroom on core_data.homeroom_member (education_provider_id, homeroom_id);
create index homeroom_member_learner on core_data.homeroom_member (education_provider_id, learner_id);
call platform.protect_with_history('core_data.homeroom_member');

create table core_data.homeroom_teacher (
  education_provider_id uuid not null,
  homeroom_teacher_id uuid not null,
  homeroom_id uuid not null,
  person_id uuid not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, homeroom_teacher_id),
  foreign key (education_provider_id, homeroom_id) references core_data.homeroom,
  foreign key (education_provider_id, person_id) references core_data.person,
  exclude using gist (education_provider_id with =, homeroom_id with =, person_id with =, valid with &&)
);
create index homeroom_teacher_person on core_data.homeroom_teacher (education_provider_id, person_id);
create index homeroom_teacher_homeroom on core_data.homeroom_teacher (education_provider_id, homeroom_id);
call platform.protect_with_history('core_data.homeroom_teacher');

create table core_data.teaching_group (
  education_provider_id uuid not null,
  teaching_group_id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  subject_id uuid,
  homeroom_id uuid,
  name text not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, teaching_group_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, subject_id) references core_data.subject,
  foreign key (education_provider_id, homeroom_id) references core_data.homeroom
);
create index teaching_group_school on core_data.teaching_group (education_provider_id, school_id);
call platform.protect_with_history('core_data.teaching_group');

create table core_data.teaching_group_member (
  education_provider_id uuid not null,
  teaching_group_member_id uuid not null,
  teaching_group_id uuid not null,
  learner_id uuid not null,
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, teaching_group_member_id),
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, learner_id) references core_data.person,
  exclude using gist (education_provider_id with =, teaching_group_id with =, learner_id with =, valid with &&)
);
create index teaching_group_member_group on core_data.teaching_group_member (education_provider_id, teaching_group_id);
create index teaching_group_member_learner on core_data.teaching_group_member (education_provider_id, learner_id);
call platform.protect_with_history('core_data.teaching_group_member');

create table core_data.teaching_group_teacher (
  education_provider_id uuid not null,
  teaching_group_teacher_id uuid not null,
  teaching_group_id uuid not null,
  person_id uuid not null,
  role text not null default 'main' check (role in ('main', 'co', 'substitute', 'assistant')),
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, teaching_group_teacher_id),
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, person_id) references core_data.person,
  exclude using gist (education_provider_id with =, teaching_group_id with =, person_id with =, valid with &&)
);
create index teaching_group_teacher_person on core_data.teaching_group_teacher (education_provider_id, person_id);
create index teaching_group_teacher_group on core_data.teaching_group_teacher (education_provider_id, teaching_group_id);
call platform.protect_with_history('core_data.teaching_group_teacher');

create table core_data.study_right (
  education_provider_id uuid not null,
  study_right_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  oid text,
  education_form text not null check (education_form in ('pre-primary', 'basic-education', 'general-upper-secondary', 'preparatory')),
  state text not null default 'present' check (state in ('present', 'temporarily-suspended', 'graduated', 'resigned', 'moved', 'void')),
  valid daterange not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, study_right_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  exclude using gist (education_provider_id with =, learner_id with =, school_id with =, education_form with =, valid with &&)
    where (state <> 'void')
);
create index study_right_learner on core_data.study_right (education_provider_id, learner_id);
create index study_right_school on core_data.study_right (education_provider_id, school_id);
call platform.protect_with_history('core_data.study_right');

-- What an outside source calls a row of ours: makes every import re-runnable.
create table core_data.external_key (
  education_provider_id uuid not null references core_data.education_provider,
  source text not null,
  kind text not null,
  external_id text not null,
  entity_id uuid not null,
  content_hash bytea,
  -- Set when the school ended or restricted the row itself: an import must not bring it back.
  closed_at timestamptz,
  closed_by uuid,
  primary key (education_provider_id, source, kind, external_id)
);
create index external_key_entity on core_data.external_key (education_provider_id, entity_id);
call platform.protect('core_data.external_key');
