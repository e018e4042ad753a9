import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { absenceIdOf } from './absence-id.ts';

export interface LessonMark {
  learnerId: string;
  kind: 'absent' | 'late' | 'left-early' | 'present';
  minutes?: number | null;
  absenceTypeId?: string | null;
}

export interface MarkedLesson {
  actorPersonId: string;
  /** Instant of the marking, ISO 8601. */
  now: string;
  schoolId: string;
  weeklyLessonId: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  teachingGroupId: string;
  marks: readonly LessonMark[];
}

export interface ChangedMark {
  learnerId: string;
  kind: LessonMark['kind'];
  /** Null when the mark was removed. */
  absenceId: string | null;
}

/**
 * Writes what the register of one lesson says of its learners; only exceptions are stored, `present` removes one.
 * What a guardian has told stays: a notice that covers the lesson gives its type, an explanation survives a change of
 * kind, and even a slip of the teacher's finger (absent → present → absent).
 */
export async function recordLessonAbsences(tx: Transaction, lesson: MarkedLesson): Promise<{ changed: ChangedMark[] }> {
  if (lesson.marks.length === 0) return { changed: [] };
  // A learner said twice in one request: the last word counts.
  const lastWords = new Map(lesson.marks.map((mark) => [mark.learnerId, mark]));
  const marks = [...lastWords.values()].map((mark) => ({
    absence_id: absenceIdOf(lesson, mark.learnerId),
    learner_id: mark.learnerId,
    kind: mark.kind,
    minutes: mark.minutes ?? null,
    absence_type_id: mark.absenceTypeId ?? null,
  }));
  const { rows } = await sql<ChangedMark>`
    with mark as materialized (
      select m.absence_id, m.learner_id, m.kind, m.minutes, t.absence_type_id
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(absence_id uuid, learner_id uuid, kind text, minutes int, absence_type_id uuid)
      -- "Unexplained" is the lack of a type, whichever way it is said.
      left join school_admin.absence_type t on t.education_provider_id = (select platform.current_provider())
        and t.absence_type_id = m.absence_type_id and t.category <> 'unexplained'
    ), removed as (
      delete from school_admin.absence a using mark m
      where m.kind = 'present' and a.education_provider_id = (select platform.current_provider()) and a.learner_id = m.learner_id
        and a.held_on = ${lesson.heldOn}::date and a.weekly_lesson_id = ${lesson.weeklyLessonId}::uuid
      returning a.learner_id
    ), saved as (
      insert into school_admin.absence as a (education_provider_id, absence_id, learner_id, school_id, held_on, starts_at, ends_at,
        weekly_lesson_id, teaching_group_id, kind, minutes, absence_type_id, absence_notice_id, marked_by, marked_at,
        explanation, explained_by, explained_at, source)
      select platform.current_provider(), m.absence_id, m.learner_id, ${lesson.schoolId}::uuid, ${lesson.heldOn}::date,
        ${lesson.startsAt}::timestamptz, ${lesson.endsAt}::timestamptz, ${lesson.weeklyLessonId}::uuid, ${lesson.teachingGroupId}::uuid,
        m.kind, m.minutes, coalesce(m.absence_type_id, former.absence_type_id, notice.absence_type_id), notice.absence_notice_id,
        ${lesson.actorPersonId}::uuid, ${lesson.now}::timestamptz, former.explanation, former.explained_by, former.explained_at, 'register'
      from mark m
      left join lateral (
        select n.absence_notice_id, n.absence_type_id from school_admin.absence_notice n
        where n.education_provider_id = (select platform.current_provider()) and n.learner_id = m.learner_id and n.withdrawn_at is null
          and n.during && tstzrange(${lesson.startsAt}::timestamptz, ${lesson.endsAt}::timestamptz)
        order by n.reported_at desc limit 1
      ) notice on true
      left join lateral (
        select (h.before ->> 'absence_type_id')::uuid as absence_type_id, h.before ->> 'explanation' as explanation,
          (h.before ->> 'explained_by')::uuid as explained_by, (h.before ->> 'explained_at')::timestamptz as explained_at
        from platform.row_history h
        where h.education_provider_id = (select platform.current_provider()) and h.row_id = m.absence_id
          and h.table_name = 'school_admin.absence' and h.operation = 'delete'
        order by h.row_history_id desc limit 1
      ) former on former.explained_by is not null
      where m.kind <> 'present'
      on conflict (education_provider_id, learner_id, held_on, weekly_lesson_id) do update
        set kind = excluded.kind, minutes = excluded.minutes, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
          absence_type_id = coalesce((select m.absence_type_id from mark m where m.learner_id = excluded.learner_id), a.absence_type_id, excluded.absence_type_id),
          absence_notice_id = coalesce(a.absence_notice_id, excluded.absence_notice_id)
        where a.kind <> excluded.kind or a.minutes is distinct from excluded.minutes
          or coalesce((select m.absence_type_id from mark m where m.learner_id = excluded.learner_id) <> a.absence_type_id, a.absence_type_id is null and excluded.absence_type_id is not null)
      returning a.learner_id, a.kind, a.absence_id
    )
    select learner_id as "learnerId", 'present' as kind, null as "absenceId" from removed
    union all select learner_id, kind, absence_id from saved`.execute(tx.db);
  return { changed: rows };
}
