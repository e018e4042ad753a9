/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { setResource, measureWorkload, setStart } from './changes.ts';
import type { SearchState } from './state.ts';
import { weighBusy, weighExchange } from './weigh.ts';
import { weighPoint, weighStart } from './weigh-course.ts';

/** @returns change in `weighed` if the meet began at `to`; nothing is changed */
export function weighMove(state: SearchState, meet: number, to: number): number {
  const from = state.start[meet]!;
  if (from === to) return 0;
  if (state.doubles[meet] !== 0 || isObserved(state, meet)) return weighByDoing(state, () => setStart(state, meet, to), () => setStart(state, meet, from));
  const { meetTasks } = state.compiled.layout;
  const { assigned } = state;
  const length = state.duration[meet]!;
  let delta = weighStart(state, meet, to);
  const last = meetTasks[meet + 1]!;
  for (let task = meetTasks[meet]!; task < last; task++) delta += weighBusy(state, assigned[task]!, from, to, length);
  return delta;
}

/** Whether a rule looks at the meet's event that is counted anew after each change. */
export function isObserved(state: SearchState, meet: number): boolean {
  const { layout, observers } = state.compiled;
  const event = layout.meetEvent[meet]!;
  return observers.rows.begin[event] !== observers.rows.begin[event + 1];
}

function weighByDoing(state: SearchState, change: () => void, undo: () => void): number {
  const before = state.weighed;
  change();
  const delta = state.weighed - before;
  undo();
  return delta;
}

function setStarts(state: SearchState, one: number, here: number, other: number, there: number): void {
  setStart(state, one, here);
  setStart(state, other, there);
}

// Marks the resources of one meet while a swap is weighed.
let marks = new Int32Array(0);
let mark = 0;

/** Whether some rule looks at both events, so that a swap is more than two moves. */
function haveCommonRule(state: SearchState, one: number, other: number): boolean {
  const { spreads, links, orders, starts } = state.compiled;
  if (one === other) {
    const { begin } = starts.rows;
    if (begin[one] !== begin[one + 1]) return true;
  }
  return share(spreads.rows.items, spreads.rows.begin, one, other, undefined) || share(links.rows.items, links.rows.begin, one, other, links.link) || share(orders.rows.items, orders.rows.begin, one, other, undefined);
}

function share(items: Int32Array, begin: Int32Array, one: number, other: number, keyOf: Int32Array | undefined): boolean {
  for (let at = begin[one]!; at < begin[one + 1]!; at++) {
    const key = keyOf === undefined ? items[at]! : keyOf[items[at]!]!;
    for (let to = begin[other]!; to < begin[other + 1]!; to++) if ((keyOf === undefined ? items[to]! : keyOf[items[to]!]!) === key) return true;
  }
  return false;
}

/** @returns change in `weighed` if the two meets changed places; nothing is changed */
export function weighSwap(state: SearchState, one: number, other: number): number {
  const { layout, resourceCount } = state.compiled;
  const [here, there] = [state.start[one]!, state.start[other]!];
  if (here === there) return 0;
  if (state.doubles[one] !== 0 || state.doubles[other] !== 0 || isObserved(state, one) || isObserved(state, other) || haveCommonRule(state, layout.meetEvent[one]!, layout.meetEvent[other]!)) {
    return weighByDoing(state, () => setStarts(state, one, there, other, here), () => setStarts(state, one, here, other, there));
  }
  if (marks.length <= resourceCount) marks = new Int32Array(resourceCount + 1);
  mark++;
  const [oneLength, otherLength] = [state.duration[one]!, state.duration[other]!];
  let delta = weighStart(state, one, there) + weighStart(state, other, here);
  for (let task = layout.meetTasks[one]!; task < layout.meetTasks[one + 1]!; task++) marks[state.assigned[task]!] = mark;
  for (let task = layout.meetTasks[other]!; task < layout.meetTasks[other + 1]!; task++) {
    const resource = state.assigned[task]!;
    if (marks[resource] !== mark) delta += weighBusy(state, resource, there, here, otherLength);
    else {
      marks[resource] = -1;
      if (oneLength !== otherLength) delta += weighExchange(state, resource, here, oneLength, there, otherLength);
    }
  }
  for (let task = layout.meetTasks[one]!; task < layout.meetTasks[one + 1]!; task++) {
    const resource = state.assigned[task]!;
    if (marks[resource] === mark) delta += weighBusy(state, resource, here, there, oneLength);
  }
  return delta;
}

/** @returns change in `weighed` if the task had the resource `to` (or “no resource”); nothing is changed */
export function weighAssign(state: SearchState, task: number, to: number): number {
  const from = state.assigned[task]!;
  if (from === to) return 0;
  const { layout, roles, timeCount, resourceCount } = state.compiled;
  const meet = layout.taskMeet[task]!;
  if (state.doubles[meet] !== 0 || isObserved(state, meet) || hasResource(state, meet, to)) return weighByDoing(state, () => setResource(state, task, to), () => setResource(state, task, from));
  const seat = layout.taskPlace[task]!;
  const length = state.duration[meet]!;
  const start = state.start[meet]!;
  let delta = weighBusy(state, from, start, timeCount, length) + weighBusy(state, to, timeCount, start, length);
  const base = roles.base[seat]!;
  if (base >= 0) delta += length * (state.roleCost[base + to]! - state.roleCost[base + from]!);
  for (let at = roles.rows.begin[seat]!; at < roles.rows.begin[seat + 1]!; at++) {
    const entry = roles.rows.items[at]!;
    delta += weighPoint(state, roles.point[entry]!, length * (roles.raw[roles.rawBase[entry]! + to]! - roles.raw[roles.rawBase[entry]! + from]!));
  }
  for (let at = roles.split.begin[seat]!; at < roles.split.begin[seat + 1]!; at++) {
    const group = roles.split.items[at]!;
    const counters = group * (resourceCount + 1);
    const gained = to !== resourceCount && state.splitCount[counters + to] === 0 ? 1 : 0;
    const lost = from !== resourceCount && state.splitCount[counters + from] === 1 ? 1 : 0;
    if (gained !== lost) delta += weighPoint(state, roles.splitPoint[group]!, gained - lost);
  }
  const { workloadPoints } = roles;
  if (from !== resourceCount) {
    for (let at = workloadPoints.begin[from]!; at < workloadPoints.begin[from + 1]!; at++) delta += weighWorkload(state, workloadPoints.items[at]!, -length * roles.workload[seat]!);
  }
  if (to !== resourceCount) {
    for (let at = workloadPoints.begin[to]!; at < workloadPoints.begin[to + 1]!; at++) delta += weighWorkload(state, workloadPoints.items[at]!, length * roles.workload[seat]!);
  }
  return delta;
}

function weighWorkload(state: SearchState, point: number, change: number): number {
  return weighPoint(state, point, measureWorkload(state, point, state.workload[point]! + change) - state.raw[point]!);
}

function hasResource(state: SearchState, meet: number, resource: number): boolean {
  const { layout, resourceCount } = state.compiled;
  if (resource === resourceCount) return false;
  for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) if (state.assigned[task] === resource) return true;
  return false;
}
