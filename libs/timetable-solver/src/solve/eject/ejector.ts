/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Random } from '../random.ts';
import type { Domains } from '../search/domains.ts';
import { listHardestFirst } from '../search/construct.ts';
import type { SearchState } from '../state.ts';
import { takeSnapshot, type Snapshot } from '../timetable.ts';
import { Board, type BoardCopy, type Obstacles, type Taken } from './board.ts';
import { Culprits } from './culprits.ts';

/** So many times a meet is forced in at one place before that becomes dearer. */
const OFTEN = 10;
/** Meets moved about, where nobody is in their way, after one had to be forced in. */
const STIRRED = 30;

/**
 * Places meets one by one; one that finds no free place takes the place of others, who wait to be placed anew. Each time a meet finds
 * none it becomes less willing to leave, so that those who are easy to place make room (an ejection pool with penalties, after Nagata
 * and Bräysy). It looks for a timetable in which no required rule is broken; of wishes it knows those on a lesson's own time and room.
 */
export class Ejector {
  readonly board: Board;
  private readonly pool: number[] = [];
  private readonly culprits: Culprits;
  private readonly domains: Domains;
  private readonly random: Random;
  private readonly forced: Uint16Array; // [meet × timeCount + time] how often the meet was forced in there
  private readonly obstacles: Obstacles = { meets: [], cost: 0 };
  /** With the fewest meets missing of those from which one was. */
  private best: BoardCopy | undefined;
  private fewest = Infinity;
  private fewestAt = 0;

  /** @param full a timetable of the whole instance: what fits together in it stays, lengths of meets too */
  constructor(full: SearchState, domains: Domains, random: Random) {
    const { compiled } = full;
    this.board = new Board(full, domains, random);
    this.domains = domains;
    this.random = random;
    this.culprits = new Culprits(this.board, domains, random);
    this.forced = new Uint16Array(compiled.meetCount * compiled.timeCount);
    for (const meet of listHardestFirst(full, domains, random, 0)) if (full.start[meet] === compiled.timeCount || !this.keep(meet, full)) this.pool.unshift(meet);
  }

  /** Whether all meets have a place. */
  get isDone(): boolean {
    return this.pool.length === 0;
  }

  /** @returns places looked at since fewer meets were missing than ever before */
  get movesInVain(): number {
    return this.board.looks - this.fewestAt;
  }

  /** @returns places looked at so far */
  get moves(): number {
    return this.board.looks;
  }

  /** Looks at about so many places. */
  run(moves: number): void {
    const { board, pool } = this;
    for (const end = board.looks + moves; board.looks < end && pool.length > 0; ) {
      const meet = pool.pop()!;
      if (this.placeFreely(meet)) continue;
      if (pool.length + 1 < this.fewest) {
        this.fewest = pool.length + 1;
        this.best = board.copy();
        this.fewestAt = board.looks;
      }
      board.penalty[meet] = board.penalty[meet]! + 1;
      if (!this.force(meet)) pool.unshift(meet);
      this.stir();
    }
  }

  /** Puts what was found into a timetable of the whole instance: that from which the fewest meets were missing. */
  copyTo(full: SearchState): Snapshot {
    this.board.copyTo(full, this.pool.length < this.fewest || this.best === undefined ? this.board.copy() : this.best);
    return takeSnapshot(full);
  }

  /** Puts the meet where the given timetable has it, if it fits with those already there. */
  private keep(meet: number, full: SearchState): boolean {
    const { board, obstacles } = this;
    const to = full.start[meet]!;
    const choices = board.choicesIn(full, meet);
    board.findObstacles(meet, to, 0, obstacles, choices);
    if (obstacles.cost > 0) return false;
    const before = board.measureExcess(meet);
    board.put(meet, to, choices);
    if (board.measureExcess(meet) <= before) return true;
    board.take(meet);
    return false;
  }

  private startsOf(meet: number): Int32Array {
    const { domains, board } = this;
    const { state } = board;
    const row = domains.startRow[state.compiled.layout.meetEvent[meet]!]! + state.duration[meet]! - 1;
    return domains.starts.items.subarray(domains.starts.begin[row], domains.starts.begin[row + 1]);
  }

  /** Puts the meet where nobody is in the way, at the least cost of wishes. */
  private placeFreely(meet: number): boolean {
    const { board, random, obstacles } = this;
    const before = board.measureExcess(meet);
    const softBefore = board.state.soft;
    let best = -1;
    let least = Infinity;
    let ties = 0;
    for (const to of this.startsOf(meet)) {
      board.findObstacles(meet, to, 0, obstacles);
      if (obstacles.cost > 0) continue;
      board.put(meet, to);
      const soft = board.measureExcess(meet) > before ? Infinity : board.state.soft - softBefore;
      board.take(meet);
      if (soft > least || soft === Infinity) continue;
      ties = soft === least ? ties + 1 : 1;
      least = soft;
      if (random.below(ties) === 0) best = to;
    }
    if (best < 0) return false;
    board.findObstacles(meet, best, 0, obstacles);
    board.put(meet, best);
    return true;
  }

  /** Puts the meet where those who must leave are the most willing. @returns whether it could be */
  private force(meet: number): boolean {
    const { board, random, obstacles, pool } = this;
    const options: { to: number; cost: number; order: number }[] = [];
    for (const to of this.startsOf(meet)) {
      board.findObstacles(meet, to, Infinity, obstacles);
      if (obstacles.cost < Infinity) options.push({ to, cost: obstacles.cost * this.wornBy(meet, to), order: random.unit() });
    }
    options.sort((one, other) => one.cost - other.cost || one.order - other.order);
    const before = board.measureExcess(meet);
    let best: { to: number; choices: number[]; taken: Taken[] } | undefined;
    let least = Infinity;
    for (const { to, cost } of options) {
      if (cost >= least) break;
      const taken: Taken[] = [];
      const worn = this.wornBy(meet, to);
      const price = this.forceAt(meet, to, before, least / worn, taken) * worn;
      if (price < least) {
        least = price;
        best = { to, choices: board.choicesOf(meet), taken };
      }
      board.take(meet);
      for (const one of taken.toReversed()) board.put(one.meet, one.start, one.choices);
    }
    if (best === undefined) return false;
    for (const one of best.taken) board.take(one.meet);
    board.put(meet, best.to, best.choices);
    const at = meet * board.state.compiled.timeCount + best.to;
    this.forced[at] = this.forced[at]! + 1;
    pool.push(...best.taken.map((one) => one.meet));
    return true;
  }

  /** A place forced often is the dearer for it, so that lessons do not chase each other round in a ring. */
  private wornBy(meet: number, to: number): number {
    return Math.max(1, this.forced[meet * this.board.state.compiled.timeCount + to]! / OFTEN);
  }

  /** Puts the meet in and takes out whoever must leave. @returns how unwilling those are together; Infinity where it can't be */
  private forceAt(meet: number, to: number, before: number, budget: number, taken: Taken[]): number {
    const { board, obstacles } = this;
    board.findObstacles(meet, to, Infinity, obstacles);
    const choices = board.lastChoices();
    for (const one of obstacles.meets) taken.push(board.takeOut(one));
    const { cost } = obstacles;
    board.put(meet, to, choices);
    return cost + this.culprits.takeOut(meet, before, budget - cost, taken);
  }

  /** Moves some meets about where nobody is in the way. */
  private stir(): void {
    const { board, domains, random, obstacles } = this;
    for (let move = 0; move < STIRRED; move++) {
      const meet = domains.movable[random.below(domains.movable.length)]!;
      if (board.state.duration[meet] === 0 || !board.isPlaced(meet)) continue;
      const starts = this.startsOf(meet);
      const to = starts[random.below(starts.length)]!;
      if (to === board.state.start[meet]) continue;
      const before = board.measureExcess(meet);
      const { start, choices } = board.takeOut(meet);
      board.findObstacles(meet, to, 0, obstacles);
      if (obstacles.cost === 0) {
        board.put(meet, to);
        if (board.measureExcess(meet) <= before) continue;
        board.take(meet);
      }
      board.put(meet, start, choices);
    }
  }
}
