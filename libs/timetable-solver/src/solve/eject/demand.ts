/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Compiled } from '../compiled.ts';
import { idleTimes } from '../idle.ts';
import type { SearchState } from '../state.ts';

const IDLE = 0;
const LATE = 1;
const FEW = 2;
const DAYS = 3;
/** Late days where gaps are allowed: one lesson at the start mends each. */
const START = 4;

/** One required rule by which a resource's days ask for more lessons. */
interface Wanting {
  readonly kind: number;
  readonly limit: number;
  readonly cells: readonly number[];
  /** Per cell: where its table begins. */
  readonly tables: readonly number[];
}

const KINDS: Readonly<Record<string, number>> = { limitIdleTimes: IDLE, limitLateStarts: LATE, limitBusyTimes: FEW, clusterBusyTimes: DAYS };

/**
 * How many lessons the days of each resource still ask for: gaps to fill, days begun late or too short, days to come. As long as that
 * many are missing, a timetable may become right; FET looks at students in the same way.
 */
export class Demand {
  /** [resource] none where nothing is asked. */
  private readonly wanting: readonly (readonly Wanting[])[];
  private readonly compiled: Compiled;
  /** [count table + count] lessons to add for the least cost. */
  private readonly lacking: Int32Array;

  constructor(compiled: Compiled) {
    this.compiled = compiled;
    this.lacking = findLacking(compiled);
    this.wanting = Array.from({ length: compiled.resourceCount + 1 }, (_, resource) => this.listWanting(resource));
  }

  has(resource: number): boolean {
    return this.wanting[resource]!.length > 0;
  }

  /** @returns lessons the resource's days ask for */
  measure(state: SearchState, resource: number): number {
    const single = [0, 0];
    const shared = [0, 0];
    let few = 0;
    let days = 0;
    let begun = 0;
    for (const { kind, limit, cells, tables } of this.wanting[resource]!) {
      let sum = 0;
      let late = 0;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at]!;
        if (kind === IDLE) sum += idleTimes(state.mask[cell]!);
        else if (kind === LATE) sum += this.compiled.busy.maskTable[tables[at]! + state.mask[cell]!]!;
        else if (kind === START) {
          const hours = this.compiled.busy.maskTable[tables[at]! + state.mask[cell]!]!;
          sum += hours;
          if (hours > 0) late++;
        }
        else if (kind === FEW) sum += this.lacking[tables[at]! + state.count[cell]!]!;
        else if (state.count[cell]! > 0) sum++;
      }
      if (kind === FEW) few = Math.max(few, sum);
      else if (kind === DAYS) days = Math.max(days, limit - sum);
      else if (kind === START) begun = Math.max(begun, sum > limit ? Math.max(1, late - limit) : 0);
      else if (cells.length === 1) single[kind] = single[kind]! + Math.max(0, sum - limit);
      else shared[kind] = Math.max(shared[kind]!, sum - limit);
    }
    return Math.max(Math.max(single[IDLE]!, shared[IDLE]!) + Math.max(single[LATE]!, shared[LATE]!), few) + days + begun;
  }

  private listWanting(resource: number): Wanting[] {
    const { busy, points, timeCount } = this.compiled;
    const byPoint = new Map<number, { cells: number[]; tables: number[] }>();
    for (let row = busy.frames.begin[resource]!; row < (busy.frames.begin[resource + 1] ?? 0); row++) {
      const view = busy.frames.items[row]!;
      const used = new Set(busy.cellOf.subarray(busy.viewFrame[view]! * timeCount, (busy.viewFrame[view]! + 1) * timeCount));
      for (let at = busy.parts.begin[view]!; at < busy.parts.begin[view + 1]!; at++) {
        const part = busy.parts.items[at]!;
        const point = busy.partPoint[part]!;
        const kind = KINDS[points.kind[point]!];
        if (points.isHard[point] === 0 || kind === undefined || (kind === DAYS && points.minimum[point] === 0)) continue;
        const known = byPoint.get(point) ?? { cells: [], tables: [] };
        byPoint.set(point, known);
        for (const local of used) {
          if (local < 0) continue;
          const code = busy.cellTable[busy.partCells[part]! + local]!;
          if (code === -1) continue;
          known.cells.push(busy.viewCells[view]! + local);
          known.tables.push(code < -2 ? -3 - code : Math.max(0, code));
        }
      }
    }
    const list = [...byPoint].map(([point, own]): Wanting => {
      const kind = KINDS[points.kind[point]!]!;
      return { kind, limit: kind === DAYS ? points.minimum[point]! : kind === FEW ? 0 : points.maximum[point]!, ...own };
    });
    const hasIdle = list.some(({ kind }) => kind === IDLE);
    const lacks = (table: number): boolean => this.lacking.subarray(table, table + timeCount).some((more) => more > 0);
    return list.map((one) => (one.kind === LATE && !hasIdle ? { ...one, kind: START } : one)).filter(({ kind, tables }) => kind !== FEW || tables.some(lacks));
  }
}

function findLacking({ busy, timeCount }: Compiled): Int32Array {
  const width = timeCount + 1;
  const lacking = new Int32Array(busy.countTable.length);
  for (let base = 0; base < lacking.length; base += width) {
    let best = width - 1;
    for (let count = width - 1; count >= 0; count--) {
      if (busy.countTable[base + count]! <= busy.countTable[base + best]!) best = count;
      lacking[base + count] = best - count;
    }
  }
  return lacking;
}
