/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { CELL_IDLE } from '../compile/busy.ts';
import type { Compiled, Rows } from '../compiled.ts';
import type { Domains } from '../search/domains.ts';

const isEmpty = ({ begin }: Rows, key: number): boolean => begin[key] === begin[key + 1];

/** Whether each further unit costs at least as much as the one before: only then is the cost the largest of some straight lines. */
function isConvex({ points }: Compiled, point: number): boolean {
  const first = points.table[point]!;
  for (let at = first + 2; at < first + points.length[point]!; at++) {
    if (points.cost[at]! - points.cost[at - 1]! < points.cost[at - 1]! - points.cost[at - 2]! - 1e-9) return false;
  }
  return true;
}

function isResourceExpressible(compiled: Compiled, resource: number): boolean {
  const { busy } = compiled;
  if (!isEmpty(busy.clashPoints, resource)) return false;
  for (let at = busy.frames.begin[resource]!; at < busy.frames.begin[resource + 1]!; at++) {
    const view = busy.frames.items[at]!;
    for (let part = busy.parts.begin[view]!; part < busy.parts.begin[view + 1]!; part++) {
      if (!isConvex(compiled, busy.partPoint[part]!)) return false;
      const frame = busy.viewFrame[view]! * compiled.timeCount;
      for (let time = 0; time < compiled.timeCount; time++) {
        const cell = busy.cellOf[frame + time]!;
        if (cell >= 0 && busy.cellTable[busy.partCells[part]! + cell]! < CELL_IDLE) return false;
      }
    }
  }
  return true;
}

/** What an exact solver can be asked for: every rule is one of sums, convex costs and idle times. */
export interface Expressible {
  readonly events: readonly number[];
  readonly isResource: Uint8Array; // [resource]
}

/** @returns the events whose times an exact solver can be asked for, as long as those chosen for them are such too */
export function findExpressible(compiled: Compiled, domains: Domains): Expressible {
  const { layout, starts, links, orders, observers, spreads, shapes, resourceCount, eventCount } = compiled;
  const isResource = Uint8Array.from({ length: resourceCount }, (_, resource) => (isResourceExpressible(compiled, resource) ? 1 : 0));
  const areGood = ({ begin, items }: Rows, event: number, pointOf: Int32Array): boolean => items.subarray(begin[event], begin[event + 1]).every((item) => isConvex(compiled, pointOf[item]!));
  const events = Array.from({ length: eventCount }, (_, event) => event).filter((event) => {
    if (domains.isFixed[event] === 1 || [starts.rows, links.rows, orders.rows, observers.rows].some((rows) => !isEmpty(rows, event))) return false;
    if (!areGood(spreads.rows, event, spreads.point) || !areGood(shapes.rows, event, shapes.point)) return false;
    const given = layout.placeGiven.subarray(layout.eventPlaces[event], layout.eventPlaces[event + 1]);
    return given.length > 0 && given.every((resource) => resource === resourceCount || isResource[resource] === 1);
  });
  return { events, isResource };
}

/** Whether all costs are whole numbers, so that an improvement is one of at least 1. */
export function isWhole({ points, starts, busy }: Compiled): boolean {
  return [points.cost, starts.soft, busy.awaySoft].every((costs) => costs.every((cost) => Number.isInteger(cost)));
}
