-- Transfer of study rights to the national register (KOSKI): what is to be told of which study right, what was told and acknowledged.

-- Whether a provider's study rights are told at all. Address and secrets are the operator's, outside the database.
create table exchange.koski_connection (
  education_provider_id uuid not null references core_data.education_provider,
  koski_connection_id uuid not null,
  is_on boolean not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, koski_connection_id),
  unique (education_provider_id)
);
call platform.protect_with_history('exchange.koski_connection');

-- One row a study right, so that its changes are told in their order and never twice at once.
create table exchange.koski_transfer (
  education_provider_id uuid not null,
  study_right_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'differs', 'cancelled')),
  -- Counts changes asked to be told, and which of them the register has acknowledged.
  asked_no int not null default 1,
  sent_no int not null default 0,
  asked_at timestamptz not null default platform.now(),
  -- Failures in a row that pass by themselves; what is waited for is longer with each.
  failures int not null default 0,
  next_attempt_at timestamptz not null default platform.now(),
  -- A process that was killed while sending loses the row to another after this.
  leased_until timestamptz,
  koski_version int,
  sent_at timestamptz,
  compared_at timestamptz,
  -- What the register refused, or where it has something else: [{key, message, rule, path}].
  faults jsonb not null default '[]',
  primary key (education_provider_id, study_right_id),
  foreign key (education_provider_id, study_right_id) references core_data.study_right,
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school
);
create index koski_transfer_due on exchange.koski_transfer (education_provider_id, next_attempt_at) where state in ('waiting', 'sending');
create index koski_transfer_work_list on exchange.koski_transfer (education_provider_id, state, asked_at desc, study_right_id);
create index koski_transfer_learner on exchange.koski_transfer (education_provider_id, learner_id);
call platform.protect('exchange.koski_transfer');

-- Each time the register was asked, what came of it: for whoever watches the transfer. Kept a month.
create table exchange.koski_attempt (
  education_provider_id uuid not null,
  koski_attempt_id uuid not null,
  study_right_id uuid not null,
  at timestamptz not null,
  act text not null check (act in ('send', 'cancel', 'compare')),
  outcome text not null check (outcome in ('done', 'refused', 'failed', 'differs')),
  status int,
  key text,
  milliseconds int not null,
  primary key (education_provider_id, koski_attempt_id)
);
create index koski_attempt_latest on exchange.koski_attempt (education_provider_id, at desc);
call platform.protect('exchange.koski_attempt');
