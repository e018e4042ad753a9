/** A lesson the group really has. */
export interface HeldLesson {
  readonly weeklyLessonId: string;
  readonly heldOn: string;
  readonly isOver: boolean;
}

/** What places a unit: its first day and how many lessons it takes. */
export interface Placed {
  readonly startsOn: string;
  readonly lessonCount: number;
}

/** Index of the first of some sorted days that is not before a day. */
export function firstIndex(length: number, dayAt: (index: number) => string | undefined, day: string): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dayAt(middle) ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first lesson on or after a day. `lessons` are in their order. */
export const firstFrom = (lessons: readonly Pick<HeldLesson, 'heldOn'>[], day: string): number => firstIndex(lessons.length, (index) => lessons[index]?.heldOn, day);

/** The real lessons of a unit, first to last; undefined where the year has too few. */
export function lessonsOf(unit: Placed, lessons: readonly HeldLesson[]): (HeldLesson | undefined)[] {
  const first = firstFrom(lessons, unit.startsOn);
  return Array.from({ length: unit.lessonCount }, (_, index) => lessons[first + index]);
}

/** The lesson of a unit that is held on a day at a lesson's place; undefined when the unit has none then. */
export function numberOf(unit: Placed, lessons: readonly HeldLesson[], wanted: { weeklyLessonId: string; heldOn: string }): number | undefined {
  const index = lessonsOf(unit, lessons).findIndex((lesson) => lesson?.weeklyLessonId === wanted.weeklyLessonId && lesson.heldOn === wanted.heldOn);
  return index < 0 ? undefined : index + 1;
}
