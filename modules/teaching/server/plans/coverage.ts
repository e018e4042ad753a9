import type { ObjectiveState } from '../../contract/index.ts';
import { firstFrom, type HeldLesson, type Placed } from './place.ts';

export interface CoveringUnit extends Placed {
  readonly objectiveKeys: readonly string[];
  /** Lessons that are planned for fewer objectives than the unit's. */
  readonly lessons: readonly { readonly lessonNo: number; readonly objectiveKeys: readonly string[] }[];
}

export interface Covered {
  lessons: number;
  over: number;
}

/** How many of a group's lessons from a day on are over. */
export type OverFrom = (day: string) => number;

/** The same from the lessons themselves, in their order. */
export const overAmong =
  (lessons: readonly Pick<HeldLesson, 'heldOn' | 'isOver'>[]): OverFrom =>
  (day) =>
    lessons.slice(firstFrom(lessons, day)).filter(({ isOver }) => isOver).length;

/**
 * How many lessons have each objective, and how many of them are over. A lesson without objectives of its own has all of
 * its unit's; one that does not fit into the year counts as planned.
 */
export function coverage(units: readonly CoveringUnit[], overFrom: OverFrom): Map<string, Covered> {
  const found = new Map<string, Covered>();
  for (const unit of units) {
    const over = overFrom(unit.startsOn);
    const own = new Map(unit.lessons.filter(({ objectiveKeys }) => objectiveKeys.length > 0).map((lesson) => [lesson.lessonNo, lesson.objectiveKeys]));
    for (let lessonNo = 1; lessonNo <= unit.lessonCount; lessonNo += 1) {
      const isOver = lessonNo <= over;
      for (const key of own.get(lessonNo) ?? unit.objectiveKeys) {
        const covered = found.get(key) ?? { lessons: 0, over: 0 };
        covered.lessons += 1;
        if (isOver) covered.over += 1;
        found.set(key, covered);
      }
    }
  }
  return found;
}

export const stateOf = (covered: Covered | undefined): ObjectiveState => (covered === undefined ? 'missing' : covered.over > 0 ? 'taught' : 'planned');

/** Objectives of a year in numbers: taught ones are planned as well. */
export function countStates(objectiveKeys: readonly string[], covered: ReadonlyMap<string, Covered>): { objectives: number; planned: number; taught: number } {
  const states = objectiveKeys.map((key) => stateOf(covered.get(key)));
  return { objectives: states.length, planned: states.filter((state) => state !== 'missing').length, taught: states.filter((state) => state === 'taught').length };
}
