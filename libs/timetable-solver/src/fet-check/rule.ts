import type { FetConstraint } from '../formats/fet/file/school.ts';
import type { Party, Situation } from './situation.ts';

/** What one constraint falls short of at one place. */
export interface Shortfall {
  readonly text: string;
  /** How many times over, in what the rule counts: days, hours, lessons, pairs of lessons. */
  readonly amount: number;
}

/** One kind of FET constraint: looks at a timetable and tells what it falls short of. */
export type Rule = (constraint: FetConstraint, situation: Situation) => Shortfall[];

/** A rule about one teacher or subgroup at a time; FET has it for one of them, for a set and for all. */
export type PartyRule = (party: Party, constraint: FetConstraint, situation: Situation) => Shortfall[];

export const over = (amount: number, text: () => string): Shortfall[] => (amount > 0 ? [{ text: text(), amount }] : []);
