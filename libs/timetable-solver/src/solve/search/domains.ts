/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Compiled, Rows } from '../compiled.ts';

/** What the search may choose from. */
export interface Domains {
  /** Meets (awake or asleep) whose time may change. */
  readonly movable: Int32Array;
  readonly isFixed: Uint8Array; // [event]
  /** Starts without a required rule against them (or with the fewest), per event and duration: row `startRow[event] + duration - 1`. */
  readonly startRow: Int32Array; // [event]
  readonly starts: Rows;
  /** Tasks whose resource may change. */
  readonly openTasks: Int32Array;
  /** Resources without a required rule against them, per place; “no resource” among them where no rule asks for one. */
  readonly choices: Rows; // [place]
}

/** What stays as it is in the warm start. */
export interface Locks {
  /** Indices of events whose meets keep their times. */
  readonly times?: readonly number[];
  /** Indices of events whose meets keep their resources. */
  readonly resources?: readonly number[];
}

function listCheapest(count: number, costOf: (index: number) => number): number[] {
  let least = Infinity;
  let cheapest: number[] = [];
  for (let index = 0; index < count; index++) {
    const cost = costOf(index);
    if (cost > least) continue;
    if (cost < least) cheapest = [];
    least = cost;
    cheapest.push(index);
  }
  return cheapest;
}

/** @returns what may be chosen, required rules on the lesson alone taken into account */
export function findDomains(compiled: Compiled, locks: Locks = {}): Domains {
  const { layout, starts, roles, busy, timeCount, resourceCount, eventCount, meetCount, taskCount } = compiled;
  const isFixed = Uint8Array.from(layout.givenTime, (time) => (time === timeCount ? 0 : 1));
  for (const event of locks.times ?? []) isFixed[event] = 1;
  const keepsResources = new Set(locks.resources);
  const startRow = new Int32Array(eventCount);
  const startLists: number[][] = [];
  for (let event = 0; event < eventCount; event++) {
    startRow[event] = startLists.length;
    const given = layout.placeGiven.subarray(layout.eventPlaces[event]!, layout.eventPlaces[event + 1]!);
    for (let duration = 1; duration <= layout.eventDuration[event]!; duration++) {
      const row = starts.base[event]! + (duration - 1) * (timeCount + 1);
      const costAt = (start: number): number => {
        let cost = starts.hard[row + start]!;
        for (const resource of given) for (let time = start; time < start + duration; time++) cost += resource === resourceCount ? 0 : busy.awayHard[resource * timeCount + time]!;
        return cost;
      };
      startLists.push(isFixed[event] === 1 ? [] : listCheapest(Math.max(1, timeCount - duration + 1), costAt));
    }
  }
  const choiceLists: number[][] = [];
  for (const [place, given] of layout.placeGiven.entries()) {
    const { begin, items } = layout.typeResources;
    const ofType = items.subarray(begin[layout.placeType[place]!]!, begin[layout.placeType[place]! + 1]!);
    const candidates = [...ofType, resourceCount];
    const base = roles.base[place]!;
    const cheapest = given === resourceCount ? listCheapest(candidates.length, (at) => (base < 0 ? 0 : roles.hard[base + candidates[at]!]!)) : [];
    choiceLists.push(cheapest.map((at) => candidates[at]!));
  }
  const startItems = Int32Array.from(startLists.flat());
  const choiceItems = Int32Array.from(choiceLists.flat());
  return {
    isFixed,
    movable: Int32Array.from({ length: meetCount }, (_, meet) => meet).filter((meet) => isFixed[layout.meetEvent[meet]!] === 0),
    startRow,
    starts: { begin: toBegin(startLists), items: startItems },
    openTasks: Int32Array.from({ length: taskCount }, (_, task) => task).filter(
      (task) => layout.placeGiven[layout.taskPlace[task]!] === resourceCount && !keepsResources.has(layout.meetEvent[layout.taskMeet[task]!]!),
    ),
    choices: { begin: toBegin(choiceLists), items: choiceItems },
  };
}

function toBegin(lists: readonly (readonly number[])[]): Int32Array {
  const begin = new Int32Array(lists.length + 1);
  for (const [key, list] of lists.entries()) begin[key + 1] = begin[key]! + list.length;
  return begin;
}
