import { addDays, isoWeek, startOfWeek } from '@digione/local-date';
import type { GroupPlan, PlanUnit } from '../../contract/index.ts';

type Break = GroupPlan['breaks'][number];

/** One week of the group's school year. */
export interface PlanWeek {
  readonly monday: string;
  readonly week: number;
  /** How many lessons the group has in it. */
  readonly lessons: number;
  /** A holiday in it. */
  readonly holiday: Break['name'] | null;
}

/** The weeks from the group's first lesson to its last, also those without a lesson. */
export function weeksOf({ lessons, breaks }: Pick<GroupPlan, 'lessons' | 'breaks'>): PlanWeek[] {
  const [first, last] = [lessons.at(0), lessons.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: PlanWeek[] = [];
  for (let monday = startOfWeek(first.heldOn); monday <= last.heldOn; monday = addDays(monday, 7)) {
    const friday = addDays(monday, 4);
    weeks.push({
      monday,
      week: isoWeek(monday).week,
      lessons: lessons.filter(({ heldOn }) => heldOn >= monday && heldOn <= addDays(monday, 6)).length,
      holiday: breaks.find(({ startsOn, endsOn }) => startsOn <= friday && endsOn >= monday)?.name ?? null,
    });
  }
  return weeks;
}

/** Where a unit stands on the board: from one week to another, in the first lane that is free there. */
export interface PlacedUnit {
  readonly unit: PlanUnit;
  /** Indices of weeks, both included. */
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

export function placeUnits(units: readonly PlanUnit[], weeks: readonly PlanWeek[]): PlacedUnit[] {
  const ends: number[] = [];
  const indexOf = (day: string) => Math.max(0, weeks.findLastIndex(({ monday }) => monday <= day));
  return units.map((unit) => {
    const held = unit.lessons.flatMap(({ heldOn }) => heldOn ?? []);
    const from = indexOf(held.at(0) ?? unit.startsOn);
    const to = Math.max(from, indexOf(held.at(-1) ?? unit.startsOn));
    const free = ends.findIndex((end) => end < from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return { unit, from, to, lane };
  });
}

/** The Monday some weeks away on which a unit may begin; undefined outside of the year. */
export function mondayAway(weeks: readonly PlanWeek[], from: number, by: number): string | undefined {
  return weeks[from + by]?.monday;
}
