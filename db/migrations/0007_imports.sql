-- Imports: what a run was asked, what it found row by row, and what an outside register has said of whom.
alter table exchange.import_run
  add column account_id uuid,
  add column started_at timestamptz,
  add column file_bytes bigint,
  -- What belongs to the kind: {personId} for a register message that names nobody itself.
  add column options jsonb not null default '{}',
  -- The outcome a dry run showed, as a digest: applying it asks whether it still holds.
  add column plan_digest text,
  -- The dry run whose outcome this run applies.
  add column based_on uuid,
  add constraint import_run_based_on foreign key (education_provider_id, based_on) references exchange.import_run,
  -- Message key of why a run was refused or failed, and its values.
  add column reason text,
  add column reason_values jsonb not null default '{}';

-- The report row by row; bounded per run, the counts in import_run.report are complete.
create table exchange.import_row (
  education_provider_id uuid not null,
  import_run_id uuid not null,
  row_no int not null,
  severity text not null check (severity in ('error', 'warning', 'notice')),
  file text not null,
  line int not null,
  field text not null,
  code text not null,
  values jsonb not null default '{}',
  primary key (education_provider_id, import_run_id, row_no),
  foreign key (education_provider_id, import_run_id) references exchange.import_run on delete cascade
);
call platform.protect('exchange.import_row');

-- What the population register has said of a person's guardians and of what must not go backwards, in dates alone. Messages come
-- in any order: joining them here is commutative, and core data follows from the joined facts, never from the last message.
create table exchange.register_fact (
  education_provider_id uuid not null,
  register_fact_id uuid not null,
  person_id uuid not null,
  topic text not null check (topic in ('guardianship', 'non-disclosure', 'death', 'home-municipality', 'mother-tongue', 'name')),
  -- The guardian of a guardianship.
  related_person_id uuid,
  -- The kind of guardianship, as the register calls it.
  variant text not null default '',
  starts_on date not null,
  ends_on date,
  is_removed boolean not null default false,
  role text,
  lives_with boolean,
  -- The register's own date of the change, when the message carried one.
  changed_at timestamptz,
  primary key (education_provider_id, register_fact_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  foreign key (education_provider_id, related_person_id) references core_data.person,
  unique nulls not distinct (education_provider_id, person_id, topic, related_person_id, variant, starts_on)
);
create index register_fact_related on exchange.register_fact (education_provider_id, related_person_id);
call platform.protect('exchange.register_fact');

-- UUIDv7 (RFC 9562): PostgreSQL 17 has none of its own, and thousands of ids are made in one statement.
create function exchange.new_id() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Did a person end or change the row last, rather than an import? Then no import may bring it back.
create function exchange.is_closed_by_school(provider uuid, entity uuid, row_source text) returns boolean language sql stable parallel safe as $$
  select coalesce((
    select h.source from platform.row_history h
    where h.education_provider_id = provider and h.row_id = entity order by h.row_history_id desc limit 1), row_source)
  not in ('oneroster', 'spreadsheet', 'population-register', 'organisation-service')
$$;

-- Imports stage their rows in temporary tables.
do $$ begin execute format('grant temporary on database %I to digione_app', current_database()); end $$;
