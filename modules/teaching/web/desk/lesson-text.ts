import type { TaughtLesson } from '../../contract/index.ts';

/** “Matematiikka”, or the group's name where the group has no subject. */
export const subjectOf = (lesson: Pick<TaughtLesson, 'subject' | 'groupName'>, nameIn: (text: NonNullable<TaughtLesson['subject']>['name']) => string): string =>
  lesson.subject === null ? lesson.groupName : nameIn(lesson.subject.name);

/** Where in the teacher's day we are. */
export type Moment<L> = { kind: 'running' | 'next'; lesson: L } | { kind: 'over' } | { kind: 'free' };

/** How long before a lesson its register is what matters. */
const SOON_MINUTES = 5;

/**
 * The lesson to act on: the running one, or the one that begins within five minutes, else the next of the day.
 * @param time `HH:MM` of the lessons' day
 */
export function momentOf<L extends { startsAt: string; endsAt: string }>(lessons: readonly L[], time: string): Moment<L> {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const now = minutes(time);
  const running = lessons.findLast((lesson) => minutes(lesson.startsAt) - SOON_MINUTES <= now && now < minutes(lesson.endsAt));
  if (running !== undefined) return { kind: 'running', lesson: running };
  const next = lessons.find((lesson) => minutes(lesson.startsAt) > now);
  if (next !== undefined) return { kind: 'next', lesson: next };
  return lessons.length === 0 ? { kind: 'free' } : { kind: 'over' };
}
