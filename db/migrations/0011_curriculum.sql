-- Curricula as they were published, which of them a provider has in force, and which of their subjects a school's subject means.
create schema curriculum;
grant usage on schema curriculum to digione_app;

-- One published version of a curriculum. Never changed, never removed: plans and marks refer to what was in force. The ones that the
-- platform's operator brings in stand under the platform itself and may be read by all; a provider's own are behind its wall.
create table curriculum.edition (
  education_provider_id uuid not null,
  edition_id uuid not null,
  -- The same for all versions: `national:6828810`.
  curriculum_key text not null,
  kind text not null check (kind in ('national', 'local')),
  structure text not null,
  education_form text,
  -- When its content was last published, as the service says.
  published_at timestamptz,
  name jsonb not null,
  registry_number text,
  languages text[] not null,
  decided_on date,
  valid_from date,
  -- Last day.
  valid_until date,
  content_hash text not null,
  imported_at timestamptz not null default platform.now(),
  -- The whole as it was read, for comparing two editions.
  document jsonb not null,
  primary key (education_provider_id, edition_id),
  unique (education_provider_id, curriculum_key, content_hash)
);
call platform.protect('curriculum.edition', 'select, insert');
create policy shared_reading on curriculum.edition for select to digione_app using (education_provider_id = '00000000-0000-0000-0000-000000000000'::uuid);

-- The parts of an edition, parents first.
create table curriculum.element (
  education_provider_id uuid not null,
  edition_id uuid not null,
  position int not null,
  key text not null,
  parent_key text,
  kind text not null,
  label text,
  code text,
  -- What is opened as one page: the nearest subject, stage of a subject, module or study unit, the part itself included.
  unit_key text,
  -- Subjects it belongs to; a study unit may belong to several.
  subject_keys text[] not null default '{}',
  grade_levels int[] not null default '{}',
  name jsonb,
  -- [{field, text: {fi, sv, …}}]; safe HTML.
  texts jsonb not null,
  facts jsonb not null,
  -- Stems and the words themselves: stems of Finnish verbs alone do not meet (havainnoida, havainnoi).
  search_fi tsvector,
  search_sv tsvector,
  primary key (education_provider_id, edition_id, position),
  foreign key (education_provider_id, edition_id) references curriculum.edition
);
create unique index element_key on curriculum.element (education_provider_id, edition_id, key);
create index element_unit on curriculum.element (education_provider_id, edition_id, unit_key, position);
create index element_kind on curriculum.element (education_provider_id, edition_id, kind, position);
-- What is searched: few columns of an edition's objectives and contents, close together.
create index element_searched on curriculum.element (education_provider_id, edition_id) where search_fi is not null or search_sv is not null;
call platform.protect('curriculum.element', 'select, insert');
create policy shared_reading on curriculum.element for select to digione_app using (education_provider_id = '00000000-0000-0000-0000-000000000000'::uuid);

-- Which edition a provider follows in a form of education, and when. One national and one local at a time. The edition is named without
-- a foreign key, since it may be the platform's.
create table curriculum.adoption (
  education_provider_id uuid not null references core_data.education_provider,
  adoption_id uuid not null,
  education_form text not null check (education_form in ('pre-primary', 'basic-education', 'adult-basic-education', 'general-upper-secondary', 'preparatory')),
  kind text not null check (kind in ('national', 'local')),
  edition_id uuid not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, adoption_id),
  exclude using gist (education_provider_id with =, education_form with =, kind with =, valid with &&)
);
call platform.protect_with_history('curriculum.adoption');

-- Which subject of a curriculum a school's subject means, where its national code does not tell. Holds for every edition of the curriculum.
create table curriculum.subject_meaning (
  education_provider_id uuid not null,
  subject_meaning_id uuid not null,
  subject_id uuid not null,
  curriculum_key text not null,
  element_key text not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, subject_meaning_id),
  unique (education_provider_id, subject_id, curriculum_key),
  foreign key (education_provider_id, subject_id) references core_data.subject
);
call platform.protect_with_history('curriculum.subject_meaning');

alter table exchange.import_run drop constraint import_run_kind_check, add constraint import_run_kind_check check (kind in ('organisations', 'codes', 'people', 'population', 'curriculum'));
