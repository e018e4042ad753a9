import { evaluate, type Cost } from '../evaluate/index.ts';
import { UNASSIGNED, type Instance, type Solution } from '../model/index.ts';
import { Random } from '../solve/random.ts';
import { Improver, seatAll } from './improve.ts';
import { NOWHERE, Plan } from './plan.ts';
import { placeSections } from './place-sections.ts';
import { readTray } from './problem.ts';
import { Seats } from './seats.ts';

export { boundChoices } from './bound.ts';

export interface TrayOptions {
  /** Wall-clock budget; 30 where neither this nor `moves` is given. */
  readonly seconds?: number;
  /** Section moves tried after the first plan; with the same seed the result is then always the same. */
  readonly moves?: number;
  readonly seed?: number;
  /** Hears how many choices are open, each time they become fewer. */
  readonly onProgress?: (progress: { readonly open: number; readonly seconds: number }) => void;
}

export interface TrayResult {
  readonly solution: Solution;
  readonly cost: Cost;
  readonly choices: number;
  /** How many of them have a seat. */
  readonly met: number;
  readonly moves: number;
  readonly seconds: number;
}

/** What the first plan may take of the budget. */
const PLACING_SHARE = 0.3;
/** An open choice more is taken on while hot. */
const HOTTEST = 0.7;
const COOLEST = 0.08;

/**
 * Searches for an upper-secondary tray: sections into slots, learners into sections, so that as many choices as possible are met.
 * Nobody is at two places at a time and no section is overfull; wishes besides are judged by the evaluator, not searched for.
 * @throws Error where the instance is no tray, or has a required rule this search cannot keep
 */
export function solveTray(instance: Instance, { seconds, moves = Infinity, seed = 1, onProgress }: TrayOptions = {}): TrayResult {
  const began = performance.now();
  const budget = seconds ?? (moves === Infinity ? 30 : Infinity);
  const elapsed = (): number => (performance.now() - began) / 1000;
  const problem = readTray(instance);
  const [random, plan] = [new Random(seed), new Plan(problem)];
  placeSections(plan, random, () => elapsed() > budget * PLACING_SHARE);

  const seats = new Seats(plan);
  seatAll(seats, [...problem.choices.keys()], random, () => elapsed() > budget);
  const improver = new Improver(plan, seats, random);
  let best = { open: seats.open, slotOf: plan.slotOf.slice(), sectionOf: seats.sectionOf.slice() };
  onProgress?.({ open: best.open, seconds: elapsed() });
  let tried = 0;
  const start = elapsed();
  for (; best.open > 0 && tried < moves; tried += 1) {
    if (tried % 16 === 0 && elapsed() > budget) break;
    const share = Math.max(moves === Infinity ? 0 : tried / moves, budget === Infinity ? 0 : (elapsed() - start) / (budget - start));
    improver.attempt(HOTTEST * (COOLEST / HOTTEST) ** share);
    if (seats.open >= best.open) continue;
    best = { open: seats.open, slotOf: plan.slotOf.slice(), sectionOf: seats.sectionOf.slice() };
    onProgress?.({ open: best.open, seconds: elapsed() });
  }
  const solution = toSolution(instance, best.slotOf, best.sectionOf);
  return { solution, cost: evaluate(instance, solution), choices: problem.choices.length, met: problem.choices.length - best.open, moves: tried, seconds: elapsed() };
}

function toSolution({ events }: Instance, slotOf: Int32Array, sectionOf: Int32Array): Solution {
  return {
    events: events.map(({ resources }, section) => {
      const slot = slotOf[section] ?? NOWHERE;
      return [{ duration: 1, time: slot === NOWHERE ? UNASSIGNED : slot, resources: resources.map(({ resource }) => resource ?? UNASSIGNED) }];
    }),
    seats: [...sectionOf].map((section) => (section === NOWHERE ? UNASSIGNED : section)),
  };
}
