import { v7 as uuidv7 } from 'uuid';
import { SECRET_PLACE } from './canaries.ts';
import { TODAY } from './facts.ts';
import type { City } from './insert-city.ts';

const json = (text: string) => JSON.stringify({ fi: text, sv: text, en: text });
/** Tuesday; the world's clock stands at 9.20, so one lesson has been and one is running. */
const LESSONS = [
  { key: 'first', startsAt: '08:00', endsAt: '08:45', at: ['06:00', '06:45'] },
  { key: 'running', startsAt: '09:00', endsAt: '09:45', at: ['07:00', '07:45'] },
] as const;

/** A morning in each group: lessons, a register, absences open and explained, notices, notifications, an import. */
export async function insertSchoolDay(city: City): Promise<void> {
  const { facts, builders, idOf, newId, say } = city;
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => builders.insert(table, row);
  const types = new Map<string, string>();
  for (const [code, category] of [['sairaus', 'illness'], ['loma', 'leave'], ['luvaton', 'unauthorised']] as const) {
    const id = newId('absence', `type ${code}`);
    types.set(code, id);
    await insert('school_admin.absence_type', { absence_type_id: id, code, name: json(say(code)), category, guardian_may_choose: category !== 'unauthorised', source: 'test' });
  }
  for (const group of facts.groups) {
    const school = idOf('school', group.school);
    const teacher = idOf('person', group.teachers[0]?.person ?? '');
    for (const lesson of LESSONS) {
      const id = newId('lesson', `${lesson.key} ${group.key}`);
      await insert('timetable.weekly_lesson', {
        weekly_lesson_id: id,
        school_id: school,
        teaching_group_id: idOf('group', group.key),
        weekday: 2,
        starts_at: lesson.startsAt,
        ends_at: lesson.endsAt,
        room_id: idOf('school', `room of ${group.school}`),
        valid: '[2026-08-01,2027-08-01)',
        source: 'test',
      });
    }
    const lessonId = idOf('lesson', `first ${group.key}`);
    await insert('teaching.lesson_register', {
      lesson_register_id: uuidv7(),
      weekly_lesson_id: lessonId,
      held_on: TODAY,
      school_id: school,
      teaching_group_id: idOf('group', group.key),
      taken_at: `${TODAY}T06:10:00Z`,
      taken_by: teacher,
      topic: say(group.school === 'hidden' ? `${SECRET_PLACE} aihe` : 'murtoluvut'),
      source: 'test',
    });
    for (const { learner, tense } of group.members) {
      if (tense === 'future') continue;
      const common = { learner_id: idOf('person', learner), school_id: school, marked_by: teacher, marked_at: `${TODAY}T06:10:00Z`, kind: 'absent', source: 'test' };
      if (tense === 'now') {
        await insert('school_admin.absence', {
          ...common,
          absence_id: newId('absence', `open ${learner}`),
          held_on: TODAY,
          starts_at: `${TODAY}T06:00:00Z`,
          ends_at: `${TODAY}T06:45:00Z`,
          weekly_lesson_id: lessonId,
          teaching_group_id: idOf('group', group.key),
        });
      }
      await insert('school_admin.absence', {
        ...common,
        absence_id: newId('absence', `explained ${learner}`),
        held_on: '2026-11-17',
        starts_at: '2026-11-17T06:00:00Z',
        ends_at: '2026-11-17T06:45:00Z',
        weekly_lesson_id: lessonId,
        teaching_group_id: idOf('group', group.key),
        absence_type_id: types.get('sairaus'),
        explanation: say('kuumetta'),
        explained_by: teacher,
        explained_at: '2026-11-17T10:00:00Z',
      });
    }
  }
  const notice = async (key: string, learner: string, by: string, during: string) =>
    insert('school_admin.absence_notice', {
      absence_notice_id: newId('notice', key),
      learner_id: idOf('person', learner),
      absence_type_id: types.get('loma'),
      during,
      is_whole_days: true,
      note: say('matka'),
      reported_by: idOf('person', by),
      reported_at: '2026-11-20T10:00:00Z',
      source: 'test',
    });
  const later = (day: number) => `[2026-12-0${day}T22:00:00Z,2026-12-0${day + 1}T22:00:00Z)`;
  await notice("mother's of child", 'child', 'mother', later(1));
  await notice("uncle's of child", 'child', 'unblocked-uncle', later(2));
  await notice("blocked aunt's of child", 'child', 'blocked-aunt', later(3));
  await notice("informed father's of child", 'child', 'informed-father', later(4));
  await notice("office's of child", 'child', 'school-secretary@hill', later(5));
  await notice("new adult's own", 'came-of-age', 'came-of-age', later(1));
  await notice("parent's of new adult", 'came-of-age', 'parent-of-new-adult', later(2));
  await notice("protected mother's", 'protected', 'protected-mother', later(1));
  await notice("at the other school", 'other-school', 'parent-at-other-school', later(1));

  for (const { guardian, learner } of facts.guardianships) {
    await insert('home_school.notification', {
      notification_id: uuidv7(),
      person_id: idOf('person', guardian),
      kind: 'absence.unexplained',
      content: JSON.stringify({ learnerName: say(city.names.get(learner) ?? ''), date: TODAY }),
      link: `/children/${idOf('person', learner)}`,
      about_person_id: idOf('person', learner),
      event_id: uuidv7(),
      created_at: `${TODAY}T06:11:00Z`,
    });
    await builders.pool.query(
      `insert into home_school.unread_count (education_provider_id, person_id, unread) values ($1, $2, 1) on conflict (education_provider_id, person_id) do update set unread = unread_count.unread + 1`,
      [city.educationProviderId, idOf('person', guardian)],
    );
  }
  const counts = { created: 1, changed: 0, unchanged: 0, ended: 0, refused: 0, ignored: 0, skipped: 0 };
  const run = newId('run', 'import');
  await insert('exchange.import_run', {
    import_run_id: run,
    kind: 'people',
    file_name: say('opiskelijat.zip'),
    is_dry_run: true,
    state: 'succeeded',
    started_by: idOf('person', 'main-user'),
    created_at: `${TODAY}T05:00:00Z`,
    finished_at: `${TODAY}T05:01:00Z`,
    report: JSON.stringify({ read: 1, counts, byEntity: { [say('person')]: counts }, problems: { error: 1, warning: 0, notice: 0 }, byCode: {} }),
  });
  await insert('exchange.import_row', { import_run_id: run, row_no: 1, severity: 'error', file: say('users.csv'), line: 2, field: 'email', code: 'bad-value', values: JSON.stringify({ value: say('arvo') }) });
}
