import type { Random } from '../solve/random.ts';
import { Orders } from './orders.ts';
import { NOWHERE, type Plan } from './plan.ts';
import type { TrayProblem } from './problem.ts';

/** What it counts that two sections of one course are in one slot: those who cannot come to one of them can come to neither. */
const TWINS = 5;

/**
 * How much two sections are in each other's way in one slot: over the learners who could be in both, the chance that they are, one by
 * the number of their sections each; so many learners lose a seat there, if nobody minded. Where learners have a course in every slot
 * this also keeps the slots equally full.
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
        const weight = 1 / (these.length * those.length);
        for (const one of these) {
          for (const other of those) {
            add(one, other, weight);
            add(other, one, weight);
          }
        }
      }
    }
  }
  for (const together of new Set(choices.map(({ sections: all }) => all))) for (const one of together) for (const other of together) if (one !== other) add(one, other, TWINS);
  return weights;
}

/**
 * Puts the sections into slots so that few learners will want two of a slot, before anybody has a seat: the hardest first, each where
 * it is least in the way. Sections that are in a slot already stay there. Annealing on these weights was tried: it finds plans that
 * weigh less and meet fewer choices.
 */
export function placeSections(plan: Plan, random: Random): void {
  const { problem } = plan;
  const { sections, slots } = problem;
  const open = listHardestFirst(problem).filter((section) => plan.slotOf[section] === NOWHERE);
  if (open.length === 0) return;
  const weights = weighPairs(problem);
  const orders = new Orders(problem);
  const inSlot = Array.from({ length: slots }, (_, slot) => [...plan.slotOf.keys()].filter((section) => plan.slotOf[section] === slot));
  for (const section of open) {
    let [best, least] = [NOWHERE, Infinity];
    const from = random.below(slots);
    for (let step = 0; step < slots; step += 1) {
      const slot = (step + from) % slots;
      if (!plan.fits(section, slot)) continue;
      const others = inSlot[slot] ?? [];
      // Even slots leave more room to choose.
      const cost = others.reduce((sum, other) => sum + (weights[section * sections + other] ?? 0), others.length * 0.01) + orders.weigh(section, slot, plan.slotOf);
      if (cost < least) [best, least] = [slot, cost];
    }
    if (best === NOWHERE) continue;
    plan.move(section, best);
    inSlot[best]?.push(section);
  }
}

/** Those with the fewest slots to choose from first, then those of the courses with the fewest sections. */
function listHardestFirst({ sections, slots, allowed, choices }: TrayProblem): number[] {
  const open = Array.from({ length: sections }, (_, section) => allowed.subarray(section * slots, (section + 1) * slots).reduce((sum, one) => sum + one, 0));
  const twins = new Map<number, number>();
  for (const { sections: all } of choices) for (const section of all) twins.set(section, Math.min(twins.get(section) ?? Infinity, all.length));
  return [...open.keys()].sort((one, other) => (open[one] ?? 0) - (open[other] ?? 0) || (twins.get(one) ?? 0) - (twins.get(other) ?? 0) || one - other);
}
