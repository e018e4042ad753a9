/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import type { SearchState } from './state.ts';
import { weighLessons } from './weigh.ts';
import { setStart } from './changes.ts';
import { isPartly, measureOrder, outside, weighPoint } from './weigh-course.ts';
import { isObserved } from './weigh-moves.ts';

/** Numbers by index, most of them 0, that can be cleared as fast as they were filled. */
class Tally {
  readonly value: Int32Array;
  readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  count = 0;

  constructor(size: number) {
    this.value = new Int32Array(size);
    this.touched = new Int32Array(size);
    this.isTouched = new Uint8Array(size);
  }

  add(index: number, change: number): void {
    if (this.isTouched[index] === 0) {
      this.isTouched[index] = 1;
      this.touched[this.count++] = index;
    }
    this.value[index] = this.value[index]! + change;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      const index = this.touched[at]!;
      this.value[index] = 0;
      this.isTouched[index] = 0;
    }
    this.count = 0;
  }
}

/** Weighs several meets moving at once, whatever rules they have in common. */
export class ChainWeigher {
  private readonly state: SearchState;
  /** [resource × timeCount + time] change of the number of lessons. */
  private readonly lessons: Int32Array;
  private readonly resources: Tally;
  private readonly points: Tally;
  private readonly counters: Tally;
  private readonly running: Tally;
  private readonly linked: Tally;
  private readonly counterPoint: Int32Array; // [counter]
  private readonly orders: Tally;
  private readonly from: Int32Array;
  private readonly times: Int32Array;
  private readonly changes: Int32Array;
  /** [resource] a list of the times touched, from `firstTouch` on by `nextTouch`. */
  private readonly firstTouch: Int32Array;
  private readonly nextTouch: Int32Array; // [resource × timeCount + time]

  constructor(state: SearchState) {
    const { timeCount, resourceCount, points, spreads, links, orders, meetCount } = state.compiled;
    this.state = state;
    this.lessons = new Int32Array(resourceCount * timeCount);
    this.nextTouch = new Int32Array(resourceCount * timeCount).fill(-2);
    this.firstTouch = new Int32Array(resourceCount).fill(-1);
    this.resources = new Tally(resourceCount);
    this.points = new Tally(points.count);
    this.counters = new Tally(spreads.minimum.length);
    this.counterPoint = new Int32Array(spreads.minimum.length);
    this.running = new Tally(links.membershipCount * timeCount);
    this.linked = new Tally(links.count * timeCount);
    this.orders = new Tally(orders.point.length);
    this.from = new Int32Array(meetCount);
    this.times = new Int32Array(timeCount);
    this.changes = new Int32Array(timeCount);
  }

  /** @returns change in `weighed` if the first `count` of the meets began at their targets; nothing is changed */
  weigh(meets: Int32Array, targets: Int32Array, count: number): number {
    for (let at = 0; at < count; at++) if (isObserved(this.state, meets[at]!)) return this.weighByDoing(meets, targets, count);
    let delta = 0;
    for (let at = 0; at < count; at++) delta += this.gather(meets[at]!, targets[at]!);
    if (this.orders.count > 0) this.gatherOrders(meets, targets, count);
    this.gatherSpreads();
    this.gatherLinks();
    for (let at = 0; at < this.points.count; at++) {
      const point = this.points.touched[at]!;
      const change = this.points.value[point]!;
      if (change !== 0) delta += weighPoint(this.state, point, change);
    }
    this.points.clear();
    return delta + this.weighResources();
  }

  private weighByDoing(meets: Int32Array, targets: Int32Array, count: number): number {
    const { state, from } = this;
    const before = state.weighed;
    for (let at = 0; at < count; at++) {
      from[at] = state.start[meets[at]!]!;
      setStart(state, meets[at]!, targets[at]!);
    }
    const delta = state.weighed - before;
    for (let at = count - 1; at >= 0; at--) setStart(state, meets[at]!, from[at]!);
    return delta;
  }

  /** Notes what one meet's move changes. @returns what it costs whatever the others do */
  private gather(meet: number, to: number): number {
    const { state, points } = this;
    const { layout, starts, spreads, links, orders, timeCount, resourceCount } = state.compiled;
    const event = layout.meetEvent[meet]!;
    const from = state.start[meet]!;
    const length = state.duration[meet]!;
    const row = (length - 1) * (timeCount + 1);
    const base = starts.base[event]! + row;
    for (let at = starts.rows.begin[event]!; at < starts.rows.begin[event + 1]!; at++) {
      const entry = starts.rows.items[at]!;
      const raw = starts.rawBase[entry]! + row;
      points.add(starts.point[entry]!, starts.raw[raw + to]! - starts.raw[raw + from]!);
    }
    for (let at = spreads.rows.begin[event]!; at < spreads.rows.begin[event + 1]!; at++) {
      const part = spreads.rows.items[at]!;
      const map = spreads.map[part]!;
      const [left, entered] = [spreads.groupOf[map + from]!, spreads.groupOf[map + to]!];
      if (left === entered) continue;
      if (left >= 0) this.count(part, left, -1);
      if (entered >= 0) this.count(part, entered, 1);
    }
    for (let at = links.rows.begin[event]!; at < links.rows.begin[event + 1]!; at++) {
      const membership = links.rows.items[at]! * timeCount;
      for (let time = from; time < from + length && time < timeCount; time++) this.running.add(membership + time, -1);
      for (let time = to; time < to + length && time < timeCount; time++) this.running.add(membership + time, 1);
    }
    for (let at = orders.rows.begin[event]!; at < orders.rows.begin[event + 1]!; at++) this.orders.add(orders.rows.items[at]!, 1);
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      const resource = state.assigned[task]!;
      if (resource === resourceCount) continue;
      this.book(resource, from, length, -1);
      this.book(resource, to, length, 1);
    }
    return state.startCost[base + to]! - state.startCost[base + from]!;
  }

  private count(part: number, group: number, change: number): void {
    const { counters, point } = this.state.compiled.spreads;
    const counter = counters[part]! + group;
    this.counterPoint[counter] = point[part]!;
    this.counters.add(counter, change);
  }

  private book(resource: number, start: number, length: number, sign: number): void {
    const { lessons, nextTouch, firstTouch } = this;
    const { timeCount } = this.state.compiled;
    const row = resource * timeCount;
    this.resources.add(resource, 0);
    for (let time = start; time < start + length && time < timeCount; time++) {
      const at = row + time;
      lessons[at] = lessons[at]! + sign;
      if (nextTouch[at] !== -2) continue;
      nextTouch[at] = firstTouch[resource]!;
      firstTouch[resource] = time;
    }
  }

  private weighResources(): number {
    const { state, resources, lessons, nextTouch, firstTouch, times, changes } = this;
    const { timeCount } = state.compiled;
    let delta = 0;
    for (let at = 0; at < resources.count; at++) {
      const resource = resources.touched[at]!;
      const row = resource * timeCount;
      let amount = 0;
      for (let time = firstTouch[resource]!; time >= 0; ) {
        const change = lessons[row + time]!;
        if (change !== 0) {
          times[amount] = time;
          changes[amount++] = change;
          lessons[row + time] = 0;
        }
        const next = nextTouch[row + time]!;
        nextTouch[row + time] = -2;
        time = next;
      }
      firstTouch[resource] = -1;
      if (amount > 0) delta += weighLessons(state, resource, times, changes, amount);
    }
    resources.clear();
    return delta;
  }

  private gatherSpreads(): void {
    const { counters, state } = this;
    const { minimum, maximum } = state.compiled.spreads;
    for (let at = 0; at < counters.count; at++) {
      const counter = counters.touched[at]!;
      const count = state.spreadCount[counter]!;
      const after = count + counters.value[counter]!;
      const change = outside(after, minimum[counter]!, maximum[counter]!) - outside(count, minimum[counter]!, maximum[counter]!);
      if (change !== 0) this.points.add(this.counterPoint[counter]!, change);
    }
    counters.clear();
  }

  private gatherLinks(): void {
    const { running, linked, state } = this;
    const { links, timeCount } = state.compiled;
    for (let at = 0; at < running.count; at++) {
      const own = running.touched[at]!;
      const before = state.running[own]!;
      const after = before + running.value[own]!;
      if (before > 0 === after > 0) continue;
      linked.add(links.link[Math.floor(own / timeCount)]! * timeCount + (own % timeCount), after > 0 ? 1 : -1);
    }
    for (let at = 0; at < linked.count; at++) {
      const all = linked.touched[at]!;
      const link = Math.floor(all / timeCount);
      const count = state.linked[all]!;
      const change = isPartly(count + linked.value[all]!, links.size[link]!) - isPartly(count, links.size[link]!);
      if (change !== 0) this.points.add(links.point[link]!, change);
    }
    running.clear();
    linked.clear();
  }

  /** Orders depend on where all meets of two events are: they are measured with the starts written in, which come back. */
  private gatherOrders(meets: Int32Array, targets: Int32Array, count: number): void {
    const { state, orders, from } = this;
    const { point } = state.compiled.orders;
    for (let at = 0; at < count; at++) {
      from[at] = state.start[meets[at]!]!;
      state.start[meets[at]!] = targets[at]!;
    }
    for (let at = 0; at < orders.count; at++) {
      const pair = orders.touched[at]!;
      this.points.add(point[pair]!, measureOrder(state, pair, -1, 0) - state.raw[point[pair]!]!);
    }
    for (let at = 0; at < count; at++) state.start[meets[at]!] = from[at]!;
    orders.clear();
  }
}
