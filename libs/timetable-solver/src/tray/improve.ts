import type { Random } from '../solve/random.ts';
import { NOWHERE, type Plan } from './plan.ts';
import type { Seats } from './seats.ts';

/** Looks for a seat for each of the choices, in a random order. */
export function seatAll(seats: Seats, choices: readonly number[], random: Random): void {
  for (const choice of shuffle(choices, random)) seats.seat(choice, random.below(1 << 16));
}

/** @returns the same in a random order */
export function shuffle(items: readonly number[], random: Random): number[] {
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other] ?? 0, shuffled[at] ?? 0];
  }
  return shuffled;
}

/**
 * Moves a section to another slot, alone or in exchange for one there, mends the seats, and keeps the move where no more choices are
 * open than the temperature allows.
 */
export class Improver {
  readonly #plan: Plan;
  readonly #seats: Seats;
  readonly #random: Random;

  constructor(plan: Plan, seats: Seats, random: Random) {
    this.#plan = plan;
    this.#seats = seats;
    this.#random = random;
  }

  /** @returns whether the section was moved */
  attempt(temperature: number): boolean {
    const [plan, seats, random] = [this.#plan, this.#seats, this.#random];
    const section = this.#pickSection();
    const slot = random.below(plan.problem.slots);
    const before = plan.slotOf[section] ?? NOWHERE;
    if (section === NOWHERE || slot === before) return false;
    const other = plan.fits(section, slot) ? NOWHERE : this.#findExchange(section, before, slot);
    if (other === NOWHERE && !plan.fits(section, slot)) return false;

    const open = seats.open;
    seats.mark();
    const homeless = other === NOWHERE ? [] : seats.moveSection(other, NOWHERE);
    homeless.push(...seats.moveSection(section, slot));
    if (other !== NOWHERE) homeless.push(...seats.moveSection(other, before));
    seatAll(seats, [...new Set([...homeless, ...this.#listOpen(section), ...this.#listOpen(other)])].filter((choice) => seats.sectionOf[choice] === NOWHERE), random);
    const worse = seats.open - open;
    if (worse <= 0 || random.unit() < Math.exp(-worse / temperature)) return true;
    seats.undo(() => {
      if (other !== NOWHERE) plan.move(other, NOWHERE);
      plan.move(section, before);
      if (other !== NOWHERE) plan.move(other, slot);
    });
    return false;
  }

  /** A section of a course somebody is waiting for, or now and then any. */
  #pickSection(): number {
    const { problem } = this.#plan;
    if (this.#random.below(4) === 0) return this.#random.below(problem.sections);
    const from = this.#random.below(problem.choices.length);
    for (let step = 0; step < problem.choices.length; step += 1) {
      const choice = (step + from) % problem.choices.length;
      if (this.#seats.sectionOf[choice] !== NOWHERE) continue;
      // The course itself, or one of the learner's others that is in its way.
      const own = problem.choicesOf[problem.choices[choice]?.learner ?? 0] ?? [];
      const moved = this.#random.below(2) === 0 ? choice : (own[this.#random.below(own.length)] ?? choice);
      const sections = problem.choices[moved]?.sections ?? [];
      return sections[this.#random.below(sections.length)] ?? NOWHERE;
    }
    return NOWHERE;
  }

  #findExchange(section: number, before: number, slot: number): number {
    const { problem, slotOf } = this.#plan;
    if (before === NOWHERE || problem.allowed[section * problem.slots + slot] === 0) return NOWHERE;
    const from = this.#random.below(problem.sections);
    for (let step = 0; step < problem.sections; step += 1) {
      const other = (step + from) % problem.sections;
      if (slotOf[other] === slot && this.#plan.fits(section, slot, other) && this.#plan.fits(other, before, section)) return other;
    }
    return NOWHERE;
  }

  /** Choices of a section's course that nobody has met yet. */
  #listOpen(section: number): number[] {
    if (section === NOWHERE) return [];
    return (this.#plan.problem.choicesFor[section] ?? []).filter((choice) => this.#seats.sectionOf[choice] === NOWHERE);
  }
}
