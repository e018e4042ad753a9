import type { TrayProblem } from './problem.ts';

/** Stands for a section that is in no slot and a choice that has no seat. */
export const NOWHERE = -1;

/** Which section is in which slot, and whether another fits: nobody teaches twice at a time, rooms of a kind suffice. */
export class Plan {
  readonly problem: TrayProblem;
  readonly slotOf: Int32Array;
  /** Lessons by resource × slots + slot. */
  readonly #lessons: Uint8Array;
  /** Per hall what is used of it, by slot. */
  readonly #used: readonly Int32Array[];

  constructor(problem: TrayProblem) {
    this.problem = problem;
    this.slotOf = new Int32Array(problem.sections).fill(NOWHERE);
    this.#lessons = new Uint8Array(problem.resources * problem.slots);
    this.#used = problem.halls.map(() => new Int32Array(problem.slots));
  }

  /** Moves a section; whoever asks has seen that it fits. */
  move(section: number, slot: number): void {
    const before = this.slotOf[section] ?? NOWHERE;
    if (before !== NOWHERE) this.#count(section, before, -1);
    if (slot !== NOWHERE) this.#count(section, slot, 1);
    this.slotOf[section] = slot;
  }

  #count(section: number, slot: number, step: number): void {
    const { people, slots, halls } = this.problem;
    for (const one of people[section] ?? []) this.#lessons[one * slots + slot] = (this.#lessons[one * slots + slot] ?? 0) + step;
    for (const [hall, { size }] of halls.entries()) {
      const used = this.#used[hall];
      if (used !== undefined) used[slot] = (used[slot] ?? 0) + step * (size[section] ?? 0);
    }
  }

  /** @returns whether a section may be put into a slot it is not in, in place of another one if named */
  fits(section: number, slot: number, instead = NOWHERE): boolean {
    const { allowed, people, slots, halls } = this.problem;
    if (allowed[section * slots + slot] === 0) return false;
    const leaving = instead === NOWHERE ? [] : (people[instead] ?? []);
    for (const one of people[section] ?? []) {
      const lessons = (this.#lessons[one * slots + slot] ?? 0) - (leaving.includes(one) ? 1 : 0);
      if (lessons > 0) return false;
    }
    return halls.every(({ capacity, size, isDuring }, hall) => {
      const left = instead === NOWHERE ? 0 : (size[instead] ?? 0);
      return isDuring[slot] === 0 || (size[section] ?? 0) === 0 || (this.#used[hall]?.[slot] ?? 0) - left + (size[section] ?? 0) <= capacity;
    });
  }
}
