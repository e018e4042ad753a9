-- The grade book of a teaching group: by what something was shown, and what each learner showed. No mark is computed from it.
create table teaching.evidence_item (
  education_provider_id uuid not null,
  evidence_item_id uuid not null,
  teaching_group_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('test', 'task', 'presentation', 'observation', 'self', 'peer')),
  held_on date not null,
  scale text not null check (scale in ('mark', 'pass', 'level', 'words')),
  -- What each level of a rubric says, the lowest first.
  levels text[] not null default '{}' check (cardinality(levels) <= 9),
  -- Told to people; nothing is computed from it.
  weight_halves int check (weight_halves between 1 and 19),
  -- The edition is named without a foreign key, since it may be the platform's.
  edition_id uuid,
  objective_keys text[] not null default '{}',
  -- Since when the home sees it.
  shared_at timestamptz,
  -- Taken out of the book with what stands in it; can be taken back.
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, evidence_item_id),
  unique (education_provider_id, evidence_item_id, scale),
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  check ((scale = 'level') = (cardinality(levels) > 1)),
  check ((edition_id is null) = (objective_keys = '{}'))
);
create index evidence_item_group on teaching.evidence_item (education_provider_id, teaching_group_id, held_on);
call platform.protect_with_history('teaching.evidence_item');

-- One cell. An emptied cell stays, so that its history is one: who wrote what when is in the row and in platform.row_history.
create table teaching.evidence_value (
  education_provider_id uuid not null,
  evidence_value_id uuid not null,
  evidence_item_id uuid not null,
  learner_id uuid not null,
  -- The item's: a value never stands on a scale it was not given on.
  scale text not null,
  value text,
  words text check (length(words) between 1 and 2000),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, evidence_value_id),
  unique (education_provider_id, evidence_item_id, learner_id),
  foreign key (education_provider_id, evidence_item_id, scale) references teaching.evidence_item (education_provider_id, evidence_item_id, scale) on update cascade,
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, recorded_by) references core_data.person,
  constraint evidence_value_on_scale check (case scale
    when 'mark' then value ~ '^(4[+½]?|[5-9][-+½]?|10[-+]?)$'
    when 'pass' then value in ('S', 'H', 'O')
    when 'level' then value ~ '^[1-9]$'
    else value is null end)
);
create index evidence_value_learner on teaching.evidence_value (education_provider_id, learner_id);
call platform.protect_with_history('teaching.evidence_value');
