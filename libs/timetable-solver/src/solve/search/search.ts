import type { Solution } from '../../model/index.ts';
import type { Compiled } from '../compiled.ts';
import { ExactStage, type ExactSolver } from '../exact/index.ts';
import { Random } from '../random.ts';
import { SearchState } from '../state.ts';
import { loadSolution, restoreSnapshot, type Snapshot } from '../timetable.ts';
import { Annealer } from './anneal.ts';
import { construct, partition } from './construct.ts';
import { findDomains, type Locks } from './domains.ts';
import { Emphasis } from './emphasis.ts';
import { measureScale, type Scale } from './scale.ts';
import { Schedule } from './schedule.ts';

export interface SearchOptions {
  readonly seed: number;
  readonly warmStart?: Solution;
  readonly locks?: Locks;
  /** Index of the thread: each searches in a way of its own. */
  readonly thread?: number;
  /** Used for a part of the time where the school's rules are such that it can be asked. */
  readonly exactSolver?: ExactSolver;
}

/** How threads differ: no one way is the best for every school. */
interface Temper {
  /** What one unit of a required rule weighs, in median changes of the objective. */
  readonly hardWeight: number;
  /** How often an event is split, joined or shifted, of all moves where all events may be. */
  readonly shape: number;
}

const CAUTIOUS: Temper = { hardWeight: 12, shape: 0.15 };
const BOLD: Temper = { hardWeight: 7, shape: 0.3 };

/** First temperature, in median changes of the objective. */
const HOTTEST = 2;
/** Last temperature, in the smallest changes of it. */
const COOLEST = 0.12;
/** First and last temperature where there is no objective, in changes of the infeasibility. */
const [HOTTEST_HARD, COOLEST_HARD] = [0.75, 0.1];
/** The search leans on broken rules where it is too cold to leave them by itself, in weights of a required rule. */
const LEAN_BELOW = 0.15;
const MOVES_PER_LOOK = 20_000;

/** The search on one thread: construction, then cycles of annealing. Whoever calls says how far the budget is used. */
export class Search {
  readonly state: SearchState;
  private readonly annealer: Annealer;
  private readonly emphasis: Emphasis;
  private readonly exact: ExactStage | undefined;
  private readonly schedule: Schedule;
  private readonly scale: Scale;
  private readonly hasChoices: boolean;
  private readonly temper: Temper;
  private hottest = 1;
  private coolest = 1;
  private sinceLook = 0;

  constructor(compiled: Compiled, { seed, warmStart, locks, thread = 0, exactSolver }: SearchOptions) {
    const random = new Random(seed);
    const domains = findDomains(compiled, locks);
    this.state = new SearchState(compiled);
    this.state.setHardWeight(1000);
    loadSolution(this.state, warmStart);
    if (warmStart === undefined) partition(this.state, domains, random);
    construct(this.state, domains, random);
    this.hasChoices = domains.movable.length + domains.openTasks.length > 0;
    this.scale = this.hasChoices ? measureScale(this.state, domains, random) : { soft: 0, softLeast: 0, hard: 0, hardLeast: 0 };
    this.temper = thread % 2 === 0 ? CAUTIOUS : BOLD;
    this.annealer = new Annealer(this.state, domains, random, this.temper.shape);
    this.emphasis = new Emphasis(this.state);
    const exact = exactSolver === undefined ? undefined : new ExactStage(this.state, domains, random, exactSolver);
    this.exact = exact?.isUseful === true ? exact : undefined;
    this.schedule = new Schedule(random, { isWarm: warmStart !== undefined, hasExact: this.exact !== undefined });
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

  /** @returns whether a cycle is over at this share of the budget: a good moment to exchange timetables */
  isCycleOver(share: number): boolean {
    return this.schedule.isOver(share);
  }

  /** Whether nothing can become better. */
  get isPerfect(): boolean {
    return !this.hasChoices || (this.bestCost.hard === 0 && this.bestCost.soft === 0);
  }

  /** Tries moves, or the exact solver for at most `seconds`. `share` is the part of the budget used up, from 0 to 1. */
  advance(share: number, moves: number, seconds = Infinity): void {
    if (!this.hasChoices) return;
    const { schedule, annealer } = this;
    if (schedule.isOver(share)) this.beginCycle(share);
    if (schedule.isExact && this.exact !== undefined) {
      this.exact.improve(seconds);
      annealer.compare();
      return;
    }
    annealer.temperature = this.hottest * (this.coolest / this.hottest) ** schedule.partOf(share);
    annealer.run(moves);
    this.lean(moves);
    schedule.watch(share, this.weigh(this.state));
  }

  private weigh({ hard, soft }: { readonly hard: number; readonly soft: number }): number {
    return hard * this.state.hardWeight + soft;
  }

  private lean(moves: number): void {
    this.sinceLook += moves;
    if (this.sinceLook < MOVES_PER_LOOK || this.annealer.temperature > LEAN_BELOW * this.state.hardWeight) return;
    this.sinceLook = 0;
    this.emphasis.look();
  }

  private beginCycle(share: number): void {
    const { state, scale, schedule } = this;
    this.emphasis.clear();
    // Before the first cycle, the state is the best.
    if (share > 0) restoreSnapshot(state, this.best);
    state.setHardWeight(scale.soft === 0 ? 1 : this.temper.hardWeight * scale.soft);
    schedule.next(share, this.weigh(this.bestCost));
    this.hottest = (scale.soft === 0 ? HOTTEST_HARD * scale.hard : HOTTEST * scale.soft) * schedule.heat;
    this.coolest = scale.soft === 0 ? COOLEST_HARD * scale.hardLeast : COOLEST * scale.softLeast;
  }
}
