import { addDays, isoWeek, startOfWeek, weekday } from '@digione/local-date';
import type { LocalizedText } from '@digione/platform/contract';
import type { Lesson } from '../../contract/index.ts';
import type { BareLesson } from './own-groups.queries.ts';
import type { GroupOfWeek, SchoolBreak } from './owner.queries.ts';

/** Monday to Sunday of the week a day lies in. */
export function weekOf(day: string): { first: string; last: string; week: number } {
  const first = startOfWeek(day);
  return { first, last: addDays(first, 6), week: isoWeek(first).week };
}

/** Monday to Friday, and Saturday and Sunday when there are lessons, each with the break it lies in. */
export function schoolDays(monday: string, lessons: readonly BareLesson[], breaks: readonly SchoolBreak[]): { date: string; breakName: LocalizedText | null }[] {
  const lastNeeded = Math.max(5, ...lessons.map((lesson) => weekday(lesson.heldOn)));
  return Array.from({ length: lastNeeded }, (_, index) => {
    const date = addDays(monday, index);
    return { date, breakName: breaks.find((one) => one.firstDay <= date && date <= one.lastDay)?.name ?? null };
  });
}

/** Joins each lesson to its group, with the teachers of its day. @throws Error for a lesson of an unknown group */
export function withGroups(lessons: readonly BareLesson[], groups: readonly GroupOfWeek[]): Lesson[] {
  const byId = new Map(groups.map((group) => [group.teachingGroupId, group]));
  return lessons.map((lesson) => {
    const group = byId.get(lesson.teachingGroupId);
    if (group === undefined) throw new Error('A lesson of a group that is not in the week.');
    const teachers = group.teachers
      .filter((teacher) => (teacher.firstDay === null || teacher.firstDay <= lesson.heldOn) && (teacher.lastDay === null || lesson.heldOn <= teacher.lastDay))
      .map(({ personId, callName, lastName, role }) => ({ personId, callName, lastName, role }));
    return { ...lesson, groupName: group.groupName, subject: group.subject, teachers };
  });
}

/** What is left of a lesson when its place is a secret: when and what, not where or with whom. */
export const withoutPlace = (lesson: Lesson): Lesson => ({ ...lesson, groupName: lesson.subject === null ? lesson.groupName : '', roomName: null, teachers: [] });
