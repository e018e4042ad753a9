/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Compiled } from '../compiled.ts';
import type { Random } from '../random.ts';
import type { Domains } from './domains.ts';

/** Ways of falling into meets looked at per event; longer events have more, the rest are left to the search. */
const MOST_WAYS = 3000;

function listWays(duration: number, most: number): number[][] {
  const ways: number[][] = [];
  const extend = (rest: number, longest: number, way: number[]): void => {
    if (ways.length >= MOST_WAYS) return;
    if (rest === 0) {
      ways.push(way);
      return;
    }
    if (way.length === most) return;
    for (let length = Math.min(rest, longest); length >= 1; length--) extend(rest - length, length, [...way, length]);
  };
  extend(duration, duration, []);
  return ways.length === 0 ? [[duration]] : ways;
}

/** Keeps required rules apart from the others. */
const HARD = 1e6;

/** @returns what the lengths of the meets cost: by the rules on splitting, and by having no good start at all */
function costOfWay(compiled: Compiled, domains: Domains, event: number, way: readonly number[]): number {
  const { shapes, points, starts, timeCount } = compiled;
  let cost = 0;
  for (let at = shapes.rows.begin[event]!; at < shapes.rows.begin[event + 1]!; at++) {
    const rule = shapes.rows.items[at]!;
    const within = way.filter((length) => length >= shapes.minimumDuration[rule]! && length <= shapes.maximumDuration[rule]!).length;
    const isDistribute = shapes.isDistribute[rule] === 1;
    const amount = isDistribute ? within : way.length;
    const deviation = Math.max(0, shapes.minimumAmount[rule]! - amount, amount - shapes.maximumAmount[rule]!) + (isDistribute ? 0 : way.length - within);
    const point = shapes.point[rule]!;
    cost += points.cost[points.table[point]! + deviation]! * (points.isHard[point] === 1 ? HARD : 1);
  }
  for (const length of way) {
    const row = domains.startRow[event]! + length - 1;
    const start = domains.starts.items[domains.starts.begin[row]!];
    if (start === undefined || domains.starts.begin[row] === domains.starts.begin[row + 1]) continue;
    cost += starts.hard[starts.base[event]! + (length - 1) * (timeCount + 1) + start]! * HARD;
  }
  return cost;
}

/** @returns the ways an event may fall into meets, with what each costs by itself */
function listPartitions(compiled: Compiled, domains: Domains, event: number): { ways: number[][]; costs: number[] } {
  const { layout } = compiled;
  const ways = listWays(layout.eventDuration[event]!, layout.eventMeets[event + 1]! - layout.eventMeets[event]!);
  return { ways, costs: ways.map((way) => costOfWay(compiled, domains, event, way)) };
}

/** @returns the events that may fall into meets in more than one way without breaking another required rule */
export function listSplittable(compiled: Compiled, domains: Domains): Int32Array {
  const { layout, eventCount } = compiled;
  return Int32Array.from({ length: eventCount }, (_, event) => event).filter((event) => {
    const most = layout.eventMeets[event + 1]! - layout.eventMeets[event]!;
    if (domains.isFixed[event] === 1 || most === 1) return false;
    const { costs } = listPartitions(compiled, domains, event);
    const least = Math.floor(Math.min(...costs) / HARD);
    return costs.filter((cost) => Math.floor(cost / HARD) === least).length > 1;
  });
}

/** @returns per event the lengths of its meets: one of the cheapest ways; the most pieces where nothing is said */
export function choosePartitions(compiled: Compiled, domains: Domains, random: Random): number[][] {
  const { layout, eventCount, shapes } = compiled;
  return Array.from({ length: eventCount }, (_, event) => {
    const duration = layout.eventDuration[event]!;
    const most = layout.eventMeets[event + 1]! - layout.eventMeets[event]!;
    if (most === 1 || duration === 1 || domains.isFixed[event] === 1) return [duration];
    const { ways, costs } = listPartitions(compiled, domains, event);
    const least = Math.min(...costs);
    const best = ways.filter((_way, at) => costs[at] === least);
    const isFree = shapes.rows.begin[event] === shapes.rows.begin[event + 1];
    return (isFree ? best.at(-1) : best[random.below(best.length)]) ?? [duration];
  });
}
