import { listResourcePoints, UNASSIGNED, type Meet, type OrderChoices } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** A course is taken before the one that builds on it. */
export function* measureOrderChoices({ appliesTo, pairs, timeGroups }: OrderChoices, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const seats = new Map<number, number[]>();
  for (const { choice, event } of timetable.listSeats()) seats.set(choice.resource, [...(seats.get(choice.resource) ?? []), event]);
  const periodOf = timeGroups === undefined ? undefined : mapPeriods(timeGroups, timetable);
  const courses = pairs.map(({ firstCourse, secondCourse }) => ({ first: sectionsOf(firstCourse, timetable), second: sectionsOf(secondCourse, timetable) }));
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const taken = seats.get(resource) ?? [];
    const wrong = courses.flatMap(({ first, second }) => {
      const [before, after] = [taken.find((event) => first.has(event)), taken.find((event) => second.has(event))];
      return before === undefined || after === undefined || !overtakes(timetable.meetsOf(after), timetable.meetsOf(before), periodOf) ? [] : [{ before, after }];
    });
    if (wrong.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: wrong.length,
      why: () =>
        wrong.map(({ before, after }) => ({
          key: 'wrong-order',
          values: { resource: resourceName(instance, resource), first: eventName(instance, before), second: eventName(instance, after) },
        })),
    };
  }
}

const sectionsOf = (course: number, { instance }: Timetable): ReadonlySet<number> => new Set(instance.eventGroups[course]?.events);

/** @returns per time the period it is in */
const mapPeriods = (timeGroups: readonly number[], timetable: Timetable): ReadonlyMap<number, number> => new Map(timeGroups.flatMap((group, period) => timetable.timesIn(group).map((time) => [time, period] as const)));

/** Whether the later section begins before the earlier one has ended, or in a period that is not later. */
function overtakes(later: readonly Meet[], earlier: readonly Meet[], periodOf: ReadonlyMap<number, number> | undefined): boolean {
  if ([...later, ...earlier].some(({ time }) => time === UNASSIGNED)) return false;
  if (periodOf !== undefined) {
    const [first, last] = [later, earlier].map((meets) => meets.map(({ time }) => periodOf.get(time) ?? 0));
    return Math.min(...(first ?? [])) <= Math.max(...(last ?? []));
  }
  return Math.min(...later.map(({ time }) => time)) < Math.max(...earlier.map(({ time, duration }) => time + duration));
}
