import type { Solution } from '../../model/index.ts';
import type { Compiled } from '../compiled.ts';
import { Random } from '../random.ts';
import { SearchState } from '../state.ts';
import { loadSolution, restoreSnapshot, type Snapshot } from '../timetable.ts';
import { Annealer } from './anneal.ts';
import { construct, partition } from './construct.ts';
import { findDomains, type Locks } from './domains.ts';
import { measureScale, type Scale } from './scale.ts';

export interface SearchOptions {
  readonly seed: number;
  readonly warmStart?: Solution;
  readonly locks?: Locks;
}

/** Each cycle cools down once; it begins where the budget's share is used up, and from the best timetable so far. */
interface Cycle {
  readonly from: number;
  /** First temperature as a share of the full one. */
  readonly heat: number;
}

const CYCLES: readonly Cycle[] = [
  { from: 0, heat: 1 },
  { from: 0.15, heat: 1 },
  { from: 0.6, heat: 0.35 },
];

/** A warm start is not melted down. */
const WARM_CYCLES: readonly Cycle[] = [
  { from: 0, heat: 0.1 },
  { from: 0.4, heat: 0.2 },
];

/** What one unit of a required rule weighs, in median changes of the objective. */
const HARD_WEIGHT = 12;

/** The search on one thread: construction, then cycles of annealing. Whoever calls says how far the budget is used. */
export class Search {
  readonly state: SearchState;
  private readonly annealer: Annealer;
  private readonly scale: Scale;
  private readonly cycles: readonly Cycle[];
  private readonly hasChoices: boolean;
  private cycle = -1;
  private wasStuck = false;
  private hottest = 1;
  private coolest = 1;

  constructor(compiled: Compiled, { seed, warmStart, locks }: SearchOptions) {
    const random = new Random(seed);
    const domains = findDomains(compiled, locks);
    this.state = new SearchState(compiled);
    this.state.setHardWeight(1000);
    loadSolution(this.state, warmStart);
    if (warmStart === undefined) partition(this.state, domains, random);
    construct(this.state, domains, random);
    this.hasChoices = domains.movable.length + domains.openTasks.length > 0;
    this.scale = this.hasChoices ? measureScale(this.state, domains, random) : { soft: 0, softLeast: 0, hard: 0, hardLeast: 0 };
    this.annealer = new Annealer(this.state, domains, random);
    this.cycles = warmStart === undefined ? CYCLES : WARM_CYCLES;
  }

  get moves(): number {
    return this.annealer.moves;
  }

  /** The best timetable so far. */
  get best(): Snapshot {
    this.annealer.settle();
    return this.annealer.best;
  }

  /** Its cost; cheaper to ask than `best`. */
  get bestCost(): { readonly hard: number; readonly soft: number } {
    return this.annealer.bestCost;
  }

  /** Takes over a better timetable found elsewhere; used from the next cycle on. */
  adopt(snapshot: Snapshot): void {
    this.annealer.settle();
    this.annealer.best = snapshot;
  }

  /** @returns whether a cycle ends before this share of the budget: a good moment to exchange timetables */
  isCycleOver(share: number): boolean {
    return share >= (this.cycles[this.cycle + 1]?.from ?? Infinity);
  }

  /** Whether nothing can become better. */
  get isPerfect(): boolean {
    return !this.hasChoices || (this.bestCost.hard === 0 && this.bestCost.soft === 0);
  }

  /** Tries moves. `share` is the part of the budget used up, from 0 to 1. */
  advance(share: number, moves: number): void {
    if (!this.hasChoices) return;
    while (this.isCycleOver(share)) this.beginCycle(this.cycle + 1);
    const begin = this.cycles[this.cycle]?.from ?? 0;
    const end = this.cycles[this.cycle + 1]?.from ?? 1;
    const part = Math.min(1, (share - begin) / (end - begin));
    this.annealer.temperature = this.hottest * (this.coolest / this.hottest) ** part;
    this.annealer.run(moves);
  }

  private beginCycle(cycle: number): void {
    const { state, scale } = this;
    if (this.cycle >= 0) restoreSnapshot(state, this.best);
    // Where required rules stay broken they are annealed on their own scale, and the others after them.
    const isStuck = this.cycle >= 0 && this.bestCost.hard > 0;
    const heat = isStuck || this.wasStuck ? 1 : (this.cycles[cycle]?.heat ?? 1);
    this.wasStuck = isStuck;
    this.cycle = cycle;
    if (scale.soft === 0) {
      state.setHardWeight(1);
      this.hottest = 0.75 * scale.hard * heat;
      this.coolest = 0.15 * scale.hardLeast;
      return;
    }
    const weight = HARD_WEIGHT * scale.soft;
    state.setHardWeight(weight);
    this.hottest = isStuck ? 0.3 * weight * scale.hard : Math.max(0.75 * scale.soft, 2 * scale.softLeast) * heat;
    this.coolest = isStuck ? 0.08 * weight * scale.hardLeast : 0.3 * scale.softLeast;
  }
}
