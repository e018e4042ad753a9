import type { Compiled } from './compiled.ts';

/**
 * A timetable under search, with everything counted that its cost depends on. Only `changes.ts` writes to it. `start` and
 * `assigned` use the index after the last for “none”; a meet with duration 0 sleeps.
 */
export class SearchState {
  readonly compiled: Compiled;
  readonly duration: Int32Array; // [meet]
  readonly start: Int32Array; // [meet]
  readonly assigned: Int32Array; // [task]
  /** Pairs of tasks of the meet with the same resource; such meets are weighed by doing and undoing. */
  readonly doubles: Int32Array; // [meet]
  readonly lessons: Uint16Array; // [resource × timeCount + time] number of meets
  /** Sum of the indices of those meets: where there is one, the meet itself. */
  readonly meetSum: Int32Array;
  readonly clashes: Int32Array; // [resource] lessons too many
  readonly mask: Int32Array; // [cell] busy times as bits
  readonly count: Int32Array; // [cell] busy times
  readonly raw: Int32Array; // [point]
  readonly spreadCount: Int32Array; // [counter]
  readonly running: Uint8Array; // [membership × timeCount + time] meets of the event at the time
  readonly linked: Uint16Array; // [link × timeCount + time] events that go on
  readonly splitCount: Int32Array; // [split group × (resourceCount + 1) + resource]
  readonly workload: Float64Array; // [point]
  /** Search weight of each point: 1 for soft ones, the hard weight for required ones, more where the search leans on one. */
  readonly scale: Float64Array;
  readonly startCost: Float64Array;
  readonly roleCost: Float64Array;
  readonly awayCost: Float64Array;
  readonly clashCost: Float64Array;
  /** What the search makes smaller, up to a constant: only differences count. */
  weighed = 0;
  /** Cost of required rules. */
  hard = 0;
  /** Cost of the others. */
  soft = 0;
  hardWeight = 1;

  constructor(compiled: Compiled) {
    const { meetCount, taskCount, timeCount, resourceCount, points, busy, links, roles, spreads, starts } = compiled;
    const width = resourceCount + 1;
    this.compiled = compiled;
    this.duration = new Int32Array(meetCount);
    this.start = new Int32Array(meetCount).fill(timeCount);
    this.assigned = new Int32Array(taskCount).fill(resourceCount);
    this.doubles = new Int32Array(meetCount);
    this.lessons = new Uint16Array(width * timeCount);
    this.meetSum = new Int32Array(width * timeCount);
    this.clashes = new Int32Array(width);
    this.mask = new Int32Array(busy.cellCount);
    this.count = new Int32Array(busy.cellCount);
    this.raw = points.initial.slice();
    this.spreadCount = new Int32Array(spreads.minimum.length);
    this.running = new Uint8Array(links.membershipCount * timeCount);
    this.linked = new Uint16Array(links.count * timeCount);
    this.splitCount = new Int32Array(roles.splitPoint.length * width);
    this.workload = new Float64Array(points.count);
    this.scale = new Float64Array(points.count);
    this.startCost = new Float64Array(starts.hard.length);
    this.roleCost = new Float64Array(roles.hard.length);
    this.awayCost = new Float64Array(busy.awayHard.length);
    this.clashCost = new Float64Array(busy.clashHard.length);
    for (const { point, measure } of compiled.observers.list) this.raw[point] = measure(this);
    for (const [point, raw] of this.raw.entries()) {
      const cost = points.cost[(points.table[point] ?? 0) + raw] ?? 0;
      if (points.isHard[point] === 1) this.hard += cost;
      else this.soft += cost;
    }
    this.setHardWeight(1);
  }

  /** Sets what one unit of a required rule weighs against one of the others. */
  setHardWeight(weight: number): void {
    const { points, starts, roles, busy } = this.compiled;
    this.hardWeight = weight;
    for (const [point, isHard] of points.isHard.entries()) this.scale[point] = isHard === 1 ? weight : 1;
    weigh(this.startCost, starts.hard, starts.soft, weight);
    weigh(this.roleCost, roles.hard, roles.soft, weight);
    weigh(this.awayCost, busy.awayHard, busy.awaySoft, weight);
    weigh(this.clashCost, busy.clashHard, busy.clashSoft, weight);
  }
}

function weigh(target: Float64Array, hard: Float64Array, soft: Float64Array, weight: number): void {
  for (const [at, cost] of hard.entries()) target[at] = cost * weight + (soft[at] ?? 0);
}
