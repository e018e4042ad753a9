import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import { OFFICE, saveRegister } from '../actions.ts';
import type { Member, RegisterRow } from './register.ts';

const provider = sql`(select platform.current_provider())`;

export interface MemberRow extends Member {
  callName: string;
  lastName: string;
  minutes: number | null;
  absenceTypeName: LocalizedText | null;
}

/** The learners of the lesson's group on its date with their exceptions, in the order of a Finnish class list. */
export async function listMembers(tx: Transaction, lesson: { weeklyLessonId: string; heldOn: string }): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName",
      a.kind as absence, a.minutes, t.name as "absenceTypeName"
    from timetable.weekly_lesson l
    join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.teaching_group_id = l.teaching_group_id and m.valid @> ${lesson.heldOn}::date
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = m.learner_id
    left join school_admin.absence a on a.education_provider_id = ${provider} and a.learner_id = m.learner_id
      and a.held_on = ${lesson.heldOn}::date and a.weekly_lesson_id = l.weekly_lesson_id
    left join school_admin.absence_type t on t.education_provider_id = ${provider} and t.absence_type_id = a.absence_type_id
    where l.education_provider_id = ${provider} and l.weekly_lesson_id = ${lesson.weeklyLessonId}::uuid
    order by p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu", p.person_id`.execute(tx.db);
  return rows;
}

const registerColumns = sql`
  r.lesson_register_id as "lessonRegisterId", r.version, r.is_partial as "isPartial", r.marked_present as "markedPresent", r.topic, r.taken_at as "takenAt",
  jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) as "takenBy"`;

/** @param isLocked keeps the register from other writers until the transaction ends */
export async function findRegister(tx: Transaction, lesson: { weeklyLessonId: string; heldOn: string }, isLocked = false): Promise<RegisterRow | undefined> {
  const { rows } = await sql<RegisterRow>`
    select ${registerColumns}
    from teaching.lesson_register r
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = r.taken_by
    where r.education_provider_id = ${provider} and r.weekly_lesson_id = ${lesson.weeklyLessonId}::uuid and r.held_on = ${lesson.heldOn}::date
    ${isLocked ? sql`for update of r` : sql``}`.execute(tx.db);
  return rows[0];
}

/** What the reader may do with the lesson's register beside reading it. */
export async function findRights(tx: Transaction, actor: Actor, weeklyLessonId: string): Promise<{ maySave: boolean }> {
  const { rows } = await sql<{ maySave: boolean }>`
    select coalesce(${allowedFor(actor, saveRegister, sql`${weeklyLessonId}::uuid`)}, false) as "maySave"`.execute(tx.db);
  return rows[0] ?? { maySave: false };
}

/** Begins the register. @returns false when somebody else was first */
export async function insertRegister(
  tx: Transaction,
  lesson: { weeklyLessonId: string; heldOn: string; schoolId: string; teachingGroupId: string },
  register: RegisterRow,
): Promise<boolean> {
  const { rows } = await sql`
    insert into teaching.lesson_register (education_provider_id, lesson_register_id, weekly_lesson_id, held_on, school_id, teaching_group_id,
      taken_at, taken_by, topic, is_partial, marked_present, source)
    values (platform.current_provider(), ${register.lessonRegisterId}, ${lesson.weeklyLessonId}, ${lesson.heldOn}, ${lesson.schoolId}, ${lesson.teachingGroupId},
      ${register.takenAt}, ${register.takenBy.personId}, ${register.topic}, ${register.isPartial}, ${register.markedPresent}::uuid[], 'manual')
    on conflict (education_provider_id, weekly_lesson_id, held_on) do nothing returning 1`.execute(tx.db);
  return rows.length > 0;
}

/** The row is locked already; `saves` makes a version of a save that changed marks alone. @returns the new version */
export async function updateRegister(tx: Transaction, register: RegisterRow): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update teaching.lesson_register set is_partial = ${register.isPartial}, marked_present = ${register.markedPresent}::uuid[], topic = ${register.topic},
      taken_at = ${register.takenAt}, taken_by = ${register.takenBy.personId}, saves = saves + 1
    where education_provider_id = ${provider} and lesson_register_id = ${register.lessonRegisterId} returning version`.execute(tx.db);
  return rows[0]?.version ?? register.version;
}

/** Principals and secretaries of the school: those who watch its day. */
export async function listOfficeOf(tx: Transaction, schoolId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct ra.person_id as "personId" from access.current_role_assignment ra
    where ra.education_provider_id = ${provider} and ra.school_id = ${schoolId} and ra.role = any(${OFFICE}::text[])`.execute(tx.db);
  return rows.map((row) => row.personId);
}
