-- The ground every service stands on: tenancy, clock, history, audit, events, idempotency.
create extension if not exists btree_gist;
create extension if not exists btree_gin;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- digione_app runs every request. It owns nothing and cannot bypass row-level security.
do $$ begin
  create role digione_app nologin noinherit;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant digione_app to %I', current_user); end $$;

create schema platform;
create schema audit;
create schema events;
grant usage on schema platform, audit, events to digione_app;

-- The provider, account and person a transaction runs for; set by the server at BEGIN, gone at COMMIT.
create function platform.current_provider() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.education_provider_id', true), '')::uuid;
create function platform.current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;
create function platform.current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;

-- The one clock: the server sets app.now when its own clock is not the machine's (demo and tests).
create function platform.now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
create function platform.today() returns date language sql stable parallel safe
  return (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) at time zone 'Europe/Helsinki')::date;

-- Names compare and are searched without case and accents ("Åsa" is found by "asa").
create function platform.fold(value text) returns text language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- What a row was before it was changed or removed: who, when, from which source.
create table platform.row_history (
  education_provider_id uuid not null,
  row_history_id bigint generated always as identity,
  table_name text not null,
  row_id uuid not null,
  operation text not null check (operation in ('update', 'delete')),
  changed_at timestamptz not null default platform.now(),
  changed_by uuid,
  source text,
  before jsonb not null,
  primary key (education_provider_id, row_history_id)
);
create index row_history_row on platform.row_history (education_provider_id, row_id, row_history_id);

create function platform.keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{version,search_name}'::text[] = to_jsonb(old) - '{version,search_name}'::text[] then
      return null; -- nothing said anything new
    end if;
    new.version := old.version + 1;
  end if;
  insert into platform.row_history (education_provider_id, table_name, row_id, operation, changed_by, source, before)
  values (old.education_provider_id, tg_table_schema || '.' || tg_table_name,
          (to_jsonb(old) ->> (tg_table_name || '_id'))::uuid, lower(tg_op),
          platform.current_person(), nullif(current_setting('app.source', true), ''), to_jsonb(old));
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

-- Puts the tenant's wall on a table: row-level security enabled and forced, one provider per transaction.
-- The migrating role keeps a policy of its own so that it can maintain data when it is no superuser.
create procedure platform.protect(target regclass, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s to digione_app
    using (education_provider_id = (select nullif(current_setting(''app.education_provider_id'', true), '''')::uuid))
    with check (education_provider_id = (select nullif(current_setting(''app.education_provider_id'', true), '''')::uuid))', target);
  execute format('create policy maintenance on %s to %I using (true) with check (true)', target, current_user);
  execute format('grant %s on %s to digione_app', privileges, target);
end $$;

-- As protect(), and every change keeps what was there before.
create procedure platform.protect_with_history(target regclass) language plpgsql as $$
begin
  call platform.protect(target);
  execute format('create trigger keep_history before update or delete on %s for each row execute function platform.keep_history()', target);
end $$;

call platform.protect('platform.row_history', 'select, insert');

-- Who did what to whose data and why. Append-only; each chain is one database connection of one server
-- process, so that writers never wait for each other; `hash` is keyed outside the database.
create table audit.entry (
  education_provider_id uuid not null,
  chain_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  actor_person_id uuid,
  action text not null,
  basis text,
  purpose text,
  endpoint text,
  object_id text,
  person_ids uuid[] not null default '{}',
  outcome text not null check (outcome in ('done', 'denied')),
  trace_id text,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (education_provider_id, chain_id, seq, at)
) partition by range (at);
create table audit.entry_default partition of audit.entry default;
create index entry_person_ids on audit.entry using gin (person_ids);
create index entry_actor on audit.entry (education_provider_id, actor_person_id, at);
call platform.protect('audit.entry', 'select, insert');
call platform.protect('audit.entry_default', 'select, insert');

-- Where each chain stood at a moment, itself a chain: a chain that is cut short or removed whole is found.
create table audit.seal (
  seal_no bigint primary key,
  at timestamptz not null,
  heads jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
create policy maintenance on audit.seal to current_user using (true) with check (true);

-- What happened, told to subscribers at least once, in order.
create table events.outbox (
  education_provider_id uuid not null,
  event_id uuid not null,
  position bigint generated always as identity,
  name text not null,
  version int not null default 1,
  payload jsonb not null,
  occurred_at timestamptz not null default platform.now(),
  actor_person_id uuid,
  trace_id text,
  -- Whose open pages are to ask again, and about what: {topics, personIds, schoolIds}.
  live jsonb,
  dispatched_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  primary key (education_provider_id, event_id)
);
create index outbox_waiting on events.outbox (position) where dispatched_at is null;
call platform.protect('events.outbox', 'select, insert');
grant update (dispatched_at, attempts, next_attempt_at, last_error) on events.outbox to digione_app;

-- The answer to each state-changing request, so that a repeat gets the same answer and does nothing twice.
create table platform.idempotency_key (
  education_provider_id uuid not null,
  account_id uuid not null,
  key text not null,
  endpoint text not null,
  body_hash bytea not null,
  status int,
  response jsonb,
  created_at timestamptz not null default platform.now(),
  primary key (education_provider_id, account_id, key)
);
create index idempotency_key_age on platform.idempotency_key (created_at);
call platform.protect('platform.idempotency_key');

-- Requests counted over all server processes (sign-in, tokens, imports); losing it in a crash only forgives.
create unlogged table platform.rate_limit (
  key text not null,
  window_starts_at timestamptz not null,
  count int not null default 0,
  primary key (key, window_starts_at)
);
alter table platform.rate_limit enable row level security;
alter table platform.rate_limit force row level security;
create policy maintenance on platform.rate_limit to current_user using (true) with check (true);
create policy counting on platform.rate_limit to digione_app using (true) with check (true);
grant select, insert, update, delete on platform.rate_limit to digione_app;
