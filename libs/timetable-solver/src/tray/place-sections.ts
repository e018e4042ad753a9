import type { Random } from '../solve/random.ts';
import { NOWHERE, type Plan } from './plan.ts';
import type { TrayProblem } from './problem.ts';

/** Moves tried per section while cooling down. */
const MOVES_PER_SECTION = 4000;

/**
 * How much two sections are in each other's way in one slot: over the learners who could be in both, the chance that they have to be,
 * one by the number of their sections each.
 */
function weighPairs({ sections, choices, choicesOf }: TrayProblem): Float32Array {
  const weights = new Float32Array(sections * sections);
  const add = (one: number, other: number, weight: number): void => {
    weights[one * sections + other] = (weights[one * sections + other] ?? 0) + weight;
  };
  for (const own of choicesOf) {
    for (const [at, first] of own.entries()) {
      for (const second of own.slice(at + 1)) {
        const [these, those] = [choices[first]?.sections ?? [], choices[second]?.sections ?? []];
        // With more sections to choose from a clash is more than proportionally rarer.
        const weight = 1 / (these.length * those.length) ** 1.5;
        for (const one of these) {
          for (const other of those) {
            add(one, other, weight);
            add(other, one, weight);
          }
        }
      }
    }
  }
  // Sections of one course in different slots give learners a choice.
  for (const together of new Set(choices.map(({ sections: all }) => all))) for (const one of together) for (const other of together) if (one !== other) add(one, other, 0.5);
  return weights;
}

/**
 * Puts the sections into slots so that few learners will want two of a slot: annealing on pairs, before anybody has a seat. Sections
 * that are in a slot already stay there. Stops for breath now and then.
 */
export function* placeSections(plan: Plan, random: Random, shouldStop: () => boolean): Generator<undefined> {
  const { problem } = plan;
  const { sections, slots } = problem;
  const open = listHardestFirst(problem).filter((section) => plan.slotOf[section] === NOWHERE);
  if (open.length === 0) return;
  const weights = weighPairs(problem);
  yield;
  const inSlot = Array.from({ length: slots }, (_, slot) => [...plan.slotOf.keys()].filter((section) => plan.slotOf[section] === slot));
  const load = (section: number, slot: number): number => (inSlot[slot] ?? []).reduce((sum, other) => (other === section ? sum : sum + (weights[section * sections + other] ?? 0)), 0);
  const put = (section: number, slot: number): void => {
    const before = plan.slotOf[section] ?? NOWHERE;
    if (before !== NOWHERE) inSlot[before] = (inSlot[before] ?? []).filter((one) => one !== section);
    plan.move(section, slot);
    inSlot[slot]?.push(section);
  };
  for (const section of open) {
    let [best, least] = [NOWHERE, Infinity];
    const from = random.below(slots);
    for (let step = 0; step < slots; step += 1) {
      const slot = (step + from) % slots;
      if (!plan.fits(section, slot)) continue;
      // Even slots leave more room to choose.
      const cost = load(section, slot) + (inSlot[slot]?.length ?? 0) * 0.01;
      if (cost < least) [best, least] = [slot, cost];
    }
    if (best !== NOWHERE) put(section, best);
  }
  const moves = open.length * MOVES_PER_SECTION;
  const hottest = 1;
  for (let move = 0; move < moves; move += 1) {
    if (move % 1024 === 0) {
      if (shouldStop()) return;
      yield;
    }
    const section = open[random.below(open.length)] ?? 0;
    const slot = random.below(slots);
    const before = plan.slotOf[section] ?? NOWHERE;
    if (slot === before || !plan.fits(section, slot)) continue;
    const gain = (before === NOWHERE ? Infinity : load(section, before)) - load(section, slot);
    const temperature = hottest * 0.002 ** (move / moves);
    if (gain >= 0 || random.unit() < Math.exp(gain / temperature)) put(section, slot);
  }
}

/** Those with the fewest slots to choose from first, then those of the courses with the fewest sections. */
function listHardestFirst({ sections, slots, allowed, choices }: TrayProblem): number[] {
  const open = Array.from({ length: sections }, (_, section) => allowed.subarray(section * slots, (section + 1) * slots).reduce((sum, one) => sum + one, 0));
  const twins = new Map<number, number>();
  for (const { sections: all } of choices) for (const section of all) twins.set(section, Math.min(twins.get(section) ?? Infinity, all.length));
  return [...open.keys()].sort((one, other) => (open[one] ?? 0) - (open[other] ?? 0) || (twins.get(one) ?? 0) - (twins.get(other) ?? 0) || one - other);
}
