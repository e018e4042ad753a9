import { listNamedTimes, listResourcePoints } from '../../model/index.ts';
import type { ClusterBusyTimes, Constraint, Instance, Limits, LimitBusyTimes, LimitIdleTimes } from '../../model/index.ts';
import type { BusyRules, Layout } from '../compiled.ts';
import { isDayConstraint, layDay, type DayConstraint } from './days.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';

const CELL_IGNORED = -1;
export const CELL_IDLE = -2;
/** And below: CELL_MASKED - base of a table indexed by the cell's mask. */
const CELL_MASKED = -3;
/** Times a cell's mask has room for. */
const MASK_BITS = 31;

interface Frame {
  readonly cells: (readonly number[])[];
  readonly cellOf: Int32Array;
}

/** Places time groups into frames: sets of cells without a time in common. */
class FrameBuilder {
  readonly frames: Frame[] = [];
  private readonly timeCount: number;

  constructor(timeCount: number) {
    this.timeCount = timeCount;
  }

  /** @returns the frame and the cell in it that has exactly these times */
  place(times: readonly number[], notIn: ReadonlySet<string>): { frame: number; cell: number } {
    for (const [frame, { cells, cellOf }] of this.frames.entries()) {
      const cell = times.length === 0 ? -1 : (cellOf[times[0] ?? 0] ?? -1);
      const same = cells[cell];
      // A group named twice by one rule needs a second cell for its second count.
      if (same !== undefined && same.length === times.length && same.every((time, at) => time === times[at]) && !notIn.has(`${frame} ${cell}`)) return { frame, cell };
    }
    let frame = this.frames.findIndex(({ cellOf }) => times.every((time) => cellOf[time] === -1));
    if (frame === -1) {
      frame = this.frames.length;
      this.frames.push({ cells: [], cellOf: new Int32Array(this.timeCount).fill(-1) });
    }
    const { cells, cellOf } = this.frames[frame] ?? { cells: [], cellOf: new Int32Array(0) };
    for (const time of times) cellOf[time] = cells.length;
    cells.push(times);
    return { frame, cell: cells.length - 1 };
  }
}

/** Days longer would need tables too large. */
const TABLE_BITS = 16;

/** What each cell adds to a point's raw value, by the mask of its busy times. */
class MaskTables {
  readonly values: number[] = [];
  private readonly known = new Map<string, number>();

  /** @returns the code of the table in cellTable */
  add(key: string, length: number, constraint: Constraint, valueOf: (mask: number) => number): number {
    if (length > TABLE_BITS) throw new Error(`cannot optimise ${constraint.kind} in a day of ${length} times yet (constraint ${constraint.id}): at most ${TABLE_BITS}`);
    const full = `${length} ${key}`;
    let base = this.known.get(full);
    if (base === undefined) {
      base = this.values.length;
      for (let mask = 0; mask < 2 ** length; mask++) this.values.push(valueOf(mask));
      this.known.set(full, base);
    }
    return CELL_MASKED - base;
  }
}

/** What each cell adds to a point's raw value, by its number of busy times. */
class CountTables {
  readonly values: number[] = [];
  private readonly known = new Map<string, number>();
  private readonly longest: number;

  constructor(longest: number) {
    this.longest = longest;
  }

  /** @returns the table's base */
  add(key: string, valueOf: (count: number) => number): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const base = this.values.length;
    for (let count = 0; count <= this.longest; count++) this.values.push(valueOf(count));
    this.known.set(key, base);
    return base;
  }
}

/** One constraint about busy times, laid over frames. */
interface Laid {
  readonly index: number;
  readonly constraint: Constraint;
  readonly resources: readonly number[];
  readonly point: { minimum?: number; maximum?: number; initial?: number; largest: number };
  /** Per frame, per cell of it, the code of cellTable. */
  readonly codes: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

const beyond = ({ minimum, maximum }: Limits, count: number): number => (count < minimum ? minimum - count : Math.max(0, count - maximum));

class BusyBuilder {
  readonly frames: FrameBuilder;
  readonly tables: CountTables;
  readonly masks = new MaskTables();
  readonly laid: Laid[] = [];
  private readonly instance: Instance;

  constructor(instance: Instance) {
    this.instance = instance;
    this.frames = new FrameBuilder(instance.times.length);
    this.tables = new CountTables(instance.times.length);
  }

  add(index: number, constraint: LimitIdleTimes | ClusterBusyTimes | LimitBusyTimes): void {
    const groups = constraint.timeGroups.map((group) => this.instance.timeGroups[group]?.times ?? []);
    const { limits } = constraint;
    const times = groups.reduce((sum, group) => sum + group.length, 0);
    const resources = listResourcePoints(this.instance, constraint.appliesTo);
    if (constraint.kind === 'limitBusyTimes') {
      const table = this.tables.add(`busy ${limits.minimum} ${limits.maximum}`, (count) => (count === 0 ? 0 : beyond(limits, count)));
      const largest = Math.max(times, groups.length * limits.minimum);
      this.laid.push({ index, constraint, resources, point: { largest }, codes: this.lay(groups, () => table) });
      return;
    }
    const point = { minimum: limits.minimum, maximum: limits.maximum, largest: Math.max(times, groups.length) };
    const busy = this.tables.add('some', (count) => (count > 0 ? 1 : 0));
    this.laid.push({ index, constraint, resources, point, codes: this.lay(groups, (group) => (constraint.kind === 'clusterBusyTimes' ? busy : maskCode(group, constraint))) });
  }

  /** Counts the busy times among those named: for rules whose cost is not linear. */
  addCounted(index: number, constraint: Constraint, times: readonly number[], resources: readonly number[]): void {
    const table = this.tables.add('count', (count) => count);
    this.laid.push({ index, constraint, resources, point: { largest: times.length }, codes: this.lay([times], () => table) });
  }

  /** Rules on how the lessons of a day lie. */
  addDays(index: number, constraint: DayConstraint): void {
    const { cells, minimum, maximum, keyOf, valueOf } = layDay(this.instance, constraint);
    const resources = listResourcePoints(this.instance, constraint.appliesTo);
    let largest = minimum;
    const codes = this.lay(cells, (cell, at) => {
      const code = this.masks.add(keyOf(at), cell.length, constraint, (mask) => valueOf(mask, at));
      for (let mask = 0, most = 0; mask < 2 ** cell.length; mask++) {
        const value = this.masks.values[CELL_MASKED - code + mask] ?? 0;
        if (value > most) [most, largest] = [value, largest + value - most];
      }
      return code;
    });
    this.laid.push({ index, constraint, resources, point: { minimum, maximum, largest }, codes });
  }

  private lay(groups: readonly (readonly number[])[], codeOf: (group: readonly number[], at: number) => number): Map<number, Map<number, number>> {
    const taken = new Set<string>();
    const codes = new Map<number, Map<number, number>>();
    for (const [at, group] of groups.entries()) {
      if (group.length === 0) continue;
      const { frame, cell } = this.frames.place(group, taken);
      taken.add(`${frame} ${cell}`);
      const cells = codes.get(frame) ?? new Map<number, number>();
      codes.set(frame, cells.set(cell, codeOf(group, at)));
    }
    return codes;
  }
}

function maskCode(group: readonly number[], constraint: Constraint): number {
  if (group.length > MASK_BITS) throw new Error(`cannot optimise idle times in a group of ${group.length} times yet (constraint ${constraint.id}): at most ${MASK_BITS}`);
  return CELL_IDLE;
}

/** @returns per resource the sum of durations it may be given at most */
const countLessons = (layout: Layout): number => layout.eventDuration.reduce((sum, duration, event) => sum + duration * ((layout.eventPlaces[event + 1] ?? 0) - (layout.eventPlaces[event] ?? 0)), 0);

export function compileBusy(instance: Instance, layout: Layout, points: PointBuilder): BusyRules {
  const times = instance.times.length;
  const width = instance.resources.length + 1;
  const [awayHard, awaySoft] = [new Float64Array(width * times), new Float64Array(width * times)];
  const [clashHard, clashSoft] = [new Float64Array(width), new Float64Array(width)];
  const clashPoints = emptyLists(width);
  const builder = new BusyBuilder(instance);
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind === 'avoidClashes') {
      const table = constraint.isRequired ? clashHard : clashSoft;
      for (const resource of listResourcePoints(instance, constraint.appliesTo)) {
        if (constraint.costFunction === 'linear') table[resource] = (table[resource] ?? 0) + constraint.weight;
        else clashPoints[resource]?.push(points.add(index, constraint, { largest: countLessons(layout) }));
      }
    } else if (constraint.kind === 'avoidUnavailableTimes') {
      const table = constraint.isRequired ? awayHard : awaySoft;
      const away = listNamedTimes(instance, constraint.unavailable);
      const resources = listResourcePoints(instance, constraint.appliesTo);
      if (constraint.costFunction !== 'linear') builder.addCounted(index, constraint, away, resources);
      else for (const resource of resources) for (const time of away) table[resource * times + time] = (table[resource * times + time] ?? 0) + constraint.weight;
    } else if (constraint.kind === 'limitIdleTimes' || constraint.kind === 'clusterBusyTimes' || constraint.kind === 'limitBusyTimes') {
      builder.add(index, constraint);
    } else if (isDayConstraint(constraint)) builder.addDays(index, constraint);
  }
  return { awayHard, awaySoft, clashHard, clashSoft, clashPoints: toRows(clashPoints), ...spreadOverResources(builder, points, width, times) };
}

type ViewRules = Omit<BusyRules, 'awayHard' | 'awaySoft' | 'clashHard' | 'clashSoft' | 'clashPoints'>;

/** Gives each resource the frames its rules look at, and each frame the points that look. */
function spreadOverResources({ frames: { frames }, tables, masks, laid }: BusyBuilder, points: PointBuilder, width: number, times: number): ViewRules {
  const cellTable: number[] = [];
  const ofResource: Map<number, { point: number; cells: number; isShared: boolean }[]>[] = Array.from({ length: width }, () => new Map());
  for (const { index, constraint, resources, point, codes } of laid) {
    const bases = [...codes].map(([frame, byCell]) => {
      const base = cellTable.length;
      for (let cell = 0; cell < (frames[frame]?.cells.length ?? 0); cell++) cellTable.push(byCell.get(cell) ?? CELL_IGNORED);
      return [frame, base] as const;
    });
    for (const resource of resources) {
      const added = points.add(index, constraint, point);
      for (const [frame, cells] of bases) {
        const views = ofResource[resource];
        const parts = views?.get(frame) ?? [];
        parts.push({ point: added, cells, isShared: bases.length > 1 });
        views?.set(frame, parts);
      }
    }
  }
  const viewFrame: number[] = [];
  const viewCells: number[] = [];
  const viewParts: number[][] = [];
  const partPoint: number[] = [];
  const partShared: number[] = [];
  const partCells: number[] = [];
  let cellCount = 0;
  const views = ofResource.map((byFrame) =>
    [...byFrame].map(([frame, parts]) => {
      viewParts.push(
        parts.map((part) => {
          partShared.push(part.isShared ? 1 : 0);
          partCells.push(part.cells);
          return partPoint.push(part.point) - 1;
        }),
      );
      viewCells.push(cellCount);
      cellCount += frames[frame]?.cells.length ?? 0;
      return viewFrame.push(frame) - 1;
    }),
  );
  const cellOf = new Int32Array(frames.length * times);
  const bitOf = new Int32Array(frames.length * times);
  for (const [frame, one] of frames.entries()) {
    cellOf.set(one.cellOf, frame * times);
    for (const cell of one.cells) if (cell.length <= MASK_BITS) for (const [bit, time] of cell.entries()) bitOf[frame * times + time] = 2 ** bit;
  }
  return {
    cellOf,
    bitOf,
    frames: toRows(views),
    viewFrame: Int32Array.from(viewFrame),
    viewCells: Int32Array.from(viewCells),
    cellCount,
    parts: toRows(viewParts),
    partPoint: Int32Array.from(partPoint),
    partShared: Uint8Array.from(partShared),
    partCells: Int32Array.from(partCells),
    cellTable: Int32Array.from(cellTable),
    countTable: Int32Array.from(tables.values),
    maskTable: Int32Array.from(masks.values),
  };
}
