/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import type { SearchState } from './state.ts';

/** @returns change in cost, by the rules on the event alone, when the meet begins at `to` */
export function weighStart(state: SearchState, meet: number, to: number): number {
  const { layout, starts, spreads, links, orders, timeCount } = state.compiled;
  const event = layout.meetEvent[meet]!;
  const from = state.start[meet]!;
  const row = starts.base[event]! + (state.duration[meet]! - 1) * (timeCount + 1);
  let delta = state.startCost[row + to]! - state.startCost[row + from]!;
  if (starts.rows.begin[event] !== starts.rows.begin[event + 1]) delta += weighStartPoints(state, event, state.duration[meet]!, from, to);
  if (spreads.rows.begin[event] !== spreads.rows.begin[event + 1]) delta += weighSpread(state, event, from, to);
  if (links.rows.begin[event] !== links.rows.begin[event + 1]) delta += weighLinks(state, event, from, to, state.duration[meet]!);
  if (orders.rows.begin[event] !== orders.rows.begin[event + 1]) delta += weighOrders(state, event, meet, to);
  return delta;
}

/** @returns change in cost of a point when its raw value changes by `change` */
export function weighPoint(state: SearchState, point: number, change: number): number {
  const { table, cost } = state.compiled.points;
  const from = table[point]! + state.raw[point]!;
  return state.scale[point]! * (cost[from + change]! - cost[from]!);
}

function weighStartPoints(state: SearchState, event: number, duration: number, from: number, to: number): number {
  const { starts, timeCount } = state.compiled;
  let delta = 0;
  for (let at = starts.rows.begin[event]!; at < starts.rows.begin[event + 1]!; at++) {
    const entry = starts.rows.items[at]!;
    const row = starts.rawBase[entry]! + (duration - 1) * (timeCount + 1);
    const change = starts.raw[row + to]! - starts.raw[row + from]!;
    if (change !== 0) delta += weighPoint(state, starts.point[entry]!, change);
  }
  return delta;
}

/** How far a count lies outside its limits. */
export const outside = (count: number, minimum: number, maximum: number): number => (count < minimum ? minimum - count : count > maximum ? count - maximum : 0);

function weighSpread(state: SearchState, event: number, from: number, to: number): number {
  const { rows, point, counters, map, groupOf, minimum, maximum } = state.compiled.spreads;
  const { spreadCount } = state;
  let delta = 0;
  let change = 0;
  const last = rows.begin[event + 1]!;
  for (let at = rows.begin[event]!; at < last; at++) {
    const part = rows.items[at]!;
    const base = map[part]!;
    const left = groupOf[base + from]!;
    const entered = groupOf[base + to]!;
    if (left !== entered) {
      const first = counters[part]!;
      if (left >= 0) {
        const counter = first + left;
        const count = spreadCount[counter]!;
        change += outside(count - 1, minimum[counter]!, maximum[counter]!) - outside(count, minimum[counter]!, maximum[counter]!);
      }
      if (entered >= 0) {
        const counter = first + entered;
        const count = spreadCount[counter]!;
        change += outside(count + 1, minimum[counter]!, maximum[counter]!) - outside(count, minimum[counter]!, maximum[counter]!);
      }
    }
    // The parts of one point stand side by side.
    if (change !== 0 && (at + 1 === last || point[rows.items[at + 1]!] !== point[part])) {
      delta += weighPoint(state, point[part]!, change);
      change = 0;
    }
  }
  return delta;
}

/** 1 if some but not all of the linked events go on. */
export const isPartly = (running: number, size: number): number => (running > 0 && running < size ? 1 : 0);

function weighLinks(state: SearchState, event: number, from: number, to: number, duration: number): number {
  const { links, timeCount } = state.compiled;
  const { running, linked } = state;
  let delta = 0;
  for (let at = links.rows.begin[event]!; at < links.rows.begin[event + 1]!; at++) {
    const membership = links.rows.items[at]!;
    const link = links.link[membership]!;
    const size = links.size[link]!;
    let change = 0;
    for (let time = from; time < from + duration && time < timeCount; time++) {
      if ((time >= to && time < to + duration) || running[membership * timeCount + time]! > 1) continue;
      const count = linked[link * timeCount + time]!;
      change += isPartly(count - 1, size) - isPartly(count, size);
    }
    for (let time = to; time < to + duration && time < timeCount; time++) {
      if ((time >= from && time < from + duration) || running[membership * timeCount + time]! > 0) continue;
      const count = linked[link * timeCount + time]!;
      change += isPartly(count + 1, size) - isPartly(count, size);
    }
    if (change !== 0) delta += weighPoint(state, links.point[link]!, change);
  }
  return delta;
}

function weighOrders(state: SearchState, event: number, meet: number, to: number): number {
  const { rows, point } = state.compiled.orders;
  let delta = 0;
  for (let at = rows.begin[event]!; at < rows.begin[event + 1]!; at++) {
    const pair = rows.items[at]!;
    const change = measureOrder(state, pair, meet, to) - state.raw[point[pair]!]!;
    if (change !== 0) delta += weighPoint(state, point[pair]!, change);
  }
  return delta;
}

/** @returns deviation of an ordered pair of events if `meet` began at `to`; none as long as any of their meets has no time */
export function measureOrder(state: SearchState, pair: number, meet: number, to: number): number {
  const { layout, orders, timeCount } = state.compiled;
  const { start, duration } = state;
  let end = -1;
  let begin = timeCount;
  const [first, second] = [orders.first[pair]!, orders.second[pair]!];
  for (let one = layout.eventMeets[first]!; one < layout.eventMeets[first + 1]!; one++) {
    if (duration[one] === 0) continue;
    const at = one === meet ? to : start[one]!;
    if (at === timeCount) return 0;
    end = Math.max(end, at + duration[one]!);
  }
  for (let one = layout.eventMeets[second]!; one < layout.eventMeets[second + 1]!; one++) {
    if (duration[one] === 0) continue;
    const at = one === meet ? to : start[one]!;
    if (at === timeCount) return 0;
    begin = Math.min(begin, at);
  }
  if (end < 0 || begin === timeCount) return 0;
  return outside(begin - end, orders.minimum[pair]!, orders.maximum[pair]!);
}

/** @returns deviation of a rule on the lengths and number of the event's meets */
export function measureShape(state: SearchState, event: number, rule: number): number {
  const { layout, shapes } = state.compiled;
  const [shortest, longest] = [shapes.minimumDuration[rule]!, shapes.maximumDuration[rule]!];
  let within = 0;
  let all = 0;
  for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
    const length = state.duration[meet]!;
    if (length === 0) continue;
    all++;
    if (length >= shortest && length <= longest) within++;
  }
  const amount = shapes.isDistribute[rule] === 1 ? within : all;
  const beyond = outside(amount, shapes.minimumAmount[rule]!, shapes.maximumAmount[rule]!);
  return shapes.isDistribute[rule] === 1 ? beyond : beyond + all - within;
}
