-- How far each feed of a national register has been followed, and how the last look went.
create table exchange.register_feed (
  education_provider_id uuid not null references core_data.education_provider,
  register text not null check (register in ('population', 'learner-number')),
  -- From where to ask on: the register's own key, or an instant.
  position text,
  last_run_at timestamptz,
  last_success_at timestamptz,
  -- What the register answered when it did not answer well; its status alone, never its words.
  last_failure text,
  failures int not null default 0,
  primary key (education_provider_id, register)
);
call platform.protect('exchange.register_feed');

-- People of whom a register says something that a human has to look at.
create table exchange.register_trouble (
  education_provider_id uuid not null,
  register_trouble_id uuid not null,
  register text not null check (register in ('population', 'learner-number')),
  person_id uuid not null,
  kind text not null check (kind in ('not-found', 'conflict', 'refused', 'two-people')),
  other_person_id uuid,
  seen_at timestamptz not null,
  solved_at timestamptz,
  primary key (education_provider_id, register_trouble_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  foreign key (education_provider_id, other_person_id) references core_data.person
);
create unique index register_trouble_open on exchange.register_trouble (education_provider_id, register, person_id) where solved_at is null;
call platform.protect('exchange.register_trouble');
