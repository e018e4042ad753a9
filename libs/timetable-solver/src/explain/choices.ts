import { listEventPoints, listNamedTimes, type Instance } from '../model/index.ts';
import { findDemands, type Demands } from './demands.ts';
import { findCrowded } from './matching.ts';
import { nameSome, type Explanation } from './sentences.ts';

/**
 * Tells by counting alone which choices of learners no tray can meet: more wishes for a course than room in its sections, more courses
 * than bars, courses that share too few bars. Each sentence is a proof; none found does not mean that all can be met.
 */
export function findUnmeetable(instance: Instance): Explanation[] {
  return [...findFullCourses(instance), ...findCrowdedLearners(instance)];
}

/** Wishes for the same sections against the room in them. */
function findFullCourses(instance: Instance): Explanation[] {
  const room = instance.events.map(() => Number.POSITIVE_INFINITY);
  for (const rule of instance.constraints) {
    if (rule.kind !== 'limitSeats' || !rule.isRequired) continue;
    for (const event of listEventPoints(instance, rule.appliesTo)) room[event] = Math.min(room[event] ?? 0, rule.limits.maximum);
  }
  const wanted = new Map<string, { sections: readonly number[]; count: number }>();
  for (const { events } of instance.choices ?? []) {
    const key = events.join(' ');
    wanted.set(key, { sections: events, count: (wanted.get(key)?.count ?? 0) + 1 });
  }
  return [...wanted.values()].flatMap(({ sections, count }): Explanation[] => {
    const seats = sections.reduce((sum, section) => sum + (room[section] ?? 0), 0);
    return count > seats ? [{ key: 'course-full', values: { course: courseName(instance, sections), count, sections: sections.length, room: seats } }] : [];
  });
}

/** Each learner's courses against the bars their sections may be in. */
function findCrowdedLearners(instance: Instance): Explanation[] {
  const { mayStart, isAway, single } = findDemands(instance);
  const own = new Map<number, (readonly number[])[]>();
  for (const { resource, events } of instance.choices ?? []) own.set(resource, [...(own.get(resource) ?? []), events]);
  return [...own].flatMap(([learner, choices]): Explanation[] => {
    if (!single.has(learner)) return [];
    const resource = instance.resources[learner]?.name ?? '';
    const open = [...instance.times.keys()].filter((time) => isAway[learner]?.[time] !== 1);
    if (choices.length > open.length) return [{ key: 'too-many-choices', values: { resource, count: choices.length, free: open.length } }];
    const crowd = findCrowded(
      choices.map(() => 1),
      choices.map((sections) => open.filter((time) => sections.some((section) => mayStart[section]?.[time] === 1))),
    );
    if (crowd === undefined) return [];
    const courses = crowd.items.map((item) => courseName(instance, choices[item] ?? []));
    const times = crowd.places.map((time) => instance.times[time]?.name ?? '');
    return [{ key: 'same-bars', values: { resource, count: courses.length, courses: nameSome(courses), bars: times.length, times: nameSome(times) } }];
  });
}

/** The course whose sections these are, or the sections themselves. */
function courseName({ eventGroups, events }: Instance, sections: readonly number[]): string {
  const course = eventGroups.find((group) => group.kind === 'course' && group.events.length === sections.length && group.events.every((event, at) => event === sections[at]));
  return course?.name ?? nameSome(sections.map((section) => events[section]?.name ?? ''));
}

/** Rooms of a kind that all the bars together have too few of. */
export function findFullHalls({ instance, rules, needsTime }: Demands): Explanation[] {
  return rules.flatMap((rule): Explanation[] => {
    if (rule.kind !== 'limitAttendance' || listNamedTimes(instance, rule.during).length < instance.times.length) return [];
    const using = rule.events.filter(({ event, size }) => size > 0 && needsTime[event] === true);
    const [count, room] = [using.reduce((sum, { event, size }) => sum + size * (instance.events[event]?.duration ?? 0), 0), rule.capacity * instance.times.length];
    return count > room ? [{ key: 'hall-full', values: { count, rule: rule.name, room } }] : [];
  });
}
