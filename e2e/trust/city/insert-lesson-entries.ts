import { v7 as uuidv7 } from 'uuid';
import { SECRET_PLACE } from './canaries.ts';
import { TODAY } from './facts.ts';
import type { City } from './insert-city.ts';

/** Who has said what to whom; the keys are what the oracle judges by. */
export const NOTES: Readonly<Record<string, { learner: string; by: string; group: string; school: string }>> = {
  "teacher's of child": { learner: 'child', by: 'teaches-5a', group: 'math5a', school: 'hill' },
  "substitute's of child": { learner: 'child', by: 'substitutes-5a', group: 'math5a', school: 'hill' },
  "former teacher's of classmate": { learner: 'classmate', by: 'taught-5a', group: 'math5a', school: 'hill' },
  'at the other school': { learner: 'other-school', by: 'teaches-6a', group: 'math6a', school: 'lake' },
  'of the protected': { learner: 'protected', by: 'teaches-4h', group: 'math4h', school: 'hidden' },
};

/** Whose ready phrases there are. */
export const PHRASES: Readonly<Record<string, { by: string } | { school: string }>> = {
  "teacher's own phrase": { by: 'teaches-5a' },
  "colleague's own phrase": { by: 'teaches-6a' },
  "school's phrase": { school: 'hill' },
};

/** What teachers have written down: homework and an exam in each group, words to homes, phrases. */
export async function insertLessonEntries(city: City): Promise<void> {
  const { facts, builders, idOf, newId, say } = city;
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => builders.insert(table, { ...row, source: 'test' });
  for (const group of facts.groups) {
    const teacher = idOf('person', group.teachers[0]?.person ?? '');
    const secret = (text: string) => say(group.school === 'hidden' ? `${SECRET_PLACE} ${text}` : text);
    const ofGroup = { school_id: idOf('school', group.school), teaching_group_id: idOf('group', group.key) };
    for (const dueOn of [TODAY, '2026-12-01']) {
      await insert('teaching.homework', {
        ...ofGroup,
        homework_id: uuidv7(),
        weekly_lesson_id: idOf('lesson', `first ${group.key}`),
        held_on: '2026-11-17',
        text: secret('s. 34'),
        due_on: dueOn,
        given_by: teacher,
        given_at: '2026-11-17T06:40:00Z',
      });
    }
    await insert('teaching.exam', { ...ofGroup, exam_id: uuidv7(), held_on: '2026-12-01', name: secret('koe'), area: secret('luvut 1–3'), set_by: teacher, set_at: '2026-11-17T06:40:00Z' });
  }
  for (const group of [...facts.groups, undefined]) {
    // The last one is a template, open to all schools.
    const planId = uuidv7();
    const teacher = idOf('person', group?.teachers[0]?.person ?? 'teaches-5a');
    const text = say(group?.school === 'hidden' ? `${SECRET_PLACE} suunnitelma` : 'suunnitelma');
    const changed = { changed_by: teacher, changed_at: '2026-08-10T06:40:00Z' };
    await insert('teaching.plan', {
      plan_id: planId,
      school_id: idOf('school', group?.school ?? 'hill'),
      teaching_group_id: group === undefined ? null : idOf('group', group.key),
      school_year_id: city.schoolYearId,
      subject_id: city.subjectId,
      name: text,
      sharing: group === undefined ? 'provider' : 'group',
      made_by: teacher,
      made_at: changed.changed_at,
    });
    const unit = uuidv7();
    await insert('teaching.plan_unit', { plan_unit_id: unit, plan_id: planId, name: text, notes: text, starts_on: '2026-11-17', lesson_count: 4, links: JSON.stringify([{ title: text, url: `https://example.org/${say('sivu')}` }]), ...changed });
    await insert('teaching.plan_lesson', { plan_lesson_id: uuidv7(), plan_unit_id: unit, lesson_no: 1, title: text, notes: text, ...changed });
  }
  for (const [key, { learner, by, group, school }] of Object.entries(NOTES)) {
    await insert('teaching.lesson_note', {
      lesson_note_id: newId('note', key),
      learner_id: idOf('person', learner),
      school_id: idOf('school', school),
      teaching_group_id: idOf('group', group),
      weekly_lesson_id: idOf('lesson', `first ${group}`),
      held_on: TODAY,
      tone: 'positive',
      words: say(school === 'hidden' ? `${SECRET_PLACE} hienoa` : 'hienoa'),
      written_by: idOf('person', by),
      written_at: `${TODAY}T06:40:00Z`,
    });
  }
  for (const [key, phrase] of Object.entries(PHRASES)) {
    await insert('teaching.feedback_phrase', {
      feedback_phrase_id: newId('phrase', key),
      ...('by' in phrase ? { person_id: idOf('person', phrase.by) } : { school_id: idOf('school', phrase.school) }),
      tone: 'positive',
      name: JSON.stringify({ fi: say('hienoa') }),
    });
  }
}
