import { UNASSIGNED, type Choice, type Instance, type Meet, type Solution } from '../model/index.ts';

/**
 * A solution seen from the resources' side: who is busy when. Made once per evaluation; constraints read it. What runs past the last
 * time is not seen by anyone.
 */
export class Timetable {
  readonly instance: Instance;
  readonly solution: Solution;
  /** Lessons at a time, by resource × number of times + time. */
  readonly #lessons: Uint16Array;
  readonly #workload: Float64Array;

  /** @throws RangeError where the solution's shape is not the instance's */
  constructor(instance: Instance, solution: Solution) {
    this.instance = instance;
    this.solution = solution;
    this.#lessons = new Uint16Array(instance.resources.length * instance.times.length);
    this.#workload = new Float64Array(instance.resources.length);
    if (solution.events.length !== instance.events.length) throw new RangeError(`the solution has ${solution.events.length} events, the instance ${instance.events.length}`);
    for (const [event, { id, duration }] of instance.events.entries()) {
      const meets = this.meetsOf(event);
      const sum = meets.reduce((total, meet) => total + meet.duration, 0);
      if (sum !== duration) throw new RangeError(`the meets of event ${id} last ${sum} times, its duration is ${duration}`);
      for (const meet of meets) this.#place(event, meet);
    }
    if (solution.seats !== undefined && solution.seats.length !== (instance.choices?.length ?? 0)) throw new RangeError(`the solution has ${solution.seats.length} seats, the instance ${instance.choices?.length ?? 0} choices`);
    for (const { choice, event } of this.listSeats()) {
      if (!choice.events.includes(event)) throw new RangeError(`event ${this.eventAt(event).id} meets no choice of ${instance.resources[choice.resource]?.id}`);
      for (const meet of this.meetsOf(event)) this.#occupy(choice.resource, meet);
    }
  }

  #occupy(resource: number, meet: Meet): void {
    for (const time of this.timesOf(meet)) this.#lessons[resource * this.instance.times.length + time] = this.lessonsAt(resource, time) + 1;
  }

  /** @returns the choices that are met and the event each has a seat in */
  *listSeats(): Generator<{ readonly choice: Choice; readonly event: number }> {
    for (const [index, choice] of (this.instance.choices ?? []).entries()) {
      const event = this.solution.seats?.[index] ?? UNASSIGNED;
      if (event !== UNASSIGNED) yield { choice, event };
    }
  }

  #place(event: number, meet: Meet): void {
    const { resources, duration, workload, id } = this.eventAt(event);
    if (meet.resources.length !== resources.length) throw new RangeError(`a meet of event ${id} has ${meet.resources.length} resources, the event ${resources.length}`);
    for (const [place, resource] of meet.resources.entries()) {
      if (resource === UNASSIGNED) continue;
      // Work is counted whether or not the lesson has a time yet.
      this.#workload[resource] = this.workloadOf(resource) + (meet.duration * (resources[place]?.workload ?? workload ?? duration)) / duration;
      this.#occupy(resource, meet);
    }
  }

  eventAt(event: number): Instance['events'][number] {
    const found = this.instance.events[event];
    if (found === undefined) throw new RangeError(`there is no event ${event}`);
    return found;
  }

  meetsOf(event: number): readonly Meet[] {
    return this.solution.events[event] ?? [];
  }

  /** @returns the times a meet goes on at, none where it has no time */
  *timesOf({ time, duration }: Meet): Generator<number> {
    if (time === UNASSIGNED) return;
    const end = Math.min(time + duration, this.instance.times.length);
    for (let at = time; at < end; at += 1) yield at;
  }

  /** @returns how many lessons a resource has at a time */
  lessonsAt(resource: number, time: number): number {
    return this.#lessons[resource * this.instance.times.length + time] ?? 0;
  }

  /** @returns the events a resource has at a time, one per lesson; walks through all of them */
  listEventsAt(resource: number, time: number): number[] {
    const isOn = (meet: Meet): boolean => meet.time !== UNASSIGNED && meet.time <= time && time < meet.time + meet.duration;
    const taking = this.solution.events.flatMap((meets, event) => meets.flatMap((meet) => (isOn(meet) ? meet.resources.filter((one) => one === resource).map(() => event) : [])));
    const seats = [...this.listSeats()].filter(({ choice }) => choice.resource === resource);
    return [...taking, ...seats.flatMap(({ event }) => this.meetsOf(event).filter(isOn).map(() => event))];
  }

  isBusy(resource: number, time: number): boolean {
    return this.lessonsAt(resource, time) > 0;
  }

  /** @returns those of the times at which a resource is busy, in the same order */
  listBusy(resource: number, times: readonly number[]): number[] {
    return times.filter((time) => this.isBusy(resource, time));
  }

  workloadOf(resource: number): number {
    return this.#workload[resource] ?? 0;
  }

  /** @returns the times of a time group, ascending */
  timesIn(timeGroup: number): readonly number[] {
    return this.instance.timeGroups[timeGroup]?.times ?? [];
  }
}
