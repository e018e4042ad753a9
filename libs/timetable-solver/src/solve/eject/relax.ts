/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { BusyRules, Compiled, Layout, Points, Rows } from '../compiled.ts';

/** Kinds that ask for more lessons at a place, or for lessons together: while some are missing they cost nothing. */
const WAITING: ReadonlySet<string> = new Set(['limitIdleTimes', 'linkEvents', 'startTogether', 'keepSupervisorNear']);

/**
 * What is required of a timetable from which lessons are missing: nothing that lessons still to come can mend. Wishes about more than
 * one lesson are left out. A timetable of all lessons may cost less here than it does.
 */
export function relax(compiled: Compiled, asksForLessons: (resource: number) => boolean): Relaxed {
  const { starts, roles, spreads, timeCount, resourceCount, observers } = compiled;
  const points = relaxPoints(compiled);
  const costs = (point: number): boolean => points.isHard[point] === 1 && !WAITING.has(points.kind[point]!);
  const busy = relaxBusy(compiled, costs);
  const observerRows = filterRows(observers.rows, (at) => costs(observers.list[at]!.point));
  const { layout, tasks } = thinOut(compiled, listWatched({ ...compiled, busy, observers: { ...observers, rows: observerRows } }, asksForLessons));
  const relaxed = {
    ...compiled,
    layout,
    taskCount: tasks.length,
    points,
    starts: { ...starts, hard: zeroLast(starts.hard, timeCount + 1), soft: zeroLast(starts.soft, timeCount + 1), raw: zeroLast(starts.raw, timeCount + 1) },
    roles: {
      ...roles,
      hard: zeroLast(roles.hard, resourceCount + 1),
      soft: zeroLast(roles.soft, resourceCount + 1),
      raw: zeroLast(roles.raw, resourceCount + 1),
      workloadMinimum: new Float64Array(roles.workloadMinimum.length),
    },
    spreads: { ...spreads, minimum: new Int32Array(spreads.minimum.length), rows: filterRows(spreads.rows, (part) => costs(spreads.point[part]!)) },
    links: { ...compiled.links, rows: filterRows(compiled.links.rows, () => false) },
    observers: { ...observers, rows: observerRows },
    busy,
  };
  return { compiled: relaxed, tasks };
}

interface Relaxed {
  readonly compiled: Compiled;
  /** [task of the relaxed instance] the same in the whole one */
  readonly tasks: Int32Array;
}

/** Rules that look at when somebody is busy. */
const LOOKING: ReadonlySet<string> = new Set(['endDay', 'keepCommonTime', 'keepTravelTime']);

/** @returns per resource whether it matters when it is busy, other than that it can't be at two places */
function listWatched({ layout, busy, observers, points, resourceCount, eventCount }: Compiled, asksForLessons: (resource: number) => boolean): Uint8Array {
  const isWatched = new Uint8Array(resourceCount + 1);
  for (let resource = 0; resource < resourceCount; resource++) {
    if (asksForLessons(resource)) isWatched[resource] = 1;
    for (let row = busy.frames.begin[resource]!; row < busy.frames.begin[resource + 1]!; row++) {
      const view = busy.frames.items[row]!;
      if (busy.parts.begin[view] !== busy.parts.begin[view + 1]) isWatched[resource] = 1;
    }
  }
  for (let event = 0; event < eventCount; event++) {
    const rows = observers.rows.items.subarray(observers.rows.begin[event], observers.rows.begin[event + 1]);
    const isLookedAt = rows.some((at) => LOOKING.has(points.kind[observers.list[at]!.point]!));
    for (let place = layout.eventPlaces[event]!; place < layout.eventPlaces[event + 1]!; place++) {
      const given = layout.placeGiven[place]!;
      if (isLookedAt) isWatched[given] = 1;
      // Whoever may be chosen is to be seen where it is given.
      if (given !== resourceCount) continue;
      const type = layout.placeType[place]!;
      for (const one of layout.typeResources.items.subarray(layout.typeResources.begin[type], layout.typeResources.begin[type + 1])) isWatched[one] = 1;
    }
  }
  isWatched[resourceCount] = 1;
  return isWatched;
}

/** Leaves out the tasks of resources nobody watches. */
function thinOut({ layout, meetCount }: Compiled, isWatched: Uint8Array): { layout: Layout; tasks: Int32Array } {
  const tasks: number[] = [];
  const meetTasks = new Int32Array(meetCount + 1);
  for (let meet = 0; meet < meetCount; meet++) {
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) if (isWatched[layout.placeGiven[layout.taskPlace[task]!]!] === 1) tasks.push(task);
    meetTasks[meet + 1] = tasks.length;
  }
  return {
    layout: { ...layout, meetTasks, taskMeet: Int32Array.from(tasks, (task) => layout.taskMeet[task]!), taskPlace: Int32Array.from(tasks, (task) => layout.taskPlace[task]!) },
    tasks: Int32Array.from(tasks),
  };
}

/** “None” costs nothing: each row's last entry becomes 0. */
function zeroLast<Numbers extends Float64Array | Int32Array>(table: Numbers, width: number): Numbers {
  const zeroed = table.slice() as Numbers; // oxlint-disable-line typescript/consistent-type-assertions -- the same type of array
  for (let at = width - 1; at < zeroed.length; at += width) zeroed[at] = 0;
  return zeroed;
}

function filterRows({ begin, items }: Rows, isKept: (item: number) => boolean): Rows {
  const kept: number[] = [];
  const newBegin = new Int32Array(begin.length);
  for (let key = 0; key + 1 < begin.length; key++) {
    for (let at = begin[key]!; at < begin[key + 1]!; at++) if (isKept(items[at]!)) kept.push(items[at]!);
    newBegin[key + 1] = kept.length;
  }
  return { begin: newBegin, items: Int32Array.from(kept) };
}

/** Raw values below a minimum cost nothing, those of waiting kinds never. */
function relaxPoints({ points }: Compiled): Points {
  const cost = [...points.cost];
  const nothing = cost.length;
  cost.push(...new Float64Array(points.length.reduce((most, length) => Math.max(most, length), 1)));
  const known = new Map<number, number>();
  const table = points.table.map((base, point) => {
    if (WAITING.has(points.kind[point]!)) return nothing;
    const minimum = points.minimum[point]!;
    if (minimum <= 0) return base;
    const copy = known.get(base) ?? cost.length;
    if (!known.has(base)) for (let raw = 0; raw < points.length[point]!; raw++) cost.push(raw < minimum ? 0 : points.cost[base + raw]!);
    known.set(base, copy);
    return copy;
  });
  // Lessons too few in a day, work too little: counted from nothing.
  const initial = points.initial.map((raw, point) => (points.kind[point] === 'spreadEvents' || points.kind[point] === 'limitWorkload' ? 0 : raw));
  return { ...points, cost: Float64Array.from(cost), table, initial };
}

/** A day costs what it would at least when lessons were added to it. */
function relaxBusy({ busy, timeCount }: Compiled, costs: (point: number) => boolean): BusyRules {
  const countTable = busy.countTable.slice();
  const width = timeCount + 1;
  for (let base = 0; base < countTable.length; base += width) {
    for (let count = width - 2; count >= 0; count--) countTable[base + count] = Math.min(countTable[base + count]!, countTable[base + count + 1]!);
  }
  const maskTable = busy.maskTable.slice();
  for (const [base, bits] of listMaskTables(busy, timeCount)) {
    for (let bit = 0; bit < bits; bit++) {
      for (let mask = 0; mask < 2 ** bits; mask++) if ((mask & (1 << bit)) === 0) maskTable[base + mask] = Math.min(maskTable[base + mask]!, maskTable[base + mask + (1 << bit)]!);
    }
  }
  const { begin, items } = filterRows(busy.parts, (part) => costs(busy.partPoint[part]!));
  return {
    ...busy,
    countTable,
    maskTable,
    // Parts are numbered as their views name them.
    parts: { begin, items: items.map((_, part) => part) },
    partPoint: items.map((part) => busy.partPoint[part]!),
    partShared: Uint8Array.from(items, (part) => busy.partShared[part]!),
    partCells: items.map((part) => busy.partCells[part]!),
  };
}

/** @returns per table its number of bits */
function listMaskTables(busy: BusyRules, timeCount: number): Map<number, number> {
  const tables = new Map<number, number>();
  for (const [view, frame] of busy.viewFrame.entries()) {
    const sizes: number[] = [];
    for (let time = 0; time < timeCount; time++) {
      const cell = busy.cellOf[frame * timeCount + time]!;
      if (cell >= 0) sizes[cell] = (sizes[cell] ?? 0) + 1;
    }
    for (let at = busy.parts.begin[view]!; at < busy.parts.begin[view + 1]!; at++) {
      const base = busy.partCells[busy.parts.items[at]!]!;
      for (const [cell, size] of sizes.entries()) {
        const code = busy.cellTable[base + cell]!;
        if (code < -2) tables.set(-3 - code, size);
      }
    }
  }
  return tables;
}
