import { addDays } from '@digione/local-date';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { listAbsencesOfLearners, listNoticesOfLearners } from '@digione/school-admin/server';
import { listLessonsOfLearners } from '@digione/timetable/server';
import type { ChildToday, LessonOfDay } from '../../contract/index.ts';
import { listFamily, type FamilyMember } from './family.queries.ts';

/** Notices of this many days ahead are shown. */
const DAYS_AHEAD = 60;

/** The day of these learners, put together from what each service knows: three queries sent at once. */
export async function withTheirDay(tx: Transaction, actor: Actor, members: readonly FamilyMember[], today: string): Promise<ChildToday[]> {
  if (members.length === 0) return [];
  const learnerIds = members.map(({ learnerId }) => learnerId);
  const [absences, notices, lessons] = await Promise.all([
    listAbsencesOfLearners(tx, actor, learnerIds, today, today),
    listNoticesOfLearners(tx, actor, learnerIds, today, addDays(today, DAYS_AHEAD)),
    listLessonsOfLearners(tx, learnerIds, today),
  ]);
  const of = <T extends { learnerId: string }>(rows: readonly T[], learnerId: string) => rows.filter((row) => row.learnerId === learnerId);
  return members.map(({ isPlaceHidden, ...member }) => ({
    ...member,
    lessons: of(lessons, member.learnerId).map((lesson): LessonOfDay => ({
      weeklyLessonId: lesson.weeklyLessonId,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      subjectName: lesson.subject?.name ?? null,
      subjectCode: lesson.subject?.code ?? null,
      // A group's or a room's name tells the school to who knows the town.
      groupName: isPlaceHidden ? null : lesson.groupName,
      roomName: isPlaceHidden ? null : lesson.roomName,
    })),
    absences: of(absences, member.learnerId).reverse(),
    notices: of(notices, member.learnerId).reverse(),
  }));
}

export const listFamilyToday = async (tx: Transaction, actor: Actor, today: string): Promise<ChildToday[]> => withTheirDay(tx, actor, await listFamily(tx, actor), today);
