import { addDays } from '@digione/local-date';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { listAbsencesOfLearners, listNoticesOfLearners } from '@digione/school-admin/server';
import { listLessonsOfLearners } from '@digione/timetable/server';
import type { ChildToday, LessonOfDay } from '../../contract/index.ts';
import { listFamily } from './family.queries.ts';

/** Notices of this many days ahead are shown. */
const DAYS_AHEAD = 60;

/** The actor's family and its day, put together from what each service knows; what is quiet is not asked about. */
export async function listFamilyToday(tx: Transaction, actor: Actor, today: string): Promise<ChildToday[]> {
  const lastDay = addDays(today, DAYS_AHEAD);
  const members = await listFamily(tx, actor, today, lastDay);
  if (members.length === 0) return [];
  const learnerIds = members.map(({ learnerId }) => learnerId);
  const eventful = members.filter(({ hasNews }) => hasNews).map(({ learnerId }) => learnerId);
  const [lessons, absences, notices] = await Promise.all([
    listLessonsOfLearners(tx, learnerIds, today),
    eventful.length === 0 ? [] : listAbsencesOfLearners(tx, actor, eventful, today, today),
    eventful.length === 0 ? [] : listNoticesOfLearners(tx, actor, eventful, today, lastDay),
  ]);
  return members.map(({ learnerId, callName, lastName, relation, place, isPlaceHidden, can }) => ({
    learnerId,
    callName,
    lastName,
    relation,
    place,
    can,
    lessons: of(lessons, learnerId).map((lesson): LessonOfDay => ({
      weeklyLessonId: lesson.weeklyLessonId,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      subjectName: lesson.subject?.name ?? null,
      subjectCode: lesson.subject?.code ?? null,
      // A group's or a room's name tells the school to who knows the town.
      groupName: isPlaceHidden ? null : lesson.groupName,
      roomName: isPlaceHidden ? null : lesson.roomName,
    })),
    absences: of(absences, learnerId).toReversed(),
    notices: of(notices, learnerId).toReversed(),
  }));
}

const of = <T extends { learnerId: string }>(rows: readonly T[], learnerId: string) => rows.filter((row) => row.learnerId === learnerId);
