-- Sign-in, sessions and roles. An account is one human's sign-in over all providers, so accounts, logins and
-- sessions have no provider; a request sees only its own account's rows.
create schema access;
grant usage on schema access to digione_app;

create table access.account (
  account_id uuid primary key,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  persona_key text unique,
  created_at timestamptz not null default platform.now(),
  closed_at timestamptz
);

create table access.account_login (
  issuer text not null,
  subject text not null,
  account_id uuid not null references access.account,
  created_at timestamptz not null default platform.now(),
  primary key (issuer, subject)
);
create index account_login_account on access.account_login (account_id);

-- Which persons, in which providers, the account is.
create table access.account_identity (
  education_provider_id uuid not null,
  person_id uuid not null,
  account_id uuid not null references access.account,
  linked_at timestamptz not null default platform.now(),
  source text not null,
  primary key (education_provider_id, person_id),
  unique (education_provider_id, account_id),
  foreign key (education_provider_id, person_id) references core_data.person
);
create index account_identity_account on access.account_identity (account_id);

create table access.session (
  token_hash bytea primary key,
  session_id uuid not null unique,
  account_id uuid not null references access.account,
  kind text not null default 'browser' check (kind in ('browser', 'token')),
  csrf_token text not null,
  issuer text,
  issuer_session_id text,
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  id_token text,
  device text
);
create index session_account on access.session (account_id);
create index session_issuer on access.session (issuer, issuer_session_id);
create index session_expiry on access.session (expires_at);

-- Half-done sign-ins at an identity provider (state, nonce, PKCE verifier), and the built-in provider's own store.
create table access.sign_in_attempt (
  state_hash bytea primary key,
  issuer_key text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  step_up_account_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create table access.oidc_payload (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, id)
);
create index oidc_payload_grant on access.oidc_payload (grant_id);
create index oidc_payload_uid on access.oidc_payload (uid);

do $$
declare t text;
begin
  foreach t in array array['account', 'account_login', 'account_identity', 'session', 'sign_in_attempt', 'oidc_payload'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy maintenance on access.%I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
create policy own_account on access.account to digione_app
  using (account_id = (select platform.current_account())) with check (account_id = (select platform.current_account()));
create policy own_identity on access.account_identity for select to digione_app
  using (account_id = (select platform.current_account()) or education_provider_id = (select platform.current_provider()));
create policy own_session on access.session to digione_app
  using (account_id = (select platform.current_account())) with check (account_id = (select platform.current_account()));
grant select, update (language, theme) on access.account to digione_app;
grant select on access.account_identity to digione_app;
grant select (session_id, account_id, kind, created_at, last_seen_at, expires_at, device), delete on access.session to digione_app;

-- Permissions given by hand, beside those that follow from a staff position. A null school means every school.
create table access.role_assignment (
  education_provider_id uuid not null,
  role_assignment_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant',
    'principal', 'school-secretary', 'expert', 'main-user', 'data-protection-officer', 'vendor', 'platform-operator')),
  school_id uuid,
  valid daterange not null,
  reason text,
  granted_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, role_assignment_id),
  foreign key (education_provider_id, person_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  exclude using gist (education_provider_id with =, person_id with =, role with =, school_id with =, valid with &&)
);
create index role_assignment_person on access.role_assignment (education_provider_id, person_id);
call platform.protect_with_history('access.role_assignment');
