import { NOWHERE } from './plan.ts';
import type { TrayProblem } from './problem.ts';

interface Neighbour {
  readonly section: number;
  /** Learners expected to take both, times the wish's weight. */
  readonly weight: number;
  readonly isBefore: boolean;
}

/** Which sections are wished before which, and what a slot costs in learners who would take two courses in the wrong order. */
export class Orders {
  readonly #periodOf: Int32Array;
  readonly #neighbours: readonly Neighbour[][];
  /** Per section the learners of its orders, and how many periods those before it and after it need. */
  readonly #chains: readonly { before: number; after: number; weight: number }[];
  readonly #last: number;

  constructor(problem: TrayProblem) {
    const { sections, orders, choicesFor, choices, periodOf } = problem;
    this.#periodOf = periodOf;
    this.#last = periodOf.reduce((most, period) => Math.max(most, period), 0);
    this.#neighbours = Array.from({ length: sections }, (): Neighbour[] => []);
    this.#chains = Array.from({ length: sections }, () => ({ before: 0, after: 0, weight: 0 }));
    const learnersOf = (course: readonly number[]): Set<number> => new Set(course.flatMap((section) => (choicesFor[section] ?? []).map((choice) => choices[choice]?.learner ?? 0)));
    for (const { first, second, weight } of orders) {
      const followers = learnersOf(second);
      const both = [...learnersOf(first)].filter((learner) => followers.has(learner)).length;
      const share = (weight * both) / Math.max(1, first.length * second.length);
      for (const one of first) for (const other of second) this.#link(one, other, share);
    }
    // A chain of courses is no longer than there are courses in it; a circle is cut there.
    for (let round = 0; round <= this.#last; round += 1) for (const { first, second } of orders) this.#stretch(first, second);
  }

  #link(first: number, second: number, weight: number): void {
    this.#neighbours[first]?.push({ section: second, weight, isBefore: false });
    this.#neighbours[second]?.push({ section: first, weight, isBefore: true });
    for (const section of [first, second]) {
      const chain = this.#chains[section];
      if (chain !== undefined) chain.weight += weight;
    }
  }

  #stretch(first: readonly number[], second: readonly number[]): void {
    const longest = (sections: readonly number[], side: 'before' | 'after'): number => sections.reduce((most, section) => Math.max(most, this.#chains[section]?.[side] ?? 0), 0);
    const [before, after] = [Math.min(this.#last, longest(first, 'before') + 1), Math.min(this.#last, longest(second, 'after') + 1)];
    for (const section of second) this.#raise(section, 'before', before);
    for (const section of first) this.#raise(section, 'after', after);
  }

  #raise(section: number, side: 'before' | 'after', periods: number): void {
    const chain = this.#chains[section];
    if (chain !== undefined) chain[side] = Math.max(chain[side], periods);
  }

  /** @returns learners who would have a wrong order with sections that are in slots, and with those for whom too few periods are left */
  weigh(section: number, slot: number, slotOf: Int32Array): number {
    const [period, chain] = [this.#periodOf[slot] ?? 0, this.#chains[section]];
    if (chain === undefined || chain.weight === 0) return 0;
    let cost = chain.weight * (Math.max(0, chain.before - period) + Math.max(0, period + chain.after - this.#last));
    for (const { section: other, weight, isBefore } of this.#neighbours[section] ?? []) {
      const there = slotOf[other] ?? NOWHERE;
      if (there === NOWHERE) continue;
      const otherPeriod = this.#periodOf[there] ?? 0;
      if (isBefore ? otherPeriod >= period : otherPeriod <= period) cost += weight;
    }
    return cost;
  }
}
