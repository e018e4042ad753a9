-- Curricula that a provider writes itself on top of a national one: the working copy, and the approvals that made an edition of it.
create table curriculum.draft (
  education_provider_id uuid not null references core_data.education_provider,
  draft_id uuid not null,
  education_form text not null check (education_form in ('pre-primary', 'basic-education', 'adult-basic-education', 'general-upper-secondary', 'preparatory')),
  -- The national edition it stands on. Without a foreign key, since it may be the platform's.
  basis_edition_id uuid not null,
  name jsonb not null,
  -- Whoever has written in it may not approve it.
  needs_another boolean not null default true,
  -- Handed over for approval: nothing is changed then.
  is_submitted boolean not null default false,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, draft_id)
);
call platform.protect_with_history('curriculum.draft');

-- Weekly lessons per year; a row whose hours are null keeps the history of what was there.
create table curriculum.lesson_hours (
  education_provider_id uuid not null,
  lesson_hours_id uuid not null,
  draft_id uuid not null,
  code text not null,
  grade_level int not null check (grade_level between 1 and 9),
  hours float8 check (hours > 0 and hours * 2 = floor(hours * 2)),
  created_at timestamptz not null default platform.now(),
  created_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, lesson_hours_id),
  unique (education_provider_id, draft_id, code, grade_level),
  foreign key (education_provider_id, draft_id) references curriculum.draft
);
call platform.protect_with_history('curriculum.lesson_hours');

-- What the provider writes beside the national curriculum. Never removed from the table: what is taken out can be restored.
create table curriculum.draft_part (
  education_provider_id uuid not null,
  draft_part_id uuid not null,
  draft_id uuid not null,
  kind text not null check (kind in ('objective', 'content', 'text', 'study-unit', 'omission')),
  unit_key text check ((kind = 'study-unit') = (unit_key is null)),
  grade_level int check (grade_level between 1 and 9),
  basis_key text check (kind <> 'omission' or basis_key is not null),
  position int not null,
  code text,
  name jsonb not null,
  body jsonb not null,
  credits float8 check (credits > 0),
  modules text[] not null default '{}',
  subjects text[] not null default '{}',
  is_removed boolean not null default false,
  created_at timestamptz not null default platform.now(),
  created_by uuid,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, draft_part_id),
  foreign key (education_provider_id, draft_id) references curriculum.draft
);
create index draft_part_unit on curriculum.draft_part (education_provider_id, draft_id, unit_key, position);
-- The same thing is left out once.
create unique index draft_part_omission on curriculum.draft_part (education_provider_id, draft_id, unit_key, grade_level, basis_key) nulls not distinct where kind = 'omission' and not is_removed;
call platform.protect_with_history('curriculum.draft_part');

-- A decision: what was approved stands as an edition, which never changes.
create table curriculum.approval (
  education_provider_id uuid not null,
  approval_id uuid not null,
  draft_id uuid not null,
  edition_id uuid not null,
  decision_body text not null,
  decided_on date not null,
  paragraph text not null,
  starts_on date,
  -- As `LessonHours` tells it; null where there is none.
  lesson_hours jsonb,
  approved_at timestamptz not null default platform.now(),
  approved_by uuid,
  primary key (education_provider_id, approval_id),
  unique (education_provider_id, edition_id),
  foreign key (education_provider_id, draft_id) references curriculum.draft,
  foreign key (education_provider_id, edition_id) references curriculum.edition
);
call platform.protect('curriculum.approval', 'select, insert');
