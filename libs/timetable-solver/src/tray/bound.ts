import type { Instance } from '../model/index.ts';
import { readTray, type TrayProblem } from './problem.ts';

/**
 * A number of choices that no timetable of the tray can exceed: a learner has at most as many seats as courses can be put into
 * different slots, a course at most as many as its sections have room; both at once by a greatest flow. The true best may be lower,
 * as sections are not bound to one slot here.
 * @throws Error where the instance is no tray
 */
export function boundChoices(instance: Instance): number {
  const problem = readTray(instance);
  const limits = problem.choicesOf.map((_, learner) => countSeparable(problem, learner));
  // Choices of the same sections; sets that overlap are each bound by all the room they name, which only loosens the bound.
  const courses = new Map<string, { index: number; room: number }>();
  const courseOf = problem.choices.map(({ sections }) => {
    const key = sections.join(' ');
    const course = courses.get(key) ?? { index: courses.size, room: sections.reduce((sum, section) => sum + (problem.room[section] ?? 0), 0) };
    courses.set(key, course);
    return course.index;
  });
  return countFlow(problem, limits, courseOf, [...courses.values()].map(({ room }) => room));
}

/** The most of a learner's choices that have slots of their own: a greatest matching by augmenting paths. */
function countSeparable({ choices, choicesOf, allowed, isAway, slots }: TrayProblem, learner: number): number {
  const holder = new Int32Array(slots).fill(-1);
  const place = (choice: number, seen: Uint8Array): boolean => {
    for (let slot = 0; slot < slots; slot += 1) {
      if (seen[slot] === 1 || isAway[learner * slots + slot] === 1) continue;
      if (choices[choice]?.sections.some((section) => allowed[section * slots + slot] === 1) !== true) continue;
      seen[slot] = 1;
      const before = holder[slot] ?? -1;
      if (before !== -1 && !place(before, seen)) continue;
      holder[slot] = choice;
      return true;
    }
    return false;
  };
  return (choicesOf[learner] ?? []).filter((choice) => place(choice, new Uint8Array(slots))).length;
}

/** The most choices that keep the limits of learners and the room of courses. */
function countFlow({ choices, choicesOf }: TrayProblem, limits: readonly number[], courseOf: readonly number[], room: readonly number[]): number {
  const takers = room.map(() => new Set<number>());
  const takenBy = Int32Array.from(limits, () => 0);
  const isTaken = new Uint8Array(choices.length);
  /** Courses from which no way leads to free room, now or later. */
  const isDead = new Uint8Array(room.length);
  const learnerOf = (choice: number): number => choices[choice]?.learner ?? 0;
  /** Takes a choice; where its course is full another learner takes a choice of another course instead. */
  const take = (choice: number, seen: Set<number>): boolean => {
    const course = courseOf[choice] ?? 0;
    if (seen.has(course) || isDead[course] === 1) return false;
    seen.add(course);
    if ((takers[course]?.size ?? 0) >= (room[course] ?? 0)) {
      const leaving = [...(takers[course] ?? [])].find((other) => (choicesOf[learnerOf(other)] ?? []).some((instead) => isTaken[instead] === 0 && take(instead, seen)));
      if (leaving === undefined) return false;
      takers[course]?.delete(leaving);
      isTaken[leaving] = 0;
    }
    takers[course]?.add(choice);
    isTaken[choice] = 1;
    return true;
  };
  for (const [learner, limit] of limits.entries()) {
    for (const choice of choicesOf[learner] ?? []) {
      if ((takenBy[learner] ?? 0) >= limit) break;
      // Who gives way takes another choice instead: only this learner's count changes.
      if (isTaken[choice] === 1) continue;
      const seen = new Set<number>();
      if (take(choice, seen)) takenBy[learner] = (takenBy[learner] ?? 0) + 1;
      else for (const course of seen) isDead[course] = 1;
    }
  }
  return takenBy.reduce((sum, count) => sum + count, 0);
}
