import type { Random } from '../random.ts';

/** The first cooling ends at this share of the budget: quick, for a timetable that can be used. */
const QUICK = 0.06;
/** The slow one ends here at the latest; then come short ones, from the best so far. */
const SLOW = 0.8;
const SHORT = 0.04;
/** First temperatures of the short ones, as shares of the full one. */
const HEATS = [0.06, 0.12, 0.25, 0.5] as const;
/** Another way to spend a short cycle: an exact solver, where there is one. */
const EXACT = HEATS.length;
/** How fast it is forgotten which of them made things better, and what each is tried for anyway. */
const [REMEMBERED, CURIOSITY] = [0.7, 0.3];
/** A warm start is not melted down. */
const WARM = 0.1;
/** A cycle is frozen when the mean cost of this part of the budget… */
const WINDOW = 0.01;
/** …is hardly lower than it was so many windows ago. */
const PATIENCE = 10;
const HARDLY = 0.99;
/** Part of a cycle that is never taken for frozen: it is still hot. */
const HOT_PART = 0.4;

/** When to cool, how far and from where: cycles, in shares of the budget. */
export class Schedule {
  /** First temperature of the cycle, as a share of the full one. */
  heat = 1;
  private readonly random: Random;
  private readonly isWarm: boolean;
  /** Whether the cycle is the exact solver's. */
  isExact = false;
  private readonly gains: number[];
  private lastPick = -1;
  private costBefore = Infinity;
  private cycle = -1;
  private begin = 0;
  private end = 0;
  private means: number[] = [];
  private windowEnd = 0;
  private sum = 0;
  private samples = 0;

  constructor(random: Random, { isWarm, hasExact }: { readonly isWarm: boolean; readonly hasExact: boolean }) {
    this.random = random;
    // What has not been tried is believed in.
    this.gains = hasExact ? [...HEATS.map(() => 0), 1] : HEATS.map(() => 0);
    this.isWarm = isWarm;
  }

  /** @returns whether the cycle is over at this share of the budget, or there is none yet */
  isOver(share: number): boolean {
    return share >= this.end || this.isFrozen(share);
  }

  /** Begins the next cycle, the best timetable so far costing `cost`. */
  next(share: number, cost: number): void {
    // Where a timetable has been looked for in other ways before, a quick cooling is no longer quick.
    this.cycle = this.cycle < 0 && share > QUICK / 2 ? 1 : this.cycle + 1;
    this.begin = share;
    this.end = this.cycle === 0 ? QUICK : this.cycle === 1 ? SLOW : Math.min(1, share + SHORT);
    this.means = [];
    this.windowEnd = share + WINDOW;
    const pick = this.cycle < 2 ? -1 : this.pick(cost);
    this.isExact = pick === EXACT;
    this.heat = this.isWarm ? WARM : (HEATS[pick] ?? 1);
  }

  /** @returns how far the cycle has come, from 0 to 1 */
  partOf(share: number): number {
    return Math.min(1, (share - this.begin) / (this.end - this.begin));
  }

  /** Takes note of what the timetable under search costs. */
  watch(share: number, cost: number): void {
    this.sum += cost;
    this.samples++;
    if (share < this.windowEnd) return;
    this.means.push(this.sum / this.samples);
    this.windowEnd = share + WINDOW;
    this.sum = 0;
    this.samples = 0;
  }

  private isFrozen(share: number): boolean {
    const [now, before] = [this.means.at(-1), this.means.at(-1 - PATIENCE)];
    return now !== undefined && before !== undefined && this.partOf(share) >= HOT_PART && now > HARDLY * before;
  }

  /** @returns a way to spend a short cycle: often one that made things better before */
  private pick(cost: number): number {
    const { gains, lastPick } = this;
    if (lastPick >= 0) gains[lastPick] = REMEMBERED * (gains[lastPick] ?? 0) + (cost < this.costBefore ? 1 : 0);
    this.costBefore = cost;
    let left = this.random.unit() * gains.reduce((all, gain) => all + gain + CURIOSITY, 0);
    this.lastPick = Math.max(
      0,
      gains.findIndex((gain) => (left -= gain + CURIOSITY) <= 0),
    );
    return this.lastPick;
  }
}
