-- What the server may ask before it knows who is asking. Each returns no more than the secret it is given opens.

drop function if exists access.find_session(bytea, timestamptz);
drop function if exists access.find_identities(uuid);

-- The session a token opens, with the account's own identities and roles in every provider, as one JSON document.
-- These are the account's own facts; anything about others is read later under one provider's wall.
create or replace function access.find_signed_in(given_hash bytea, at timestamptz)
returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'sessionId', s.session_id, 'accountId', s.account_id, 'kind', s.kind, 'csrfToken', s.csrf_token,
    'authenticatedAt', s.authenticated_at, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at,
    'language', a.language, 'theme', a.theme,
    'identities', coalesce((
      select jsonb_agg(jsonb_build_object(
          'educationProviderId', i.education_provider_id, 'providerName', p.name, 'personId', i.person_id,
          'callName', person.call_name, 'lastName', person.last_name,
          'roles', coalesce((
            select jsonb_agg(distinct jsonb_build_object('role', r.role, 'schoolId', r.school_id, 'schoolName', sc.name))
            from (
              select ra.role, ra.school_id from access.role_assignment ra
              where ra.education_provider_id = i.education_provider_id and ra.person_id = i.person_id
                and ra.valid @> (at at time zone 'Europe/Helsinki')::date
              union
              select case sp.title when 'vice-principal' then 'principal' else sp.title end, sp.school_id from core_data.staff_position sp
              where sp.education_provider_id = i.education_provider_id and sp.person_id = i.person_id and sp.title <> 'other'
                and sp.valid @> (at at time zone 'Europe/Helsinki')::date) r
            left join core_data.school sc on sc.education_provider_id = i.education_provider_id and sc.school_id = r.school_id), '[]'),
          'isGuardian', exists (select from core_data.guardianship g
            where g.education_provider_id = i.education_provider_id and g.guardian_id = i.person_id
              and g.valid @> (at at time zone 'Europe/Helsinki')::date),
          'isLearner', exists (select from core_data.study_right sr
            where sr.education_provider_id = i.education_provider_id and sr.learner_id = i.person_id and sr.state <> 'void'
              and sr.valid @> (at at time zone 'Europe/Helsinki')::date)
        ) order by p.key)
      from access.account_identity i
      join core_data.education_provider p on p.education_provider_id = i.education_provider_id
      join core_data.person person on person.education_provider_id = i.education_provider_id and person.person_id = i.person_id
      where i.account_id = s.account_id and person.died_on is null), '[]'))
  from access.session s join access.account a on a.account_id = s.account_id
  where s.token_hash = given_hash and s.expires_at > at and s.idle_expires_at > at and a.closed_at is null
$$;

-- A session in use stays open; written at most once a minute by the server. A program's token is no shorter for being used.
create or replace function access.touch_session(given_hash bytea, at timestamptz, idle interval)
returns void language sql security definer set search_path = '' as $$
  update access.session set last_seen_at = at, idle_expires_at = greatest(idle_expires_at, least(at + idle, expires_at)) where token_hash = given_hash
$$;

revoke all on function access.find_signed_in, access.touch_session from public;
grant execute on function access.find_signed_in, access.touch_session to digione_app;
grant usage on schema access to digione_app;
