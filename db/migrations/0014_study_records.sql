-- What a study right consists of beyond being one: its periods, additional information and attainments, as the school keeps them and
-- as the national register of study rights (KOSKI) is told. A study right without rows here is what core data says of it.

-- Forms of education that the national register knows for schools; four of them were there.
alter table core_data.study_right drop constraint study_right_education_form_check;
alter table core_data.study_right add constraint study_right_education_form_check check (education_form in (
  'pre-primary', 'basic-education', 'general-upper-secondary', 'preparatory',
  'additional-basic-education', 'adult-basic-education', 'preparatory-upper-secondary')) not valid;
alter table core_data.study_right validate constraint study_right_education_form_check;

-- One a study right, with the same id.
create table school_admin.study_record (
  education_provider_id uuid not null,
  study_record_id uuid not null,
  learner_id uuid not null,
  expected_end_on date,
  -- What has no column, under the register's own names. Nothing that was read in is lost.
  more jsonb not null default '{}',
  -- How the document stood that it was read from: whom it named and as whose study right. Without identity codes.
  received jsonb,
  -- Counts changes of what belongs to the record, so that its version moves with all of it.
  change_no int not null default 1,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, study_record_id),
  foreign key (education_provider_id, study_record_id) references core_data.study_right on delete cascade,
  foreign key (education_provider_id, learner_id) references core_data.person
);
create index study_record_learner on school_admin.study_record (education_provider_id, learner_id);
call platform.protect_with_history('school_admin.study_record');

-- Läsnä, väliaikaisesti keskeytynyt, valmistunut …: from a day until the next period; codes of koskiopiskeluoikeudentila and opintojenrahoitus.
create table school_admin.study_period (
  education_provider_id uuid not null,
  study_period_id uuid not null,
  study_record_id uuid not null,
  position int not null,
  starts_on date not null,
  state text not null check (state ~ '^[a-z]{2,40}$'),
  funding text check (funding ~ '^[0-9]{1,3}$'),
  more jsonb not null default '{}',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, study_period_id),
  unique (education_provider_id, study_record_id, position) deferrable initially deferred,
  foreign key (education_provider_id, study_record_id) references school_admin.study_record on delete cascade
);
call platform.protect_with_history('school_admin.study_period');

-- Support decisions, home schooling, free education …: what holds beside the studies for a time. First and last day, both included.
create table school_admin.additional_information (
  education_provider_id uuid not null,
  additional_information_id uuid not null,
  study_record_id uuid not null,
  position int not null,
  kind text not null,
  starts_on date,
  ends_on date check (ends_on is null or starts_on is null or ends_on >= starts_on),
  more jsonb not null default '{}',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, additional_information_id),
  foreign key (education_provider_id, study_record_id) references school_admin.study_record on delete cascade
);
create index additional_information_record on school_admin.additional_information (education_provider_id, study_record_id);
call platform.protect_with_history('school_admin.additional_information');

-- Suoritus: a syllabus, a grade, a subject, a module; one is part of another. Codes are those of the national code sets, `code_set` is
-- null for a local one. The mark is the latest assessment; earlier ones stand in `more`.
create table school_admin.attainment (
  education_provider_id uuid not null,
  attainment_id uuid not null,
  study_record_id uuid not null,
  parent_attainment_id uuid,
  position int not null,
  kind text not null,
  code text not null,
  code_set text,
  name jsonb,
  extent float8 check (extent > 0),
  extent_unit text,
  is_compulsory boolean,
  -- The language studied, or the syllabus of mother tongue and literature.
  language text,
  language_set text,
  -- The syllabus of mathematics.
  syllabus text,
  curriculum text,
  mark text,
  mark_set text,
  assessed_on date,
  starts_on date,
  confirmed_on date,
  teaching_language text,
  homeroom text,
  -- Studied elsewhere and recognised: the grounds.
  recognition jsonb,
  -- Freed from the subject: kept here, told to nobody.
  exempted_on date,
  exemption_reason text,
  site_oid text,
  more jsonb not null default '{}',
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, attainment_id),
  foreign key (education_provider_id, study_record_id) references school_admin.study_record on delete cascade,
  foreign key (education_provider_id, parent_attainment_id) references school_admin.attainment on delete cascade,
  check (code <> ''),
  check ((exempted_on is null) = (exemption_reason is null))
);
create index attainment_record on school_admin.attainment (education_provider_id, study_record_id);
create index attainment_parent on school_admin.attainment (education_provider_id, parent_attainment_id);
call platform.protect_with_history('school_admin.attainment');

-- Rows that are gone, by the record they belonged to: the history of a record tells of them too. (Row-level security uses an index for
-- plain comparisons alone, so the record cannot be looked up inside what the history kept.)
create table school_admin.removed_record_part (
  education_provider_id uuid not null,
  study_record_id uuid not null,
  part_id uuid not null,
  primary key (education_provider_id, study_record_id, part_id)
);
call platform.protect('school_admin.removed_record_part', 'select, insert');
create function school_admin.remember_removed_part() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into school_admin.removed_record_part (education_provider_id, study_record_id, part_id)
  values (old.education_provider_id, old.study_record_id, (to_jsonb(old) ->> (tg_table_name || '_id'))::uuid) on conflict do nothing;
  return null;
end $$;
create trigger remember_removed after delete on school_admin.study_period for each row execute function school_admin.remember_removed_part();
create trigger remember_removed after delete on school_admin.additional_information for each row execute function school_admin.remember_removed_part();
create trigger remember_removed after delete on school_admin.attainment for each row execute function school_admin.remember_removed_part();
