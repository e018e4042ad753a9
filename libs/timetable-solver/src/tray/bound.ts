import type { Instance } from '../model/index.ts';
import { readTray } from './problem.ts';

/**
 * A number of choices that no timetable of the tray can exceed: a learner has at most as many seats as there are slots, a set of
 * sections at most as many as have room in it. The true best may be lower.
 * @throws Error where the instance is no tray
 */
export function boundChoices(instance: Instance): number {
  const { choices, choicesOf, isAway, room, slots } = readTray(instance);
  const byLearner = choicesOf.reduce((sum, own, learner) => {
    const away = isAway.subarray(learner * slots, (learner + 1) * slots).reduce((count, one) => count + one, 0);
    return sum + Math.min(own.length, slots - away);
  }, 0);
  // Choices of the same sections; sets that overlap are each bound by all the room they name, which only loosens the bound.
  const courses = new Map<string, { wanted: number; room: number }>();
  for (const { sections } of choices) {
    const key = sections.join(' ');
    const course = courses.get(key) ?? { wanted: 0, room: sections.reduce((sum, section) => sum + (room[section] ?? 0), 0) };
    courses.set(key, { ...course, wanted: course.wanted + 1 });
  }
  const byCourse = [...courses.values()].reduce((sum, course) => sum + Math.min(course.wanted, course.room), 0);
  return Math.min(byLearner, byCourse);
}
