import type { Constraint, CostFunction, EventGroup, EventResource, Instance, Limits, Resource, ResourceGroup, Time, TimeGroup } from '../../../model/index.ts';
import { joinBands } from './bands.ts';
import type { FetActivity, FetConstraint, FetSchool } from '../file/school.ts';

/** Resource types of an instance made from a .fet file. */
export const TYPES = { teacher: 0, students: 1, room: 2, course: 3 };

interface DraftEvent {
  /** More than one where they are a band. */
  readonly activities: readonly FetActivity[];
  readonly duration: number;
  readonly resources: EventResource[];
}

type Omitted = 'id' | 'name' | 'isRequired' | 'weight' | 'costFunction';
type WithoutBase<C> = C extends Constraint ? Omit<C, Omitted> : never;

/** A constraint's own part; weight and name come from FET's. */
export type Rule = WithoutBase<Constraint>;

/** An instance while constraints are added to it. FET's break times are left out of its times: nothing can ever take place in them. */
export class Draft {
  readonly school: FetSchool;
  /** Slot (day × hours + hour) of each time. */
  readonly slots: readonly number[];
  readonly events: readonly DraftEvent[];
  readonly #timeOf = new Map<number, number>();
  readonly #eventOf = new Map<number, number>();
  readonly #timeGroups: TimeGroup[] = [];
  readonly #timeGroupOf = new Map<string, number>();
  readonly #resources: Resource[] = [];
  readonly #eventGroups: EventGroup[] = [];
  readonly #resourceGroups: ResourceGroup[] = [];
  readonly #constraints: Constraint[] = [];
  readonly #courses = new Map<string, number>();

  constructor(school: FetSchool, breaks: ReadonlySet<number>) {
    this.school = school;
    this.slots = Array.from({ length: school.days.length * school.hours.length }, (_, slot) => slot).filter((slot) => !breaks.has(slot));
    for (const [time, slot] of this.slots.entries()) this.#timeOf.set(slot, time);
    this.events = joinBands(school).map((activities) => ({ activities, duration: activities[0]?.duration ?? 1, resources: [] }));
    for (const [event, { activities }] of this.events.entries()) for (const { id } of activities) this.#eventOf.set(id, event);
  }

  /** @returns indices of times; breaks among the slots are left out */
  timesAt(slots: readonly number[]): number[] {
    return slots.flatMap((slot) => this.#timeOf.get(slot) ?? []);
  }

  /** @returns indices of events; ids that are switched off are left out */
  eventsOf(ids: readonly number[]): number[] {
    return [...new Set(ids.flatMap((id) => this.#eventOf.get(id) ?? []))].sort((one, other) => one - other);
  }

  /** @returns index of the group of these slots, made when it is new */
  groupTimes(slots: readonly number[], name: string, kind: TimeGroup['kind'] = 'group'): number {
    const times = this.timesAt(slots).sort((one, other) => one - other);
    const key = times.join(' ');
    const known = this.#timeGroupOf.get(key);
    if (known !== undefined) return known;
    const index = this.#timeGroups.push({ id: `tg${this.#timeGroups.length}`, name, kind, times }) - 1;
    this.#timeGroupOf.set(key, index);
    return index;
  }

  addResource(type: number, name: string, more: { readonly site?: number; readonly size?: number } = {}): number {
    return this.#resources.push({ id: `r${this.#resources.length}`, name, type, ...more }) - 1;
  }

  groupEvents(events: readonly number[], name: string, kind: EventGroup['kind'] = 'group'): number {
    return this.#eventGroups.push({ id: `eg${this.#eventGroups.length}`, name, kind, events }) - 1;
  }

  groupResources(resources: readonly number[], type: number, name: string): number {
    return this.#resourceGroups.push({ id: `rg${this.#resourceGroups.length}`, name, type, resources }) - 1;
  }

  /**
   * A resource that is nobody: it takes part in some lessons so that a rule about busy times can be told of them. The same lessons
   * have the same one.
   */
  addCourse(events: readonly number[], name: string): number {
    const key = events.join(' ');
    const known = this.#courses.get(key);
    if (known !== undefined) return known;
    const course = this.addResource(TYPES.course, name);
    this.#courses.set(key, course);
    for (const event of events) this.events[event]?.resources.push({ type: TYPES.course, resource: course });
    return course;
  }

  /**
   * @param constraint FET's, whose weight it has: 100 % is required, less is its own number as weight
   * @param costFunction `step` where FET counts a lesson once however long it is
   */
  add(constraint: FetConstraint, rule: Rule, { name = constraint.kind, costFunction = 'linear' }: { readonly name?: string; readonly costFunction?: CostFunction } = {}): void {
    if (constraint.weight <= 0) return;
    const isRequired = constraint.weight >= 100;
    const weight = isRequired ? 1 : Math.max(1, Math.round(constraint.weight));
    this.#constraints.push({ ...rule, id: `c${this.#constraints.length}`, name, isRequired, weight, costFunction: isRequired ? 'linear' : costFunction });
  }

  build(): Instance {
    const { school } = this;
    const times = this.slots.map((slot): Time => {
      const [day, hour] = [school.days[Math.floor(slot / school.hours.length)] ?? '', school.hours[slot % school.hours.length] ?? ''];
      return { id: `t${slot}`, name: `${day} ${hour}` };
    });
    return {
      id: school.institution === '' ? 'fet' : school.institution,
      name: school.institution,
      about: { description: `From a file of FET ${school.version}` },
      times,
      timeGroups: this.#timeGroups,
      resourceTypes: ['Teacher', 'Students', 'Room', 'Course'].map((name) => ({ id: name, name })),
      resources: this.#resources,
      resourceGroups: this.#resourceGroups,
      events: this.events.map(({ activities, duration, resources }) => ({
        id: activities.map(({ id }) => id).join('+'),
        name: [...new Set(activities.map(nameOf))].join(' / '),
        duration,
        resources,
      })),
      eventGroups: this.#eventGroups,
      constraints: this.#constraints,
      sites: [...new Set([...school.rooms.values()].map(({ building }) => building).filter((building) => building !== ''))].map((name) => ({ id: name, name })),
    };
  }
}

const nameOf = ({ subject, students }: FetActivity): string => [subject, students.join('+')].filter((part) => part !== '').join(' ');

export const atMost = (maximum: number): Limits => ({ minimum: 0, maximum });
export const atLeast = (minimum: number): Limits => ({ minimum, maximum: Infinity });
