-- A register that was begun and not finished: some learners are marked, of the others nothing is known. Without this a
-- teacher called away after the first mark would have said that everyone else was present.
alter table teaching.lesson_register
  add column is_partial boolean not null default false,
  -- Whom the teacher has already marked present, while the register is partial.
  add column marked_present uuid[] not null default '{}',
  -- Counts the saves that changed a mark: marks live in school_admin.absence, and the register's version must follow them.
  add column saves int not null default 1,
  add constraint lesson_register_topic check (length(topic) <= 500),
  add constraint lesson_register_marked_present check (is_partial or marked_present = '{}');
