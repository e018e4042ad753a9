import { addDays, isoWeek, startOfWeek, weekday } from '@digione/local-date';
import type { LocalizedText } from '@digione/platform/contract';
import type { LessonRow } from '../lessons/lessons.queries.ts';
import type { SchoolBreak } from './owner.queries.ts';

/** Monday and Sunday of the week a day lies in. */
export function daysOfWeek(day: string): { monday: string; sunday: string; week: number } {
  const monday = startOfWeek(day);
  return { monday, sunday: addDays(monday, 6), week: isoWeek(monday).week };
}

/** Monday to Friday, and Saturday and Sunday when there are lessons, each with the break it lies in. */
export function schoolDays(monday: string, lessons: readonly LessonRow[], breaks: readonly SchoolBreak[]): { date: string; breakName: LocalizedText | null }[] {
  const lastNeeded = Math.max(5, ...lessons.map((lesson) => weekday(lesson.heldOn)));
  return Array.from({ length: lastNeeded }, (_, index) => {
    const date = addDays(monday, index);
    return { date, breakName: breaks.find((one) => one.firstDay <= date && date <= one.lastDay)?.name ?? null };
  });
}

/** What is left of a lesson when its place is a secret: when and what, not where or with whom. */
export const withoutPlace = <L extends LessonRow>(lesson: L): L => ({ ...lesson, groupName: lesson.subject === null ? lesson.groupName : '', roomName: null, teachers: [] });
