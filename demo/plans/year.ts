import { addDays, contains, lastDay, weekday, type LocalDate } from '@digione/local-date';
import { isSchoolDay, type SchoolYear } from '../calendar/school-year.ts';
import type { Group, Lesson } from '../school/school.ts';
import type { UnitSpec } from './content.ts';

export interface HeldLesson {
  readonly lesson: Lesson;
  readonly day: LocalDate;
}

/** The lessons a group has in the school year, in their order. */
export function lessonsInYear(group: Group, year: SchoolYear): HeldLesson[] {
  const last = lastDay(year.valid);
  if (last === null) return [];
  const held: HeldLesson[] = [];
  for (let day = year.valid.from; day <= last; day = addDays(day, 1)) {
    if (!contains(group.valid, day) || !isSchoolDay(year, day)) continue;
    const ofDay = group.lessons.filter((lesson) => lesson.weekday === weekday(day)).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    for (const lesson of ofDay) held.push({ lesson, day });
  }
  return held;
}

export interface PlacedUnit {
  readonly spec: UnitSpec;
  readonly lessons: readonly HeldLesson[];
}

/** Units one after the other over the year; the last takes what is left. */
export function placeUnits(units: readonly UnitSpec[], lessons: readonly HeldLesson[]): PlacedUnit[] {
  let from = 0;
  return units.flatMap((spec, index) => {
    const isLast = index === units.length - 1;
    const to = isLast ? lessons.length : Math.min(lessons.length, from + Math.max(1, Math.round((spec.tenths * lessons.length) / 10)));
    const own = lessons.slice(from, to);
    from = to;
    return own.length === 0 ? [] : [{ spec, lessons: own }];
  });
}
