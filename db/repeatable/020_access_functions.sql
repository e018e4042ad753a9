-- What the server may ask before it knows who is asking. Each returns no more than the secret it is given opens.

create or replace function access.find_session(given_hash bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, kind text, csrf_token text, authenticated_at timestamptz,
               last_seen_at timestamptz, idle_expires_at timestamptz, expires_at timestamptz, language text, theme text)
language sql stable security definer set search_path = '' as $$
  select s.session_id, s.account_id, s.kind, s.csrf_token, s.authenticated_at, s.last_seen_at, s.idle_expires_at, s.expires_at,
         a.language, a.theme
  from access.session s join access.account a using (account_id)
  where s.token_hash = given_hash and s.expires_at > at and s.idle_expires_at > at and a.closed_at is null
$$;

create or replace function access.find_identities(of_account uuid)
returns table (education_provider_id uuid, person_id uuid)
language sql stable security definer set search_path = '' as $$
  select i.education_provider_id, i.person_id from access.account_identity i
  where i.account_id = of_account and of_account = platform.current_account()
$$;
revoke all on function access.find_session, access.find_identities from public;
grant execute on function access.find_session, access.find_identities to digione_app;
