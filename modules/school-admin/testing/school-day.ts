import { v7 as uuidv7 } from 'uuid';
import type { Builders, World } from '@digione/app-server/testing';
import { asSystem } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { recordLessonAbsences, type LessonMark } from '../server/index.ts';

/** One school, one class with its teacher and a maths group that meets on Tuesdays at nine. */
export interface SchoolDay {
  readonly town: Builders;
  readonly schoolId: string;
  readonly teacher: string;
  readonly homeroomId: string;
  readonly teachingGroupId: string;
  readonly weeklyLessonId: string;
  readonly types: { readonly illness: string; readonly leave: string; readonly unauthorised: string };
  /** Marks in the register of the lesson on the day, and tells it as the register does. */
  mark(marks: readonly LessonMark[], heldOn?: string): Promise<void>;
  absences(learnerId: string): Promise<Record<string, unknown>[]>;
}

export async function schoolDay(world: World, key: string, learnerIds: (town: Builders) => Promise<readonly string[]>, names: { school?: string; homeroom?: string } = {}): Promise<SchoolDay> {
  const town = await world.provider(key);
  const schoolId = await town.school(names.school ?? 'Koivukoulu');
  const year = await town.schoolYear();
  const teacher = await town.person({ callName: 'Tuula', lastName: 'Opettaja', bornOn: '1980-01-01' });
  await town.position(teacher, 'class-teacher', schoolId);
  const learners = await learnerIds(town);
  for (const learner of learners) await town.studyRight(learner, schoolId);
  const homeroomId = await town.homeroom(schoolId, year, names.homeroom ?? '5B', learners, teacher);
  const subjectId = await town.subject('MA', 'Matematiikka');
  const teachingGroupId = await town.teachingGroup(schoolId, year, '5B MA', learners, teacher, { subjectId, homeroomId });
  const weeklyLessonId = await town.weeklyLesson(schoolId, teachingGroupId, 2, '09:00', '09:45');
  const types = {
    illness: await town.absenceType('illness', 'illness'),
    leave: await town.absenceType('leave', 'leave'),
    unauthorised: await town.absenceType('unauthorised', 'unauthorised', false),
  };
  const { database, bus } = world.server.kernel;
  return {
    town, schoolId, teacher, homeroomId, teachingGroupId, weeklyLessonId, types,
    async mark(marks, heldOn = '2026-11-24') {
      await asSystem('the register of a test', database, { educationProviderId: town.educationProviderId, source: 'test' }, async (tx) => {
        const lesson = { schoolId, weeklyLessonId, heldOn, startsAt: `${heldOn}T07:00:00.000Z`, endsAt: `${heldOn}T07:45:00.000Z`, teachingGroupId };
        const { changed } = await recordLessonAbsences(tx, { ...lesson, actorPersonId: teacher, now: world.clock.iso(), marks });
        await emit(tx, { name: 'absence.marked', payload: { learnerIds: changed.map(({ learnerId }) => learnerId), heldOn } }, null);
        tx.afterCommit(() => bus.poke());
      });
    },
    absences: async (learnerId) =>
      (await database.system.query<Record<string, unknown>>('select * from school_admin.absence where learner_id = $1 order by held_on', [learnerId])).rows,
  };
}

/** A learner of ten, known by name. */
export const child = (town: Builders, callName: string, more: Parameters<Builders['person']>[0] = {}) => town.person({ callName, lastName: 'Koivu', bornOn: '2016-05-05', ...more });

export const adult = (town: Builders, callName: string, more: Parameters<Builders['person']>[0] = {}) => town.person({ callName, lastName: 'Koivu', bornOn: '1985-05-05', ...more });

export async function insertAbsenceNotice(day: SchoolDay, learnerId: string, by: string, during: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = uuidv7();
  await day.town.insert('school_admin.absence_notice', {
    absence_notice_id: id, learner_id: learnerId, absence_type_id: day.types.illness, during, is_whole_days: true, reported_by: by, reported_at: '2026-11-24T05:00:00Z', source: 'test', ...more,
  });
  return id;
}
