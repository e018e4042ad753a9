-- Certificates: what is printed on them, who signed them off, and the document itself, kept as it was given.

-- How a provider's certificates look and who signs: data in versions. A certificate names the version it was printed by.
create table school_admin.certificate_template (
  education_provider_id uuid not null references core_data.education_provider,
  certificate_template_id uuid not null,
  number int not null check (number > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- PNG or JPEG.
  logo bytea check (length(logo) <= 300000),
  created_at timestamptz not null default platform.now(),
  created_by uuid,
  source text not null,
  primary key (education_provider_id, certificate_template_id),
  unique (education_provider_id, number),
  foreign key (education_provider_id, created_by) references core_data.person
);
call platform.protect('school_admin.certificate_template', 'select, insert');

create table school_admin.certificate (
  education_provider_id uuid not null,
  certificate_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  homeroom_id uuid,
  kind text not null check (kind in ('school-year', 'interim', 'leaving', 'resignation', 'upper-secondary', 'upper-secondary-resignation', 'transcript')),
  -- `fi-sv` is one certificate in both; `en` is an extract of one given in Finnish or Swedish.
  language text not null check (language in ('fi', 'sv', 'fi-sv', 'en')),
  state text not null default 'draft' check (state in ('draft', 'discarded', 'issued', 'replaced')),
  -- What is printed, less the identity code, which is read when it is printed. See CertificateContent in the contract.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  issued_on date not null,
  -- Since when it is given: all of these or none.
  number text check (number ~ '^[0-9]{4}-[0-9]{6}$'),
  certificate_template_id uuid,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz,
  issued_by uuid,
  -- The certificate that this one corrects.
  replaces_certificate_id uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, certificate_id),
  unique (education_provider_id, number),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, school_year_id) references core_data.school_year,
  foreign key (education_provider_id, homeroom_id) references core_data.homeroom,
  foreign key (education_provider_id, certificate_template_id) references school_admin.certificate_template,
  foreign key (education_provider_id, issued_by) references core_data.person,
  foreign key (education_provider_id, replaces_certificate_id) references school_admin.certificate,
  constraint certificate_is_given_or_not check (
    case when state in ('draft', 'discarded') then num_nonnulls(number, sha256, issued_at, issued_by) = 0 else num_nonnulls(number, sha256, issued_at, issued_by) = 4 end)
);
create index certificate_learner on school_admin.certificate (education_provider_id, learner_id);
create index certificate_homeroom on school_admin.certificate (education_provider_id, homeroom_id, kind);
-- One draft at a time, and one certificate in force: a correction takes the place of the one before.
create unique index certificate_one_draft on school_admin.certificate (education_provider_id, learner_id, school_id, school_year_id, kind, language) where state = 'draft';
create unique index certificate_one_replacement on school_admin.certificate (education_provider_id, replaces_certificate_id) where replaces_certificate_id is not null and state <> 'discarded';
call platform.protect_with_history('school_admin.certificate');

-- A certificate that was given never changes; all that may still be said of it is that another has taken its place.
create function school_admin.keep_certificate() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('issued', 'replaced') then raise exception 'a certificate that was given is kept' using errcode = '23514'; end if;
    return old;
  end if;
  if old.state in ('issued', 'replaced') and (new.state not in ('issued', 'replaced') or to_jsonb(new) - '{state,version,source}'::text[] <> to_jsonb(old) - '{state,version,source}'::text[]) then
    raise exception 'a certificate that was given is kept' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger a_keep_certificate before update or delete on school_admin.certificate for each row execute function school_admin.keep_certificate();

-- The document as it was given. In the database, so that the tenant's wall, the backups and the certificate's own transaction hold for it.
create table school_admin.certificate_file (
  education_provider_id uuid not null,
  certificate_id uuid not null,
  pdf bytea not null,
  primary key (education_provider_id, certificate_id),
  foreign key (education_provider_id, certificate_id) references school_admin.certificate
);
call platform.protect('school_admin.certificate_file', 'select, insert');

-- The last number of each year; a row of its own, so that no number is given twice and none is left out.
create table school_admin.certificate_counter (
  education_provider_id uuid not null references core_data.education_provider,
  year int not null,
  last int not null,
  primary key (education_provider_id, year)
);
call platform.protect('school_admin.certificate_counter', 'select, insert, update');
