import type { Solution } from '../../model/index.ts';
import type { Compiled } from '../compiled.ts';
import { Random } from '../random.ts';
import { partition } from '../search/construct.ts';
import { findDomains, type Domains, type Locks } from '../search/domains.ts';
import { SearchState } from '../state.ts';
import { loadSolution, restoreSnapshot, takeSnapshot, type Snapshot } from '../timetable.ts';
import { Ejector } from './ejector.ts';

/** Places looked at per lesson without getting further before all begins anew; each time some more. */
const PATIENCE = 500;
const MORE_PATIENCE = 1.5;
/** How often it begins anew before that is given up. */
const RESTARTS = 4;

/** Looks for a timetable in which no required rule is broken: from nothing, or from one in which some are. */
export class Repair {
  private readonly full: SearchState;
  private readonly domains: Domains;
  private readonly random: Random;
  private ejector: Ejector;
  private movesBefore = 0;
  private base: Snapshot;
  private restarts = 0;

  constructor(compiled: Compiled, { seed, warmStart, locks }: { readonly seed: number; readonly warmStart?: Solution; readonly locks?: Locks }) {
    this.random = new Random(seed);
    this.domains = findDomains(compiled, locks);
    this.full = new SearchState(compiled);
    loadSolution(this.full, warmStart);
    if (warmStart === undefined) partition(this.full, this.domains, this.random);
    this.base = takeSnapshot(this.full);
    this.ejector = new Ejector(this.full, this.domains, this.random);
  }

  /** Where it began. */
  get initial(): Snapshot {
    return this.base;
  }

  /** Begins anew from this timetable. */
  restart(snapshot: Snapshot): void {
    this.base = snapshot;
    this.restarts = 0;
    this.begin();
  }

  /** With the penalties of before a search that went astray stays there. */
  private begin(): void {
    this.movesBefore = this.moves;
    restoreSnapshot(this.full, this.base);
    this.ejector = new Ejector(this.full, this.domains, this.random);
  }

  /** Whether all lessons have a place. */
  get isDone(): boolean {
    return this.ejector.isDone;
  }

  /** Whether it is not worth while to go on. */
  get isStuck(): boolean {
    return this.restarts >= RESTARTS;
  }

  /** @returns places looked at so far */
  get moves(): number {
    return this.movesBefore + this.ejector.moves;
  }

  run(moves: number): void {
    this.ejector.run(moves);
    if (this.isDone || this.isStuck || this.ejector.movesInVain < PATIENCE * this.full.compiled.meetCount * MORE_PATIENCE ** this.restarts) return;
    this.restarts++;
    this.begin();
  }

  /** @returns what was found; lessons without a place have no time */
  finish(): Snapshot {
    return this.ejector.copyTo(this.full);
  }
}
