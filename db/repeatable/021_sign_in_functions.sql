-- Who a proven identity is here. Runs before there is an account to act as, so each function takes what an identity
-- provider has vouched for and returns ids only.

-- The persons, over all providers, that a vouched-for attribute names. An e-mail address names staff alone: families
-- write theirs themselves, so theirs prove nothing.
create or replace function access.find_persons_by(attribute text, value text, on_day date)
returns table (education_provider_id uuid, person_id uuid) language sql stable security definer set search_path = '' as $$
  select c.education_provider_id, c.person_id
  from core_data.person_identity_code c
  join core_data.person p on p.education_provider_id = c.education_provider_id and p.person_id = c.person_id
  where attribute = 'personalIdentityCode' and c.personal_identity_code = upper(value) and c.is_current and p.died_on is null
  union all
  select p.education_provider_id, p.person_id from core_data.person p
  where attribute = 'learnerNumber' and p.learner_number = value and p.died_on is null
  union all
  select p.education_provider_id, (array_agg(p.person_id))[1] from core_data.person p
  where attribute = 'email' and lower(p.email) = lower(value) and p.died_on is null
    and exists (select from core_data.staff_position s
      where s.education_provider_id = p.education_provider_id and s.person_id = p.person_id and s.valid @> on_day)
  group by p.education_provider_id having count(*) = 1
$$;

-- The account of a login (issuer and subject); null when nobody here is meant. With an attribute, persons it names are
-- joined to the account, so a child who moved to a second city appears at the next sign-in.
create or replace function access.open_account(given_issuer text, given_subject text, attribute text, value text, at timestamptz, provider_key text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  today date := (at at time zone 'Europe/Helsinki')::date;
  found uuid;
  is_closed boolean;
  matched record;
begin
  -- Two first sign-ins of one human at the same moment make one account.
  perform pg_advisory_xact_lock(hashtextextended('access.open_account ' || attribute || ' ' || value, 0));
  select l.account_id, a.closed_at is not null into found, is_closed
  from access.account_login l join access.account a using (account_id)
  where l.issuer = given_issuer and l.subject = given_subject;
  if is_closed then return null; end if;
  if attribute = 'subject' then return found; end if;
  if found is null then
    select i.account_id into found
    from access.find_persons_by(attribute, value, today) m
    join access.account_identity i on i.education_provider_id = m.education_provider_id and i.person_id = m.person_id
    join access.account a on a.account_id = i.account_id and a.closed_at is null
    order by a.created_at, a.account_id limit 1;
    if found is null then
      if not exists (select from access.find_persons_by(attribute, value, today)) then return null; end if;
      found := gen_random_uuid();
      insert into access.account (account_id, created_at) values (found, at);
    end if;
    insert into access.account_login (issuer, subject, account_id, created_at) values (given_issuer, given_subject, found, at);
  end if;
  for matched in select * from access.find_persons_by(attribute, value, today) loop
    insert into access.account_identity (education_provider_id, person_id, account_id, linked_at, source)
    values (matched.education_provider_id, matched.person_id, found, at, 'sign-in:' || provider_key)
    -- Already somebody's, or the account is another person there: a human decides, not a sign-in.
    on conflict do nothing;
  end loop;
  return found;
end $$;

revoke all on function access.find_persons_by, access.open_account from public;
grant execute on function access.open_account to digione_app;
