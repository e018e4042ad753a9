/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Highs } from 'highs';
import { resize, setResource } from '../changes.ts';
import type { Random } from '../random.ts';
import type { Domains } from '../search/domains.ts';
import type { SearchState } from '../state.ts';
import { restoreSnapshot, takeSnapshot } from '../timetable.ts';
import { Builder, type Placing } from './build.ts';
import { findExpressible, isWhole } from './expressible.ts';

export type ExactSolver = Pick<Highs, 'solve'>;

/** Lessons taken out at first; more as long as the solver is quick. */
const FIRST_SIZE = 40;
const [GROWTH, DECAY] = [1.04, 0.9];
/** Seconds for one neighbourhood. */
const TIME_LIMIT = 2;
/** What counts as quick, as a share of the limit. */
const QUICK = 1 / 3;
/** How many resources are looked at for one more to take out. */
const TRIES = 30;

/** Fixes most of the timetable and asks an exact solver for the best times of the rest: all lessons of a few teachers, or of a few classes. */
export class ExactStage {
  private readonly state: SearchState;
  private readonly random: Random;
  private readonly solver: ExactSolver;
  /** Per type of resource, per resource, its events. */
  private readonly pools: (readonly number[])[][];
  private readonly isExpressible: Uint8Array; // [resource]
  private readonly gap: number;
  private size = FIRST_SIZE;

  constructor(state: SearchState, domains: Domains, random: Random, solver: ExactSolver) {
    this.state = state;
    this.random = random;
    this.solver = solver;
    this.gap = isWhole(state.compiled) ? 0.99 : 1e-6;
    const { layout, resourceCount } = state.compiled;
    const eventsOf = new Map<number, number[]>();
    const { events, isResource } = findExpressible(state.compiled, domains);
    this.isExpressible = isResource;
    for (const event of events) {
      for (const resource of new Set(layout.placeGiven.subarray(layout.eventPlaces[event], layout.eventPlaces[event + 1]))) {
        if (resource !== resourceCount) eventsOf.set(resource, [...(eventsOf.get(resource) ?? []), event]);
      }
    }
    const { begin, items } = layout.typeResources;
    this.pools = Array.from({ length: begin.length - 1 }, (_, type) => [...items.subarray(begin[type], begin[type + 1])].flatMap((resource) => (eventsOf.has(resource) ? [eventsOf.get(resource)!] : []))).filter(
      (pool) => pool.length > 1,
    );
  }

  /** Whether there is anything it could be asked for. */
  get isUseful(): boolean {
    return this.pools.length > 0;
  }

  /** Looks at one neighbourhood, for at most so many seconds. The state becomes better or stays as it is. */
  improve(seconds: number): void {
    const { state, solver } = this;
    const events = this.pick();
    const builder = new Builder(state, events, this.isExpressible);
    const programme = builder.build();
    if (programme === undefined) return;
    const began = performance.now();
    const { Status, Columns } = solver.solve(programme, { time_limit: Math.min(TIME_LIMIT, seconds), mip_rel_gap: 0, mip_abs_gap: this.gap, output_flag: false });
    const isOptimal = Status === 'Optimal';
    if (!isOptimal) this.size *= DECAY;
    else if (performance.now() - began < QUICK * TIME_LIMIT * 1000) this.size *= GROWTH;
    const taken = builder.placings.filter(({ name }) => {
      const column = Columns[name];
      return column !== undefined && 'Primal' in column && column.Primal > 0.5;
    });
    this.apply(events, taken);
  }

  private pick(): number[] {
    const { random, pools, state } = this;
    const { eventDuration } = state.compiled.layout;
    const pool = pools[random.below(pools.length)]!;
    const picked = new Set<number>();
    let size = 0;
    for (let attempt = 0; attempt < TRIES && size < this.size; attempt++) {
      const more = pool[random.below(pool.length)]!.filter((event) => !picked.has(event));
      const duration = more.reduce((sum, event) => sum + eventDuration[event]!, 0);
      if (size > 0 && size + duration > 1.3 * this.size) continue;
      for (const event of more) picked.add(event);
      size += duration;
    }
    return [...picked];
  }

  /** Keeps the new times if they are better and whole: a solver out of time may have none. */
  private apply(events: readonly number[], taken: readonly Placing[]): void {
    const { state } = this;
    const { layout } = state.compiled;
    const before = takeSnapshot(state);
    for (const event of events) {
      const own = taken.filter((placing) => placing.event === event);
      const first = layout.eventMeets[event]!;
      if (own.reduce((sum, { duration }) => sum + duration, 0) !== layout.eventDuration[event] || own.length > layout.eventMeets[event + 1]! - first) break;
      const model = Array.from({ length: layout.eventMeets[event + 1]! - first }, (_, at) => first + at).find((meet) => state.duration[meet]! > 0) ?? first;
      const resources = state.assigned.slice(layout.meetTasks[model], layout.meetTasks[model + 1]);
      for (let meet = first; meet < layout.eventMeets[event + 1]!; meet++) resize(state, meet, 0);
      for (const [at, { start, duration }] of own.entries()) {
        const meet = first + at;
        for (const [place, resource] of resources.entries()) setResource(state, layout.meetTasks[meet]! + place, resource);
        state.start[meet] = start;
        resize(state, meet, duration);
      }
    }
    if (state.hard > before.hard || (state.hard === before.hard && state.soft >= before.soft)) restoreSnapshot(state, before);
  }
}
