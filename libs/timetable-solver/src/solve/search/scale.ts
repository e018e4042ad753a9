/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Random } from '../random.ts';
import type { SearchState } from '../state.ts';
import { weighAssign, weighMove } from '../weigh-moves.ts';
import type { Domains } from './domains.ts';

/** How much single moves change the cost: what temperatures and the weight of required rules are measured in. */
export interface Scale {
  /** Median change of the objective, of moves that change it; 0 where there is none. */
  readonly soft: number;
  /** Near the smallest such change. */
  readonly softLeast: number;
  /** Median change of the infeasibility. */
  readonly hard: number;
  readonly hardLeast: number;
}

const SAMPLES = 3000;
/** Keeps both costs apart in one number. */
const APART = 2 ** 30;

/** @returns the size of changes around the state, which stays as it is */
export function measureScale(state: SearchState, domains: Domains, random: Random): Scale {
  const before = state.hardWeight;
  state.setHardWeight(APART);
  const hard: number[] = [];
  const soft: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const delta = weighRandom(state, domains, random);
    const hardDelta = Math.round(delta / APART);
    const softDelta = delta - hardDelta * APART;
    if (hardDelta !== 0) hard.push(Math.abs(hardDelta));
    if (softDelta !== 0) soft.push(Math.abs(softDelta));
  }
  state.setHardWeight(before);
  const [softSorted, hardSorted] = [soft.sort((one, other) => one - other), hard.sort((one, other) => one - other)];
  const part = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
  return {
    soft: part(softSorted, 0.5),
    softLeast: Math.sqrt(Math.min(part(softSorted, 0), leastStep(state)) * part(softSorted, 0.1)),
    hard: part(hardSorted, 0.5),
    hardLeast: part(hardSorted, 0.1),
  };
}

/** @returns the least that one unit of a deviation costs by any rule that is not required */
function leastStep({ compiled: { points } }: SearchState): number {
  let least = Infinity;
  for (let point = 0; point < points.count; point++) {
    const first = points.table[point]!;
    for (let at = first + 1; points.isHard[point] === 0 && at < first + points.length[point]!; at++) {
      const step = Math.abs(points.cost[at]! - points.cost[at - 1]!);
      if (step > 0 && step < least) least = step;
    }
  }
  return least;
}

function weighRandom(state: SearchState, domains: Domains, random: Random): number {
  const { layout } = state.compiled;
  if (random.below(domains.movable.length + domains.openTasks.length) >= domains.movable.length) {
    const task = domains.openTasks[random.below(domains.openTasks.length)]!;
    if (state.duration[layout.taskMeet[task]!] === 0) return 0;
    return weighAssign(state, task, pick(domains.choices, layout.taskPlace[task]!, random));
  }
  const meet = domains.movable[random.below(domains.movable.length)]!;
  const length = state.duration[meet]!;
  return length === 0 ? 0 : weighMove(state, meet, pick(domains.starts, domains.startRow[layout.meetEvent[meet]!]! + length - 1, random));
}

function pick({ begin, items }: Domains['starts'], row: number, random: Random): number {
  return items[begin[row]! + random.below(begin[row + 1]! - begin[row]!)]!;
}
