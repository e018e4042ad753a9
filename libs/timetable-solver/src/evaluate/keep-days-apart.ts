import { UNASSIGNED, type KeepDaysApart, type Meet } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventGroupName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Lessons of a course lie days apart. */
export function* measureKeepDaysApart({ appliesTo, timeGroups, days, allowsDoubles }: KeepDaysApart, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const dayOf = new Map(timeGroups.flatMap((group, day) => timetable.timesIn(group).map((time) => [time, day])));
  for (const eventGroup of appliesTo.eventGroups) {
    const meets = (instance.eventGroups[eventGroup]?.events ?? [])
      .flatMap((event) => timetable.meetsOf(event))
      .flatMap((meet) => {
        const day = meet.time === UNASSIGNED ? undefined : dayOf.get(meet.time);
        return day === undefined ? [] : [{ meet, day }];
      })
      .sort((one, other) => one.meet.time - other.meet.time);
    const near = meets
      .flatMap((one, index) => meets.slice(index + 1).map((other) => ({ first: one.meet, second: other.meet, apart: Math.abs(other.day - one.day) })))
      .filter(({ first, second, apart }) => apart < days && !(allowsDoubles && apart === 0 && follows(first, second)));
    if (near.length === 0) continue;
    yield {
      point: { kind: 'eventGroup', eventGroup },
      deviation: near.reduce((sum, { apart }) => sum + days - apart, 0),
      why: () =>
        near.map(({ first, second, apart }) => ({
          key: 'days-too-near',
          values: { eventGroup: eventGroupName(instance, eventGroup), count: apart, limit: days, first: timeName(instance, first.time), second: timeName(instance, second.time) },
        })),
    };
  }
}

const follows = (one: Meet, other: Meet): boolean => one.time + one.duration === other.time || other.time + other.duration === one.time;
