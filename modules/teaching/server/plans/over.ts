import type { OverFrom } from './coverage.ts';
import { firstIndex } from './place.ts';

/** A lesson that repeats weekly from a day to another, the latter not included. */
export interface WeeklyLesson {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  /** On its weekday it has ended by now. */
  readonly isOverToday: boolean;
}

/** How many lessons are over from a day on, without listing them: each weekly lesson has as many as its weekday has had school days. */
export function overByWeekday(weekly: readonly WeeklyLesson[], schoolDays: ReadonlyMap<number, readonly string[]>, today: string): OverFrom {
  const count = (days: readonly string[], from: string, to: string) => Math.max(0, before(days, to) - before(days, from));
  return (day) => {
    let over = 0;
    for (const lesson of weekly) {
      const days = schoolDays.get(lesson.weekday) ?? [];
      const from = lesson.from > day ? lesson.from : day;
      over += count(days, from, lesson.to < today ? lesson.to : today);
      if (lesson.isOverToday && from <= today && today < lesson.to && days.includes(today)) over += 1;
    }
    return over;
  };
}

/** How many of the days lie before a day. */
const before = (days: readonly string[], day: string): number => firstIndex(days.length, (index) => days[index], day);
