/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { idleTimes } from './idle.ts';
import type { SearchState } from './state.ts';
import { isPartly, measureOrder, measureShape, outside } from './weigh-course.ts';

/** Sets a point's raw value and brings the sums up to date. */
function setRaw(state: SearchState, point: number, raw: number): void {
  const { table, cost, isHard } = state.compiled.points;
  const change = cost[table[point]! + raw]! - cost[table[point]! + state.raw[point]!]!;
  state.raw[point] = raw;
  state.weighed += state.scale[point]! * change;
  if (isHard[point] === 1) state.hard += change;
  else state.soft += change;
}

/** Books one lesson more (+1) or less (-1) of the resource at the time. */
function book(state: SearchState, resource: number, time: number, meet: number, sign: number): void {
  const { busy, timeCount } = state.compiled;
  const at = resource * timeCount + time;
  const before = state.lessons[at]!;
  state.lessons[at] = before + sign;
  state.meetSum[at] = state.meetSum[at]! + sign * meet;
  if (before + Math.min(0, sign) > 0) {
    state.clashes[resource] = state.clashes[resource]! + sign;
    state.hard += sign * busy.clashHard[resource]!;
    state.soft += sign * busy.clashSoft[resource]!;
    state.weighed += sign * state.clashCost[resource]!;
    const { begin, items } = busy.clashPoints;
    for (let row = begin[resource]!; row < begin[resource + 1]!; row++) setRaw(state, items[row]!, state.clashes[resource]!);
    return;
  }
  state.hard += sign * busy.awayHard[at]!;
  state.soft += sign * busy.awaySoft[at]!;
  state.weighed += sign * state.awayCost[at]!;
  const { frames, viewFrame, viewCells, cellOf, bitOf, parts, partPoint, partCells, cellTable, countTable, maskTable } = busy;
  for (let row = frames.begin[resource]!; row < frames.begin[resource + 1]!; row++) {
    const view = frames.items[row]!;
    const place = viewFrame[view]! * timeCount + time;
    const local = cellOf[place]!;
    if (local < 0) continue;
    const cell = viewCells[view]! + local;
    const [oldMask, oldCount] = [state.mask[cell]!, state.count[cell]!];
    const mask = oldMask ^ bitOf[place]!;
    state.mask[cell] = mask;
    state.count[cell] = oldCount + sign;
    for (let part = parts.begin[view]!; part < parts.begin[view + 1]!; part++) {
      const code = cellTable[partCells[part]! + local]!;
      let change = 0;
      if (code >= 0) change = countTable[code + oldCount + sign]! - countTable[code + oldCount]!;
      else if (code === -2) change = idleTimes(mask) - idleTimes(oldMask);
      else if (code < -2) change = maskTable[mask - 3 - code]! - maskTable[oldMask - 3 - code]!;
      if (change !== 0) setRaw(state, partPoint[part]!, state.raw[partPoint[part]!]! + change);
    }
  }
}

/** Counts anew what is seen of the event by rules that are not kept up to date change by change. */
function observe(state: SearchState, event: number): void {
  const { rows, list } = state.compiled.observers;
  for (let at = rows.begin[event]!; at < rows.begin[event + 1]!; at++) {
    const { point, measure } = list[rows.items[at]!]!;
    setRaw(state, point, measure(state));
  }
}

/** Books the resource for the meet's present times, or frees it. */
function bookAll(state: SearchState, resource: number, meet: number, sign: number): void {
  const { timeCount, resourceCount } = state.compiled;
  if (resource === resourceCount) return;
  const end = Math.min(state.start[meet]! + state.duration[meet]!, timeCount);
  for (let time = state.start[meet]!; time < end; time++) book(state, resource, time, meet, sign);
}

/** Gives the meet another first time. */
export function setStart(state: SearchState, meet: number, to: number): void {
  if (state.start[meet] === to) return;
  const { layout, orders } = state.compiled;
  const [firstTask, lastTask] = [layout.meetTasks[meet]!, layout.meetTasks[meet + 1]!];
  for (let task = firstTask; task < lastTask; task++) bookAll(state, state.assigned[task]!, meet, -1);
  countStart(state, meet, -1);
  state.start[meet] = to;
  countStart(state, meet, 1);
  for (let task = firstTask; task < lastTask; task++) bookAll(state, state.assigned[task]!, meet, 1);
  const event = layout.meetEvent[meet]!;
  for (let at = orders.rows.begin[event]!; at < orders.rows.begin[event + 1]!; at++) {
    const pair = orders.rows.items[at]!;
    setRaw(state, orders.point[pair]!, measureOrder(state, pair, meet, to));
  }
  observe(state, event);
}

/** Adds (+1) or takes away (-1) what the meet's start means to the rules on its event. */
function countStart(state: SearchState, meet: number, sign: number): void {
  const { layout, starts, spreads, links, timeCount } = state.compiled;
  const event = layout.meetEvent[meet]!;
  const start = state.start[meet]!;
  const length = state.duration[meet]!;
  const row = (length - 1) * (timeCount + 1) + start;
  state.hard += sign * starts.hard[starts.base[event]! + row]!;
  state.soft += sign * starts.soft[starts.base[event]! + row]!;
  state.weighed += sign * state.startCost[starts.base[event]! + row]!;
  for (let at = starts.rows.begin[event]!; at < starts.rows.begin[event + 1]!; at++) {
    const entry = starts.rows.items[at]!;
    const point = starts.point[entry]!;
    setRaw(state, point, state.raw[point]! + sign * starts.raw[starts.rawBase[entry]! + row]!);
  }
  for (let at = spreads.rows.begin[event]!; at < spreads.rows.begin[event + 1]!; at++) {
    const part = spreads.rows.items[at]!;
    const group = spreads.groupOf[spreads.map[part]! + start]!;
    if (group < 0) continue;
    const counter = spreads.counters[part]! + group;
    const before = state.spreadCount[counter]!;
    const [minimum, maximum] = [spreads.minimum[counter]!, spreads.maximum[counter]!];
    state.spreadCount[counter] = before + sign;
    const point = spreads.point[part]!;
    setRaw(state, point, state.raw[point]! + outside(before + sign, minimum, maximum) - outside(before, minimum, maximum));
  }
  for (let at = links.rows.begin[event]!; at < links.rows.begin[event + 1]!; at++) {
    const membership = links.rows.items[at]!;
    for (let time = start; time < start + length && time < timeCount; time++) countRunning(state, membership, time, sign);
  }
}

function countRunning(state: SearchState, membership: number, time: number, sign: number): void {
  const { links, timeCount } = state.compiled;
  const link = links.link[membership]!;
  const own = membership * timeCount + time;
  const before = state.running[own]!;
  state.running[own] = before + sign;
  if (before > 0 && before + sign > 0) return;
  const all = link * timeCount + time;
  const count = state.linked[all]!;
  state.linked[all] = count + sign;
  const size = links.size[link]!;
  const point = links.point[link]!;
  setRaw(state, point, state.raw[point]! + isPartly(count + sign, size) - isPartly(count, size));
}

/** Gives the place of the meet another resource (or “no resource”). */
export function setResource(state: SearchState, task: number, to: number): void {
  const from = state.assigned[task]!;
  if (from === to) return;
  const meet = state.compiled.layout.taskMeet[task]!;
  bookAll(state, from, meet, -1);
  countChoice(state, task, -1);
  state.doubles[meet] = state.doubles[meet]! + countSame(state, meet, task, to) - countSame(state, meet, task, from);
  state.assigned[task] = to;
  countChoice(state, task, 1);
  bookAll(state, to, meet, 1);
  observe(state, state.compiled.layout.meetEvent[meet]!);
}

/** Adds (+1) or takes away (-1) what the choice in the task means to the rules on choices. */
function countChoice(state: SearchState, task: number, sign: number): void {
  const { layout, roles, resourceCount } = state.compiled;
  const seat = layout.taskPlace[task]!;
  const meet = layout.taskMeet[task]!;
  const resource = state.assigned[task]!;
  const length = state.duration[meet]!;
  const base = roles.base[seat]!;
  if (base >= 0) {
    state.hard += sign * length * roles.hard[base + resource]!;
    state.soft += sign * length * roles.soft[base + resource]!;
    state.weighed += sign * length * state.roleCost[base + resource]!;
  }
  for (let at = roles.rows.begin[seat]!; at < roles.rows.begin[seat + 1]!; at++) {
    const entry = roles.rows.items[at]!;
    const point = roles.point[entry]!;
    setRaw(state, point, state.raw[point]! + sign * length * roles.raw[roles.rawBase[entry]! + resource]!);
  }
  if (resource === resourceCount || length === 0) return;
  for (let at = roles.split.begin[seat]!; at < roles.split.begin[seat + 1]!; at++) {
    const group = roles.split.items[at]!;
    const counter = group * (resourceCount + 1) + resource;
    const before = state.splitCount[counter]!;
    state.splitCount[counter] = before + sign;
    const point = roles.splitPoint[group]!;
    if (before === 0) setRaw(state, point, state.raw[point]! + 1);
    else if (before + sign === 0) setRaw(state, point, state.raw[point]! - 1);
  }
  for (let at = roles.workloadPoints.begin[resource]!; at < roles.workloadPoints.begin[resource + 1]!; at++) {
    const point = roles.workloadPoints.items[at]!;
    state.workload[point] = state.workload[point]! + sign * length * roles.workload[seat]!;
    setRaw(state, point, measureWorkload(state, point, state.workload[point]!));
  }
}

/** @returns how many other tasks of the meet have the resource */
function countSame(state: SearchState, meet: number, task: number, resource: number): number {
  const { layout, resourceCount } = state.compiled;
  if (resource === resourceCount) return 0;
  let same = 0;
  for (let other = layout.meetTasks[meet]!; other < layout.meetTasks[meet + 1]!; other++) if (other !== task && state.assigned[other] === resource) same++;
  return same;
}

/** @returns deviation of a work load, rounded up to whole units */
export function measureWorkload(state: SearchState, point: number, workload: number): number {
  const { workloadMinimum, workloadMaximum, workloadUnit } = state.compiled.roles;
  const beyond = Math.max(0, workloadMinimum[point]! - workload, workload - workloadMaximum[point]!) / workloadUnit;
  // Work loads with decimals leave a last bit behind.
  return Math.ceil(beyond - 1e-6);
}

/** Sets the meet's length (0: it sleeps), without its time and choices, which stay as they are. */
export function resize(state: SearchState, meet: number, length: number): void {
  if (state.duration[meet] === length) return;
  const { layout, shapes } = state.compiled;
  const [firstTask, lastTask] = [layout.meetTasks[meet]!, layout.meetTasks[meet + 1]!];
  if (state.duration[meet]! > 0) {
    for (let task = firstTask; task < lastTask; task++) bookAll(state, state.assigned[task]!, meet, -1);
    for (let task = firstTask; task < lastTask; task++) countChoice(state, task, -1);
    countStart(state, meet, -1);
  }
  state.duration[meet] = length;
  if (length > 0) {
    countStart(state, meet, 1);
    for (let task = firstTask; task < lastTask; task++) countChoice(state, task, 1);
    for (let task = firstTask; task < lastTask; task++) bookAll(state, state.assigned[task]!, meet, 1);
  }
  const event = layout.meetEvent[meet]!;
  for (let at = shapes.rows.begin[event]!; at < shapes.rows.begin[event + 1]!; at++) {
    const rule = shapes.rows.items[at]!;
    setRaw(state, shapes.point[rule]!, measureShape(state, event, rule));
  }
  const { orders } = state.compiled;
  for (let at = orders.rows.begin[event]!; at < orders.rows.begin[event + 1]!; at++) {
    const pair = orders.rows.items[at]!;
    setRaw(state, orders.point[pair]!, measureOrder(state, pair, meet, state.start[meet]!));
  }
  observe(state, event);
}
