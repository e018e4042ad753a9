/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { SearchState } from '../state.ts';
import { ChainWeigher } from '../weigh-chain.ts';
import type { Domains } from './domains.ts';
import type { Trial } from './trial.ts';

/** Longer chains are seldom worth their time. */
const LONGEST_CHAIN = 12;

/**
 * Finds the lessons that must change places when one moves (a Kempe chain): those it meets go back by as much as it goes forward, those
 * they meet go forward… Lessons that are to go on together move together.
 */
export class KempeChain {
  /** The first `length` are of the chain found. */
  readonly meets: Int32Array;
  readonly targets: Int32Array;
  length = 0;
  private readonly state: SearchState;
  private readonly domains: Domains;
  private readonly seen: Int32Array;
  private readonly weigher: ChainWeigher;
  private round = 0;
  /** Lessons in the chain, those that come along with another not counted. */
  private links = 0;

  constructor(state: SearchState, domains: Domains) {
    this.state = state;
    this.domains = domains;
    this.weigher = new ChainWeigher(state);
    this.seen = new Int32Array(state.compiled.meetCount);
    this.meets = new Int32Array(state.compiled.meetCount);
    this.targets = new Int32Array(state.compiled.meetCount);
  }

  /** @returns whether there is such a chain, of at most `LONGEST_CHAIN` lessons; then it is in `meets` and `targets` */
  find(meet: number, to: number): boolean {
    this.round++;
    this.length = 0;
    const shift = to - this.state.start[meet]!;
    this.links = 1;
    if (!this.add(meet, to)) return false;
    for (let at = 0; at < this.length; at++) {
      const moved = this.targets[at]! - this.state.start[this.meets[at]!]!;
      const isForward = moved === shift;
      if (!this.follow(this.meets[at]!, this.targets[at]!, isForward ? -shift : shift)) return false;
    }
    return true;
  }

  /** @returns whether it is possible */
  private add(meet: number, to: number): boolean {
    const { state } = this;
    const { layout, partners, timeCount } = state.compiled;
    const event = layout.meetEvent[meet]!;
    if (to < 0 || to + state.duration[meet]! > timeCount || this.domains.isFixed[event] === 1) return false;
    this.seen[meet] = this.round;
    this.meets[this.length] = meet;
    this.targets[this.length++] = to;
    for (let at = partners.begin[event]!; at < partners.begin[event + 1]!; at++) {
      const partner = findPartner(state, meet, partners.items[at]!);
      if (partner >= 0 && this.seen[partner] !== this.round && !this.add(partner, to)) return false;
    }
    return true;
  }

  /** Adds the lessons in the way of the meet at its target; they go `shift` times forward. */
  private follow(meet: number, target: number, shift: number): boolean {
    const { state } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    const end = Math.min(target + state.duration[meet]!, timeCount);
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      const resource = state.assigned[task]!;
      if (resource === resourceCount) continue;
      for (let time = target; time < end; time++) {
        const at = resource * timeCount + time;
        const lessons = state.lessons[at]!;
        if (lessons === 0) continue;
        if (lessons > 1) continue;
        const other = state.meetSum[at]!;
        if (this.seen[other] === this.round) continue;
        if (this.links === LONGEST_CHAIN || !this.add(other, state.start[other]! + shift)) return false;
        this.links++;
      }
    }
    return true;
  }

  /** @returns what the chain's moves cost; nothing is changed */
  weigh(): number {
    return this.weigher.weigh(this.meets, this.targets, this.length);
  }

  /** Makes the chain's moves. @returns true, always: it is possible */
  apply(trial: Trial): boolean {
    for (let at = 0; at < this.length; at++) trial.start(this.meets[at]!, this.targets[at]!);
    return true;
  }
}

/** @returns the meet of the event that goes on with this one: just one, or lessons that once met would never part; -1 where there is none */
export function findPartner(state: SearchState, meet: number, event: number): number {
  const { eventMeets } = state.compiled.layout;
  const start = state.start[meet]!;
  let found = -1;
  for (let other = eventMeets[event]!; other < eventMeets[event + 1]!; other++) {
    if (state.start[other] !== start || state.duration[other] === 0) continue;
    if (state.duration[other] === state.duration[meet]) return other;
    found = other;
  }
  return found;
}
