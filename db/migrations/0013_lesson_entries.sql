-- What a teacher writes down of a lesson beside its register: homework, exams, words to the home. Nothing is deleted: what was
-- written by mistake is removed by a mark, and the history keeps what stood there before and who changed it.
create table teaching.homework (
  education_provider_id uuid not null,
  homework_id uuid not null,
  school_id uuid not null,
  teaching_group_id uuid not null,
  -- The lesson in which it was given.
  weekly_lesson_id uuid not null,
  held_on date not null,
  text text not null check (length(text) between 1 and 2000),
  due_on date not null,
  given_by uuid not null,
  given_at timestamptz not null,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, homework_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, weekly_lesson_id) references timetable.weekly_lesson,
  foreign key (education_provider_id, given_by) references core_data.person,
  check (due_on >= held_on)
);
create index homework_group on teaching.homework (education_provider_id, teaching_group_id, due_on) where removed_at is null;
create index homework_lesson on teaching.homework (education_provider_id, weekly_lesson_id, held_on);
call platform.protect_with_history('teaching.homework');

create table teaching.exam (
  education_provider_id uuid not null,
  exam_id uuid not null,
  school_id uuid not null,
  teaching_group_id uuid not null,
  held_on date not null,
  name text not null check (length(name) between 1 and 200),
  -- What to read for it.
  area text check (length(area) <= 2000),
  set_by uuid not null,
  set_at timestamptz not null,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, exam_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, set_by) references core_data.person
);
create index exam_group on teaching.exam (education_provider_id, teaching_group_id, held_on) where removed_at is null;
call platform.protect_with_history('teaching.exam');

-- Feedback and notes of one learner in one lesson, read by the learner and the home.
create table teaching.lesson_note (
  education_provider_id uuid not null,
  lesson_note_id uuid not null,
  learner_id uuid not null,
  school_id uuid not null,
  teaching_group_id uuid not null,
  weekly_lesson_id uuid not null,
  held_on date not null,
  tone text not null check (tone in ('positive', 'neutral')),
  -- The phrase as it read when it was chosen, {fi, sv, en}.
  phrase jsonb check (jsonb_typeof(phrase) = 'object'),
  words text check (length(words) between 1 and 1000),
  written_by uuid not null,
  written_at timestamptz not null,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, lesson_note_id),
  foreign key (education_provider_id, learner_id) references core_data.person,
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, teaching_group_id) references core_data.teaching_group,
  foreign key (education_provider_id, weekly_lesson_id) references timetable.weekly_lesson,
  foreign key (education_provider_id, written_by) references core_data.person,
  check (phrase is not null or words is not null)
);
create index lesson_note_learner on teaching.lesson_note (education_provider_id, learner_id, held_on) where removed_at is null;
create index lesson_note_lesson on teaching.lesson_note (education_provider_id, weekly_lesson_id, held_on);
call platform.protect_with_history('teaching.lesson_note');

-- Ready phrases: a school's, or one teacher's own.
create table teaching.feedback_phrase (
  education_provider_id uuid not null,
  feedback_phrase_id uuid not null,
  school_id uuid,
  person_id uuid,
  tone text not null check (tone in ('positive', 'neutral')),
  name jsonb not null check (jsonb_typeof(name) = 'object'),
  sort_order int not null default 0,
  removed_at timestamptz,
  source text not null,
  version int not null default 1,
  primary key (education_provider_id, feedback_phrase_id),
  foreign key (education_provider_id, school_id) references core_data.school,
  foreign key (education_provider_id, person_id) references core_data.person,
  check (num_nonnulls(school_id, person_id) = 1)
);
create index feedback_phrase_school on teaching.feedback_phrase (education_provider_id, school_id) where removed_at is null;
create index feedback_phrase_person on teaching.feedback_phrase (education_provider_id, person_id) where removed_at is null;
call platform.protect_with_history('teaching.feedback_phrase');
