import type { Solution } from '../../model/index.ts';
import type { Compiled } from '../compiled.ts';
import { Random } from '../random.ts';
import { partition } from '../search/construct.ts';
import { findDomains, type Domains, type Locks } from '../search/domains.ts';
import { SearchState } from '../state.ts';
import { loadSolution, restoreSnapshot, type Snapshot } from '../timetable.ts';
import { Ejector } from './ejector.ts';

/** Looks for a timetable in which no required rule is broken: from nothing, or from one in which some are. */
export class Repair {
  private readonly full: SearchState;
  private readonly domains: Domains;
  private readonly random: Random;
  private ejector: Ejector;
  private movesBefore = 0;

  constructor(compiled: Compiled, { seed, warmStart, locks }: { readonly seed: number; readonly warmStart?: Solution; readonly locks?: Locks }) {
    this.random = new Random(seed);
    this.domains = findDomains(compiled, locks);
    this.full = new SearchState(compiled);
    loadSolution(this.full, warmStart);
    if (warmStart === undefined) partition(this.full, this.domains, this.random);
    this.ejector = new Ejector(this.full, this.domains, this.random);
  }

  /** Begins anew from this timetable. */
  restart(snapshot: Snapshot): void {
    this.movesBefore = this.moves;
    restoreSnapshot(this.full, snapshot);
    this.ejector = new Ejector(this.full, this.domains, this.random);
  }

  /** Whether all lessons have a place. */
  get isDone(): boolean {
    return this.ejector.isDone;
  }

  /** Whether it has long got no further. */
  get isStuck(): boolean {
    return this.ejector.isStuck;
  }

  /** @returns places looked at so far */
  get moves(): number {
    return this.movesBefore + this.ejector.moves;
  }

  run(moves: number): void {
    this.ejector.run(moves);
  }

  /** @returns what was found; lessons without a place have no time */
  finish(): Snapshot {
    return this.ejector.copyTo(this.full);
  }
}
