-- What sign-in needs beside sessions: attempts bound to the browser that began them, logout tokens that count once,
-- and roles whose end can be told from their validity.

-- The code of an attempt is worth nothing in another browser.
alter table access.sign_in_attempt add column browser_hash bytea not null;
create index sign_in_attempt_expiry on access.sign_in_attempt (expires_at);
create index oidc_payload_expiry on access.oidc_payload (expires_at);

-- Logout tokens of identity providers that have been acted on: a repeat is refused.
create table access.used_logout_token (
  issuer text not null,
  token_id text not null,
  expires_at timestamptz not null,
  primary key (issuer, token_id)
);
alter table access.used_logout_token enable row level security;
alter table access.used_logout_token force row level security;
create policy maintenance on access.used_logout_token to current_user using (true) with check (true);

-- A role ended on its first day has an empty validity, so when it was given and ended is told apart from it.
alter table access.role_assignment
  add column given_at timestamptz not null default platform.now(),
  add column ended_at timestamptz,
  add column ended_by uuid,
  add column end_reason text,
  drop constraint role_assignment_education_provider_id_person_id_role_schoo_excl,
  -- A null school means all of them: two such must not overlap either.
  add constraint role_assignment_once exclude using gist (education_provider_id with =, person_id with =, role with =,
    (coalesce(school_id, '00000000-0000-0000-0000-000000000000')) with =, valid with &&);
create index role_assignment_role on access.role_assignment (education_provider_id, role);

-- People see until when each of their sessions lasts.
grant select (idle_expires_at) on access.session to digione_app;
