import { listEventPoints, type KeepTimetable, type Meet } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** A timetable people live by changes little. */
export function* measureKeepTimetable({ appliesTo, given, countsResources }: KeepTimetable, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const event of listEventPoints(instance, appliesTo)) {
    const before = mapTimes(given[event] ?? [], timetable);
    if (before.size === 0) continue;
    const now = [...mapTimes(timetable.meetsOf(event), timetable)];
    const moved = now.filter(([time]) => !before.has(time));
    const changed = countsResources ? now.filter(([time, meet]) => before.has(time) && !hasSamePeople(meet, before.get(time))) : [];
    if (moved.length + changed.length === 0) continue;
    const values = (time: number) => ({ event: eventName(instance, event), time: timeName(instance, time) });
    yield {
      point: { kind: 'event', event },
      deviation: moved.length + changed.length,
      why: () => [
        ...moved.map(([time]) => ({ key: 'moved' as const, values: values(time) })),
        ...changed.map(([time]) => ({ key: 'other-people' as const, values: values(time) })),
      ],
    };
  }
}

/** The meet that goes on at each time; the first, where an event overlaps itself. */
function mapTimes(meets: readonly Meet[], timetable: Timetable): Map<number, Meet> {
  const map = new Map<number, Meet>();
  for (const meet of meets) for (const time of timetable.timesOf(meet)) if (!map.has(time)) map.set(time, meet);
  return map;
}

const hasSamePeople = ({ resources }: Meet, other: Meet | undefined): boolean => resources.every((resource, place) => resource === other?.resources[place]);
