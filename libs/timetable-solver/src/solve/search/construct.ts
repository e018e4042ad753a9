/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { resize, setResource, setStart } from '../changes.ts';
import type { Random } from '../random.ts';
import type { SearchState } from '../state.ts';
import { weighAssign, weighMove } from '../weigh-moves.ts';
import type { Domains } from './domains.ts';
import { choosePartitions } from './partitions.ts';

/** Lays out the meets of the events that may move, without times. The others stay as loaded. */
export function partition(state: SearchState, domains: Domains, random: Random): void {
  const { layout, timeCount } = state.compiled;
  for (const [event, lengths] of choosePartitions(state.compiled, domains, random).entries()) {
    if (domains.isFixed[event] === 1) continue;
    for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
      resize(state, meet, 0);
      state.start[meet] = timeCount;
      resize(state, meet, lengths[meet - layout.eventMeets[event]!] ?? 0);
    }
  }
}

/**
 * Meets that may move by how hard they are to place: long, with few starts and busy people first.
 * @param blur how much chance mixes the order; without any the lessons of a course come one after the other
 */
export function listHardestFirst(state: SearchState, domains: Domains, random: Random, blur = 0.2): number[] {
  const { layout, resourceCount } = state.compiled;
  const load = new Float64Array(resourceCount + 1);
  for (const [task, place] of layout.taskPlace.entries()) load[layout.placeGiven[place]!] = load[layout.placeGiven[place]!]! + state.duration[layout.taskMeet[task]!]!;
  load[resourceCount] = 0;
  const hardness = new Map<number, number>();
  for (const meet of domains.movable) {
    const length = state.duration[meet]!;
    if (length === 0) continue;
    const event = layout.meetEvent[meet]!;
    const row = domains.startRow[event]! + length - 1;
    const starts = Math.max(1, domains.starts.begin[row + 1]! - domains.starts.begin[row]!);
    let busy = 0;
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) busy += load[layout.placeGiven[layout.taskPlace[task]!]!]!;
    hardness.set(meet, ((length * (busy + 1)) / starts) * (1 + blur * random.unit()));
  }
  return [...hardness.keys()].sort((one, other) => hardness.get(other)! - hardness.get(one)!);
}

/** Gives each meet without a time the start that costs least, the hardest first, and each open task the resource that costs least. */
export function construct(state: SearchState, domains: Domains, random: Random): void {
  const { layout, resourceCount } = state.compiled;
  for (const meet of listHardestFirst(state, domains, random)) {
    if (state.start[meet] !== state.compiled.timeCount) continue;
    const row = domains.startRow[layout.meetEvent[meet]!]! + state.duration[meet]! - 1;
    const start = findCheapest(domains.starts.items, domains.starts.begin[row]!, domains.starts.begin[row + 1]!, random, (to) => weighMove(state, meet, to));
    if (start !== undefined) setStart(state, meet, start);
  }
  for (const task of domains.openTasks) {
    if (state.duration[layout.taskMeet[task]!] === 0 || state.assigned[task] !== resourceCount) continue;
    const seat = layout.taskPlace[task]!;
    const choice = findCheapest(domains.choices.items, domains.choices.begin[seat]!, domains.choices.begin[seat + 1]!, random, (to) => weighAssign(state, task, to));
    if (choice !== undefined) setResource(state, task, choice);
  }
}

function findCheapest(items: Int32Array, begin: number, end: number, random: Random, costOf: (item: number) => number): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  let ties = 0;
  for (let at = begin; at < end; at++) {
    const cost = costOf(items[at]!);
    if (cost > least) continue;
    ties = cost === least ? ties + 1 : 1;
    least = cost;
    if (random.below(ties) === 0) best = items[at]!;
  }
  return best;
}
