import type { Constraint } from '../../model/index.ts';
import { faultAt, type XmlElement } from '../xml/index.ts';
import type { EventNames } from './read-events.ts';
import type { ResourceNames } from './read-resources.ts';
import type { TimeNames } from './read-times.ts';

/**
 * What a small hostile file could ask for: whoever names a large group many times writes little and makes much. The largest instances
 * of the archive stay below a hundredth of these.
 */
const MOST = {
  /** Who is busy when is held as a table of resources × times. */
  table: 50_000_000,
  /** People and rooms of all events together. */
  places: 2_000_000,
  /** The search holds what a start costs by event, length and start. */
  starts: 50_000_000,
  /** Points of application of all constraints together, each for its time groups. */
  points: 5_000_000,
} as const;

/** @throws XmlError where there are more resources × times than any school has */
export function limitTable(element: XmlElement, { times }: TimeNames, { resources }: ResourceNames): void {
  if (times.items.length * resources.items.length > MOST.table) throw faultAt(element, `${times.items.length} times for ${resources.items.length} resources are too many`);
}

/** @throws XmlError where the events up to this one have more people and rooms than any school's */
export function limitPlaces(element: XmlElement, places: number): void {
  if (places > MOST.places) throw faultAt(element, `with this one the events have more than ${MOST.places} people and rooms`);
}

/** @throws XmlError where the events last longer than any school's */
export function limitStarts(element: XmlElement, { times }: TimeNames, { events }: EventNames): void {
  const duration = events.items.reduce((sum, event) => sum + event.duration, 0);
  if (duration * (times.items.length + 1) > MOST.starts) throw faultAt(element, `events that last ${duration} times in all are too many for ${times.items.length} times`);
}

/** Counts the points of constraints as they are read. */
export class PointLimit {
  readonly #names: ResourceNames & EventNames;
  #points = 0;

  constructor(names: ResourceNames & EventNames) {
    this.#names = names;
  }

  /** @throws XmlError where the constraints up to this one have more points than any school's */
  count(element: XmlElement, constraint: Constraint): void {
    const { resourceGroups, eventGroups } = this.#names;
    let points = 1;
    if ('appliesTo' in constraint) {
      const { appliesTo } = constraint;
      if ('events' in appliesTo) points += appliesTo.events.length;
      if ('resources' in appliesTo) points += appliesTo.resources.length + appliesTo.resourceGroups.reduce((sum, group) => sum + (resourceGroups.items[group]?.resources.length ?? 0), 0);
      if ('eventGroups' in appliesTo) points += appliesTo.eventGroups.reduce((sum, group) => sum + (eventGroups.items[group]?.events.length ?? 0), 0);
    }
    this.#points += points * ('timeGroups' in constraint ? Math.max(1, constraint.timeGroups.length) : 1);
    if (this.#points > MOST.points) throw faultAt(element, `with this one the constraints apply at more than ${MOST.points} points`);
  }
}
