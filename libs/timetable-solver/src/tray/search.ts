import { evaluate, type Cost } from '../evaluate/index.ts';
import { UNASSIGNED, type Instance, type Solution } from '../model/index.ts';
import { Random } from '../solve/random.ts';
import { Improver, shuffle } from './improve.ts';
import { NOWHERE, Plan } from './plan.ts';
import { placeSections } from './place-sections.ts';
import { readTray } from './problem.ts';
import { Seats } from './seats.ts';

export interface TrayOptions {
  /** Wall-clock budget; 30 where neither this nor `moves` is given. */
  readonly seconds?: number;
  /** Section moves tried after the first plan; with the same seed the result is then always the same. */
  readonly moves?: number;
  readonly seed?: number;
  /** Begins from this timetable: what of it can stay is where the search begins. */
  readonly warmStart?: Solution;
  /** Hears of the first plan, and each time fewer choices are open. */
  readonly onProgress?: (progress: TrayProgress) => void;
}

export interface TrayProgress {
  /** Choices without a seat. */
  readonly open: number;
  readonly seconds: number;
}

export interface TrayResult {
  readonly solution: Solution;
  readonly cost: Cost;
  readonly choices: number;
  /** How many of them have a seat. */
  readonly met: number;
  /** Each time fewer choices were open. */
  readonly curve: readonly TrayProgress[];
  readonly moves: number;
  readonly seconds: number;
}

/** An open choice more is taken on while hot. */
const HOTTEST = 0.7;
const COOLEST = 0.08;
/** Choices seated, and moves tried, between two breaths. */
const SEATS_AT_A_TIME = 64;
const MOVES_AT_A_TIME = 8;

/**
 * The search, a breath at a time: whoever drives it may do something else between two of them.
 * @param isEnded asked now and then: true ends the search with the best so far
 */
export function* searchTray(instance: Instance, { seconds, moves = Infinity, seed = 1, warmStart, onProgress }: TrayOptions, isEnded: () => boolean = () => false): Generator<undefined, TrayResult> {
  const began = performance.now();
  const budget = seconds ?? (moves === Infinity ? 30 : Infinity);
  const elapsed = (): number => (performance.now() - began) / 1000;
  const isOver = (): boolean => isEnded() || elapsed() > budget;
  const problem = readTray(instance);
  const [random, plan] = [new Random(seed), new Plan(problem)];
  if (warmStart !== undefined) keepSlots(plan, warmStart);
  yield;
  placeSections(plan, random);

  const seats = new Seats(plan);
  for (const [choice, section] of (warmStart?.seats ?? []).entries()) if (section !== UNASSIGNED) seats.take(choice, section);
  for (const [at, choice] of shuffle([...problem.choices.keys()], random).entries()) {
    if (at % SEATS_AT_A_TIME === 0) {
      if (isOver()) break;
      yield;
    }
    if (seats.sectionOf[choice] === NOWHERE) seats.seat(choice, random.below(1 << 16));
  }
  const improver = new Improver(plan, seats, random);
  const curve: TrayProgress[] = [];
  const note = () => {
    const progress = { open: seats.open, seconds: elapsed() };
    curve.push(progress);
    onProgress?.(progress);
    return { open: seats.open, slotOf: plan.slotOf.slice(), sectionOf: seats.sectionOf.slice() };
  };
  let best = note();
  let tried = 0;
  const start = elapsed();
  for (; best.open > 0 && tried < moves; tried += 1) {
    if (tried % MOVES_AT_A_TIME === 0) {
      if (isOver()) break;
      yield;
    }
    const share = Math.max(moves === Infinity ? 0 : tried / moves, budget === Infinity ? 0 : (elapsed() - start) / (budget - start));
    improver.attempt(HOTTEST * (COOLEST / HOTTEST) ** share);
    if (seats.open < best.open) best = note();
  }
  const solution = toSolution(instance, best.slotOf, best.sectionOf);
  return { solution, cost: evaluate(instance, solution), choices: problem.choices.length, met: problem.choices.length - best.open, curve, moves: tried, seconds: elapsed() };
}

function keepSlots(plan: Plan, { events }: Solution): void {
  for (const [section, [meet]] of events.entries()) {
    const slot = meet?.time ?? UNASSIGNED;
    if (slot !== UNASSIGNED && plan.slotOf[section] === NOWHERE && plan.fits(section, slot)) plan.move(section, slot);
  }
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
