/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { CELL_IDLE } from '../compile/busy.ts';
import type { SearchState } from '../state.ts';
import { minus, one, Program, type Term } from './program.ts';

/** One way to place a meet: the variable says whether it is taken. */
export interface Placing {
  readonly event: number;
  readonly start: number;
  readonly duration: number;
  readonly name: string;
}

/** Required rules against the others. */
const HARD = 1000;

/** Writes the choice of new times (and lengths) for some events, all others staying where they are, as a programme. */
export class Builder {
  readonly placings: Placing[] = [];
  private readonly program = new Program();
  private readonly state: SearchState;
  private readonly events: readonly number[];
  private readonly isExpressible: Uint8Array; // [resource]
  /** [event] the resources of all its meets. */
  private readonly resources = new Map<number, readonly number[]>();
  /** [resource × timeCount + time] lessons of the events that stay. */
  private readonly staying = new Map<number, number>();
  private readonly covering = new Map<number, Term[]>();
  private readonly byEvent = new Map<number, Placing[]>();
  /** Raw values of points, as sums. */
  private readonly sums = new Map<number, { readonly terms: Term[]; constant: number }>();

  constructor(state: SearchState, events: readonly number[], isExpressible: Uint8Array) {
    this.state = state;
    this.isExpressible = isExpressible;
    this.events = events;
  }

  /** @returns the programme, or undefined where the timetable breaks rules in a way it cannot say */
  build(): string | undefined {
    if (!this.takeOut()) return undefined;
    for (const event of this.events) if (!this.addPlacings(event)) return undefined;
    for (const event of this.events) this.addShapes(event);
    this.addSpreads();
    for (const resource of new Set([...this.resources.values()].flat())) this.addBusy(resource);
    this.addCosts();
    return this.program.toText();
  }

  /** Notes who is busy without the events. @returns false where somebody has two lessons at a time, or a lesson is not like its siblings */
  private takeOut(): boolean {
    const { state, staying, resources } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    for (const event of this.events) {
      let common: Int32Array | undefined;
      for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
        if (state.duration[meet] === 0) continue;
        const assigned = state.assigned.subarray(layout.meetTasks[meet], layout.meetTasks[meet + 1]);
        if (state.doubles[meet] !== 0 || (common !== undefined && !assigned.every((resource, at) => resource === common?.[at]))) return false;
        common = assigned;
      }
      const own = [...(common ?? [])].filter((resource) => resource !== resourceCount);
      if (own.some((resource) => this.isExpressible[resource] === 0)) return false;
      resources.set(event, own);
    }
    for (const resource of new Set([...resources.values()].flat())) {
      for (let time = 0; time < timeCount; time++) staying.set(resource * timeCount + time, state.lessons[resource * timeCount + time]!);
    }
    for (const [event, own] of resources) {
      for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
        const end = state.duration[meet] === 0 ? 0 : Math.min(state.start[meet]! + state.duration[meet]!, timeCount);
        for (let time = state.start[meet]!; time < end; time++) for (const resource of own) staying.set(resource * timeCount + time, staying.get(resource * timeCount + time)! - 1);
      }
    }
    return [...staying.values()].every((lessons) => lessons <= 1);
  }

  private addPlacings(event: number): boolean {
    const { state, program, covering } = this;
    const { layout, starts, busy, timeCount } = state.compiled;
    const own = this.resources.get(event) ?? [];
    const placings: Placing[] = [];
    for (let duration = 1; duration <= layout.eventDuration[event]!; duration++) {
      for (let start = 0; start + duration <= timeCount; start++) {
        const at = starts.base[event]! + (duration - 1) * (timeCount + 1) + start;
        const cells = own.flatMap((resource) => Array.from({ length: duration }, (_, step) => resource * timeCount + start + step));
        if (starts.hard[at]! > 0 || cells.some((cell) => busy.awayHard[cell]! > 0 || this.staying.get(cell)! > 0)) continue;
        const placing = { event, start, duration, name: program.choice() };
        placings.push(placing);
        program.cost(starts.soft[at]! + cells.reduce((sum, cell) => sum + busy.awaySoft[cell]!, 0), placing.name);
        for (const cell of cells) covering.set(cell, [...(covering.get(cell) ?? []), minus(placing.name)]);
      }
    }
    if (placings.length === 0) return false;
    this.placings.push(...placings);
    this.byEvent.set(event, placings);
    program.exactly(placings.map(({ name, duration }) => ({ factor: duration, name })), layout.eventDuration[event]!);
    program.atLeast(placings.map(({ name }) => minus(name)), layout.eventMeets[event]! - layout.eventMeets[event + 1]!);
    return true;
  }

  private addTo(point: number, terms: readonly Term[], constant = 0): void {
    const sum = this.sums.get(point) ?? { terms: [], constant: 0 };
    sum.terms.push(...terms);
    sum.constant += constant;
    this.sums.set(point, sum);
  }

  /** @returns how far the sum (and a constant) lies outside its limits */
  private beyond(terms: readonly Term[], constant: number, minimum: number, maximum: number): Term {
    const deviation = one(this.program.amount());
    this.program.atLeast([deviation, ...terms], minimum - constant);
    this.program.atLeast([deviation, ...terms.map(({ factor, name }) => ({ factor: -factor, name }))], constant - maximum);
    return deviation;
  }

  private addShapes(event: number): void {
    const { shapes } = this.state.compiled;
    const placings = this.byEvent.get(event) ?? [];
    for (let at = shapes.rows.begin[event]!; at < shapes.rows.begin[event + 1]!; at++) {
      const rule = shapes.rows.items[at]!;
      const isWithin = ({ duration }: Placing): boolean => duration >= shapes.minimumDuration[rule]! && duration <= shapes.maximumDuration[rule]!;
      const isDistribute = shapes.isDistribute[rule] === 1;
      const counted = (isDistribute ? placings.filter(isWithin) : placings).map(({ name }) => one(name));
      const others = isDistribute ? [] : placings.filter((placing) => !isWithin(placing)).map(({ name }) => one(name));
      this.addTo(shapes.point[rule]!, [this.beyond(counted, 0, shapes.minimumAmount[rule]!, shapes.maximumAmount[rule]!), ...others]);
    }
  }

  private addSpreads(): void {
    const { state } = this;
    const { spreads, layout, timeCount } = state.compiled;
    const counters = new Map<number, { readonly point: number; readonly terms: Term[]; staying: number }>();
    for (const event of this.events) {
      for (let at = spreads.rows.begin[event]!; at < spreads.rows.begin[event + 1]!; at++) {
        const part = spreads.rows.items[at]!;
        const groupAt = (time: number): number => spreads.groupOf[spreads.map[part]! + time]!;
        const counterAt = (time: number) => counters.get(spreads.counters[part]! + groupAt(time));
        for (let time = 0; time < timeCount; time++) {
          const counter = spreads.counters[part]! + groupAt(time);
          if (groupAt(time) >= 0 && !counters.has(counter)) counters.set(counter, { point: spreads.point[part]!, terms: [], staying: state.spreadCount[counter]! });
        }
        for (const { start, name } of this.byEvent.get(event) ?? []) if (groupAt(start) >= 0) counterAt(start)?.terms.push(one(name));
        for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
          const counter = state.duration[meet] === 0 || state.start[meet] === timeCount || groupAt(state.start[meet]!) < 0 ? undefined : counterAt(state.start[meet]!);
          if (counter !== undefined) counter.staying--;
        }
      }
    }
    for (const [counter, { point, terms, staying }] of counters) this.addTo(point, [this.beyond(terms, staying, spreads.minimum[counter]!, spreads.maximum[counter]!)]);
  }

  private addBusy(resource: number): void {
    const { state, program } = this;
    const { busy, timeCount } = state.compiled;
    const isBusy = Array.from({ length: timeCount }, (_, time) => {
      const name = program.amount(1);
      program.exactly([one(name), ...(this.covering.get(resource * timeCount + time) ?? [])], this.staying.get(resource * timeCount + time)!);
      return name;
    });
    for (let at = busy.frames.begin[resource]!; at < busy.frames.begin[resource + 1]!; at++) {
      const view = busy.frames.items[at]!;
      const frame = busy.viewFrame[view]! * timeCount;
      const cells = new Map<number, number[]>();
      for (let time = 0; time < timeCount; time++) if (busy.cellOf[frame + time]! >= 0) cells.set(busy.cellOf[frame + time]!, [...(cells.get(busy.cellOf[frame + time]!) ?? []), time]);
      for (const [cell, times] of cells) {
        const ordered = times.toSorted((first, second) => busy.bitOf[frame + first]! - busy.bitOf[frame + second]!).map((time) => isBusy[time]!);
        this.addCell(view, cell, ordered);
      }
    }
  }

  private addCell(view: number, cell: number, isBusy: readonly string[]): void {
    const { busy } = this.state.compiled;
    let idle: readonly Term[] | undefined;
    let reaches: readonly string[] | undefined;
    for (let part = busy.parts.begin[view]!; part < busy.parts.begin[view + 1]!; part++) {
      const code = busy.cellTable[busy.partCells[part]! + cell]!;
      const point = busy.partPoint[part]!;
      if (code === CELL_IDLE) {
        idle ??= this.addIdle(isBusy);
        this.addTo(point, idle);
      } else if (code >= 0) {
        reaches ??= this.addReaches(isBusy);
        const terms = reaches.map((name, count) => ({ factor: busy.countTable[code + count + 1]! - busy.countTable[code + count]!, name })).filter(({ factor }) => factor !== 0);
        this.addTo(point, terms, busy.countTable[code]!);
      }
    }
  }

  /** @returns a variable for each time but the first and the last: 1 where it is free between busy ones */
  private addIdle(isBusy: readonly string[]): Term[] {
    const { program } = this;
    const [before, after] = [isBusy.map(() => program.amount(1)), isBusy.map(() => program.amount(1))];
    return isBusy.flatMap((name, at) => {
      program.atLeast([one(before[at]!), minus(name)], 0);
      program.atLeast([one(after[at]!), minus(name)], 0);
      if (at > 0) {
        program.atLeast([one(before[at]!), minus(before[at - 1]!)], 0);
        program.atLeast([one(after[at - 1]!), minus(after[at]!)], 0);
      }
      if (at === 0 || at === isBusy.length - 1) return [];
      const idle = program.amount();
      program.atLeast([one(idle), minus(before[at]!), minus(after[at]!), one(name)], -1);
      return [one(idle)];
    });
  }

  /** @returns a variable for 1, 2, 3…: whether so many of the times are busy */
  private addReaches(isBusy: readonly string[]): string[] {
    const { program } = this;
    const reaches = isBusy.map(() => program.choice());
    program.exactly([...reaches.map(one), ...isBusy.map(minus)], 0);
    for (const [at, name] of reaches.entries()) if (at > 0) program.atLeast([one(reaches[at - 1]!), minus(name)], 0);
    for (const name of isBusy) program.atLeast([one(reaches[0]!), minus(name)], 0);
    return reaches;
  }

  /** The cost of a point is the largest of the straight lines through its table. */
  private addCosts(): void {
    const { program } = this;
    const { points } = this.state.compiled;
    for (const [point, { terms, constant }] of this.sums) {
      if (terms.length === 0) continue;
      const name = program.amount();
      program.cost(points.isHard[point] === 1 ? HARD : 1, name);
      const table = points.cost.subarray(points.table[point], points.table[point]! + points.length[point]!);
      let last = NaN;
      for (let raw = 0; raw + 1 < table.length; raw++) {
        const slope = table[raw + 1]! - table[raw]!;
        if (slope === last) continue;
        last = slope;
        program.atLeast([one(name), ...terms.map(({ factor, name: term }) => ({ factor: -slope * factor, name: term }))], table[raw]! + slope * (constant - raw));
      }
    }
  }
}
