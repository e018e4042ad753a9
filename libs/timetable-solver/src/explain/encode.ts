import type { Instance } from '../model/index.ts';
import { Cnf } from './cnf.ts';
import { findDemands, type Demands } from './demands.ts';
import type { Explanation } from './sentences.ts';

/** One rule at one point of application (or one lesson to be placed) that can be switched on and off. */
export interface Member {
  /** True: it must hold. */
  readonly selector: number;
  /** Index of the rule in the instance; undefined for a lesson to be placed. */
  readonly constraint: number | undefined;
  readonly explanation: Explanation;
}

/** A timetable as a formula. Variables are made when first asked for. */
export class Encoding {
  readonly cnf = new Cnf();
  readonly demands: Demands;
  readonly instance: Instance;
  readonly members: Member[] = [];
  readonly #starts = new Map<number, number>();
  readonly #runs = new Map<number, number>();
  readonly #busy = new Map<number, number | undefined>();

  constructor(instance: Instance) {
    this.instance = instance;
    // Times wanted and absences are rules to be named like others: here everything is open.
    this.demands = findDemands({ ...instance, constraints: instance.constraints.filter(({ kind }) => kind === 'splitEvents' || kind === 'assignTime' || kind === 'avoidClashes') });
    for (const event of instance.events.keys()) this.#place(event);
  }

  addMember(constraint: number | undefined, explanation: Explanation): number {
    const selector = this.cnf.newVariable();
    this.members.push({ selector, constraint, explanation });
    return selector;
  }

  /** A lesson has a time; one in pieces goes on at as many times as it lasts, however it falls apart. */
  #place(event: number): void {
    const { duration, name } = this.#eventAt(event);
    const isWhole = this.demands.isWhole[event] === true;
    const needsTime = this.demands.needsTime[event] === true;
    const guard = needsTime ? this.addMember(undefined, { key: 'lesson', values: { event: name } }) : undefined;
    if (isWhole) {
      const starts = this.startsOf(event).map(({ literal }) => literal);
      this.cnf.atMost(undefined, starts, 1);
      if (guard !== undefined) this.cnf.add(guard, starts);
      return;
    }
    const runs = this.instance.times.flatMap((_, time) => this.run(event, time) ?? []);
    this.cnf.atMost(undefined, runs, duration);
    if (guard !== undefined) this.cnf.atLeast(guard, runs, duration);
  }

  #eventAt(event: number): Instance['events'][number] {
    const found = this.instance.events[event];
    if (found === undefined) throw new RangeError(`there is no event ${event}`);
    return found;
  }

  /** Starts of an event that takes place in one piece; none of one in pieces. */
  startsOf(event: number): { time: number; literal: number }[] {
    if (this.demands.isWhole[event] !== true) return [];
    return this.instance.times.flatMap((_, time) => {
      const literal = this.start(event, time);
      return literal === undefined ? [] : [{ time, literal }];
    });
  }

  start(event: number, time: number): number | undefined {
    if (this.demands.isWhole[event] !== true || this.demands.mayStart[event]?.[time] !== 1) return undefined;
    return this.#variable(this.#starts, event, time);
  }

  /** The event goes on at a time. */
  run(event: number, time: number): number | undefined {
    const { duration } = this.#eventAt(event);
    if (this.demands.isWhole[event] !== true) return this.#variable(this.#runs, event, time);
    if (duration === 1) return this.start(event, time);
    const key = event * this.instance.times.length + time;
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const starts = Array.from({ length: duration }, (_, back) => this.start(event, time - back)).flatMap((literal) => literal ?? []);
    if (starts.length === 0) return undefined;
    const any = this.cnf.anyOf(starts);
    this.#runs.set(key, any);
    return any;
  }

  /** A resource given to events has one of them at a time; undefined where it never can. */
  busy(resource: number, time: number): number | undefined {
    const key = resource * this.instance.times.length + time;
    if (this.#busy.has(key)) return this.#busy.get(key);
    const runs = this.runsAt(resource, time);
    const any = runs.length === 0 ? undefined : this.cnf.anyOf(runs);
    this.#busy.set(key, any);
    return any;
  }

  runsAt(resource: number, time: number): number[] {
    return (this.demands.eventsOf[resource] ?? []).flatMap((event) => this.run(event, time) ?? []);
  }

  busyIn(resource: number, times: readonly number[]): number[] {
    return times.flatMap((time) => this.busy(resource, time) ?? []);
  }

  #variable(known: Map<number, number>, event: number, time: number): number {
    const key = event * this.instance.times.length + time;
    const variable = known.get(key) ?? this.cnf.newVariable();
    known.set(key, variable);
    return variable;
  }
}
