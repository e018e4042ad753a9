import { toMinutes } from '@digione/local-date';

/** A lesson, a duty, a booking: anything with a place in the week. */
export interface WeekLesson {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, from included, to excluded. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** Gives the hue: `subjectHue(code)`. */
  readonly subjectCode: string;
  /** Room, teacher, group. */
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
  /** What is unlike the plan: “Sijainen: Mäki”, “Koe”. Cancelled is struck through. */
  readonly note?: string | undefined;
  readonly isCancelled?: boolean;
}

export interface PlacedLesson {
  readonly lesson: WeekLesson;
  /** Rows of the grid, five minutes each, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Side by side with others at the same time: lane 0 … lanes − 1. */
  readonly lane: number;
  readonly lanes: number;
}

export const minutesPerRow = 5;

/**
 * Places one day's lessons on the grid; those that overlap share the width evenly.
 * @param dayStart minutes from midnight of the grid's first row
 */
export function layOutDay(lessons: readonly WeekLesson[], dayStart: number): PlacedLesson[] {
  const sorted = lessons
    .map((lesson) => ({ lesson, from: toMinutes(lesson.from), to: Math.max(toMinutes(lesson.to), toMinutes(lesson.from) + minutesPerRow) }))
    .sort((a, b) => a.from - b.from || b.to - a.to || a.lesson.id.localeCompare(b.lesson.id));
  const placed: PlacedLesson[] = [];
  let cluster: { lesson: WeekLesson; from: number; to: number; lane: number }[] = [];
  let clusterEnd = -Infinity;
  const close = () => {
    const lanes = Math.max(0, ...cluster.map((one) => one.lane + 1));
    for (const one of cluster) placed.push({ lesson: one.lesson, firstRow: rowOf(one.from, dayStart), lastRow: rowOf(one.to, dayStart), lane: one.lane, lanes });
    cluster = [];
  };
  for (const one of sorted) {
    if (one.from >= clusterEnd) close();
    const taken = new Set(cluster.filter((other) => other.to > one.from).map((other) => other.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    cluster.push({ ...one, lane });
    clusterEnd = cluster.length === 1 ? one.to : Math.max(clusterEnd, one.to);
  }
  close();
  return placed;
}

const rowOf = (minutes: number, dayStart: number) => Math.round((minutes - dayStart) / minutesPerRow) + 1;

/** The hours a week needs to show, whole hours around all lessons; at least 8–14 so that an empty week looks like a week. */
export function hoursOf(lessons: readonly WeekLesson[]): { readonly first: number; readonly last: number } {
  const first = Math.min(8, ...lessons.map((lesson) => Math.floor(toMinutes(lesson.from) / 60)));
  const last = Math.max(14, ...lessons.map((lesson) => Math.ceil(toMinutes(lesson.to) / 60)));
  return { first, last };
}
