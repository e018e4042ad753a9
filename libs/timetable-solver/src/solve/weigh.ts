/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { idleTimes } from './idle.ts';
import type { SearchState } from './state.ts';

// Scratch space of one evaluation: filled and read within a call, never kept.
const changedTime = new Int32Array(4096);
const changedSign = new Int32Array(4096);
const cellId = new Int32Array(4096);
const cellMask = new Int32Array(4096);
const cellCount = new Int32Array(4096);
const sharedPoint = new Int32Array(4096);
const sharedChange = new Int32Array(4096);

/** @returns change in cost when the first `changes` scratch times of the resource become busy (+1) or free (-1) */
function weighCells(state: SearchState, resource: number, changes: number): number {
  const { busy, points, timeCount } = state.compiled;
  const { frames, viewFrame, viewCells, cellOf, bitOf, parts, partPoint, partShared, partCells, cellTable, countTable, maskTable } = busy;
  const { mask, count, raw, scale } = state;
  const { table, cost } = points;
  let delta = 0;
  let shared = 0;
  const lastView = frames.begin[resource + 1]!;
  for (let at = frames.begin[resource]!; at < lastView; at++) {
    const view = frames.items[at]!;
    const frame = viewFrame[view]! * timeCount;
    const firstCell = viewCells[view]!;
    let cells = 0;
    for (let change = 0; change < changes; change++) {
      const time = frame + changedTime[change]!;
      const local = cellOf[time]!;
      if (local < 0) continue;
      let found = 0;
      while (found < cells && cellId[found] !== local) found++;
      if (found === cells) {
        cellId[cells] = local;
        cellMask[cells] = mask[firstCell + local]!;
        cellCount[cells] = count[firstCell + local]!;
        cells++;
      }
      cellMask[found] = cellMask[found]! ^ bitOf[time]!;
      cellCount[found] = cellCount[found]! + changedSign[change]!;
    }
    if (cells === 0) continue;
    const lastPart = parts.begin[view + 1]!;
    for (let part = parts.begin[view]!; part < lastPart; part++) {
      const base = partCells[part]!;
      let change = 0;
      for (let one = 0; one < cells; one++) {
        const local = cellId[one]!;
        const code = cellTable[base + local]!;
        if (code >= 0) change += countTable[code + cellCount[one]!]! - countTable[code + count[firstCell + local]!]!;
        else if (code === -2) change += idleTimes(cellMask[one]!) - idleTimes(mask[firstCell + local]!);
        else if (code < -2) change += maskTable[cellMask[one]! - 3 - code]! - maskTable[mask[firstCell + local]! - 3 - code]!;
      }
      if (change === 0) continue;
      const point = partPoint[part]!;
      if (partShared[part] === 1) {
        let found = 0;
        while (found < shared && sharedPoint[found] !== point) found++;
        if (found === shared) {
          sharedPoint[shared] = point;
          sharedChange[shared++] = 0;
        }
        sharedChange[found] = sharedChange[found]! + change;
        continue;
      }
      const from = table[point]! + raw[point]!;
      delta += scale[point]! * (cost[from + change]! - cost[from]!);
    }
  }
  for (let one = 0; one < shared; one++) {
    const point = sharedPoint[one]!;
    const from = table[point]! + raw[point]!;
    delta += scale[point]! * (cost[from + sharedChange[one]!]! - cost[from]!);
  }
  return delta;
}

/** @returns change in cost of the resource's lessons too many */
function weighClashes(state: SearchState, resource: number, change: number): number {
  const { busy, points } = state.compiled;
  let delta = change * state.clashCost[resource]!;
  const { begin, items } = busy.clashPoints;
  for (let at = begin[resource]!; at < begin[resource + 1]!; at++) {
    const point = items[at]!;
    const from = points.table[point]! + state.raw[point]!;
    delta += state.scale[point]! * (points.cost[from + change]! - points.cost[from]!);
  }
  return delta;
}

/** @returns change in cost when a lesson of the resource goes from times [from, from + length) to [to, to + length) */
export function weighBusy(state: SearchState, resource: number, from: number, to: number, length: number): number {
  const { timeCount, resourceCount } = state.compiled;
  if (resource === resourceCount) return 0;
  const { lessons, awayCost } = state;
  const row = resource * timeCount;
  let clash = 0;
  let changes = 0;
  let delta = 0;
  const fromEnd = Math.min(from + length, timeCount);
  for (let time = from; time < fromEnd; time++) {
    if (time >= to && time < to + length) continue;
    if (lessons[row + time]! > 1) clash--;
    else {
      delta -= awayCost[row + time]!;
      changedTime[changes] = time;
      changedSign[changes++] = -1;
    }
  }
  const toEnd = Math.min(to + length, timeCount);
  for (let time = to; time < toEnd; time++) {
    if (time >= from && time < from + length) continue;
    if (lessons[row + time]! > 0) clash++;
    else {
      delta += awayCost[row + time]!;
      changedTime[changes] = time;
      changedSign[changes++] = 1;
    }
  }
  if (clash !== 0) delta += weighClashes(state, resource, clash);
  return changes === 0 ? delta : delta + weighCells(state, resource, changes);
}

/** @returns change in cost when two lessons of one resource, of different length, change places */
export function weighExchange(state: SearchState, resource: number, one: number, oneLength: number, other: number, otherLength: number): number {
  const { timeCount, resourceCount } = state.compiled;
  if (resource === resourceCount) return 0;
  const { lessons, awayCost } = state;
  const row = resource * timeCount;
  // Both lessons lie within these times before and after.
  const longest = Math.max(oneLength, otherLength);
  const first = Math.min(one, other);
  const second = Math.max(one, other);
  let clash = 0;
  let changes = 0;
  let delta = 0;
  const firstEnd = Math.min(first + longest, timeCount);
  const secondEnd = Math.min(second + longest, timeCount);
  for (let time = first; time < secondEnd; time = time + 1 === firstEnd ? Math.max(firstEnd, second) : time + 1) {
    const change =
      (time >= other && time < other + oneLength ? 1 : 0) +
      (time >= one && time < one + otherLength ? 1 : 0) -
      (time >= one && time < one + oneLength ? 1 : 0) -
      (time >= other && time < other + otherLength ? 1 : 0);
    if (change === 0) continue;
    const before = lessons[row + time]!;
    const after = before + change;
    clash += Math.max(0, after - 1) - Math.max(0, before - 1);
    if (before > 0 && after > 0) continue;
    const sign = after > 0 ? 1 : -1;
    delta += sign * awayCost[row + time]!;
    changedTime[changes] = time;
    changedSign[changes++] = sign;
  }
  if (clash !== 0) delta += weighClashes(state, resource, clash);
  return changes === 0 ? delta : delta + weighCells(state, resource, changes);
}

/** @returns change in cost when the resource's number of lessons changes by `changes` at each of the first `amount` of `times` */
export function weighLessons(state: SearchState, resource: number, times: Int32Array, changes: Int32Array, amount: number): number {
  const { lessons, awayCost } = state;
  const row = resource * state.compiled.timeCount;
  let clash = 0;
  let busier = 0;
  let delta = 0;
  for (let at = 0; at < amount; at++) {
    const time = times[at]!;
    const before = lessons[row + time]!;
    const after = before + changes[at]!;
    clash += (after > 1 ? after - 1 : 0) - (before > 1 ? before - 1 : 0);
    if (before > 0 === after > 0) continue;
    const sign = after > 0 ? 1 : -1;
    delta += sign * awayCost[row + time]!;
    changedTime[busier] = time;
    changedSign[busier++] = sign;
  }
  if (clash !== 0) delta += weighClashes(state, resource, clash);
  return busier === 0 ? delta : delta + weighCells(state, resource, busier);
}
