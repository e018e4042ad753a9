/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Compiled } from '../compiled.ts';
import type { Random } from '../random.ts';
import type { Domains } from '../search/domains.ts';
import type { Board, Taken } from './board.ts';

/** Finds meets to take out so that a meet just put in breaks no required rule. */
export class Culprits {
  private readonly board: Board;
  private readonly domains: Domains;
  private readonly random: Random;
  private readonly partEvents: readonly (readonly number[])[];
  private readonly observerEvents: readonly (readonly number[])[];
  private readonly seen: Int32Array; // [meet]
  private round = 0;

  constructor(board: Board, domains: Domains, random: Random) {
    const { compiled } = board.state;
    this.board = board;
    this.domains = domains;
    this.random = random;
    this.partEvents = invert(compiled.spreads.rows, compiled.spreads.point.length);
    this.observerEvents = invert(compiled.observers.rows, compiled.observers.list.length);
    this.seen = new Int32Array(compiled.meetCount);
  }

  /**
   * Takes them out one after the other (or a day's lessons of somebody together) and adds them to `taken`.
   * @param budget what they may cost together
   * @returns their penalties; Infinity where it can't be done
   */
  takeOut(meet: number, before: number, budget: number, taken: Taken[]): number {
    const { board } = this;
    let spent = 0;
    let excess = board.measureExcess(meet);
    while (excess > before) {
      const group = this.findBest(meet, excess, budget - spent);
      if (group === undefined) return Infinity;
      for (const one of group) {
        spent += board.penalty[one]!;
        taken.push(board.takeOut(one));
      }
      excess = board.measureExcess(meet);
    }
    return spent;
  }

  private findBest(meet: number, excess: number, budget: number): readonly number[] | undefined {
    let best: readonly number[] | undefined;
    let least = budget;
    let ties = 0;
    for (const group of this.listGroups(meet)) {
      const price = group.reduce((sum, one) => sum + this.board.penalty[one]!, 0);
      if (price > least || price >= budget || (price === least && best !== undefined && this.random.below(ties + 1) > 0)) {
        if (price === least) ties++;
        continue;
      }
      if (this.excessWithout(meet, group) >= excess) continue;
      ties = price === least ? ties + 1 : 1;
      [best, least] = [group, price];
    }
    return best;
  }

  private excessWithout(meet: number, group: readonly number[]): number {
    const { board } = this;
    const kept = group.map((one) => board.takeOut(one));
    const excess = board.measureExcess(meet);
    for (const one of kept) board.put(one.meet, one.start, one.choices);
    return excess;
  }

  private isMovable(meet: number, other: number): boolean {
    const { layout, timeCount } = this.board.state.compiled;
    return other !== meet && this.board.state.start[other] !== timeCount && this.board.state.duration[other]! > 0 && this.domains.isFixed[layout.meetEvent[other]!] === 0;
  }

  /** Meets alone, then the days of the meet's people. */
  private listGroups(meet: number): (readonly number[])[] {
    const { board } = this;
    const { compiled } = board.state;
    const { layout, spreads, observers, orders } = compiled;
    const event = layout.meetEvent[meet]!;
    const groups: number[][] = [];
    this.round++;
    const add = (other: number): void => {
      if (this.seen[other] === this.round || !this.isMovable(meet, other)) return;
      this.seen[other] = this.round;
      groups.push([other]);
    };
    const addEvent = (other: number): void => {
      for (let one = layout.eventMeets[other]!; one < layout.eventMeets[other + 1]!; one++) add(one);
    };
    for (let at = spreads.rows.begin[event]!; at < spreads.rows.begin[event + 1]!; at++) {
      const part = spreads.rows.items[at]!;
      if (this.isBroken(spreads.point[part]!)) for (const other of this.partEvents[part]!) addEvent(other);
    }
    for (let at = orders.rows.begin[event]!; at < orders.rows.begin[event + 1]!; at++) {
      const pair = orders.rows.items[at]!;
      if (this.isBroken(orders.point[pair]!)) for (const other of [orders.first[pair]!, orders.second[pair]!]) addEvent(other);
    }
    for (let at = observers.rows.begin[event]!; at < observers.rows.begin[event + 1]!; at++) {
      const observer = observers.rows.items[at]!;
      if (this.isBroken(observers.list[observer]!.point)) for (const other of this.observerEvents[observer]!) addEvent(other);
    }
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) this.addPeople(meet, board.state.assigned[task]!, add, groups);
    return groups;
  }

  private isBroken(point: number): boolean {
    const { points } = this.board.state.compiled;
    return points.isHard[point] === 1 && points.cost[points.table[point]! + this.board.state.raw[point]!]! > 0;
  }

  private addPeople(meet: number, resource: number, add: (meet: number) => void, groups: number[][]): void {
    const { state } = this.board;
    const { busy, timeCount, resourceCount } = state.compiled;
    if (resource === resourceCount) return;
    let isConcerned = this.board.lacksTime(resource);
    for (let row = busy.frames.begin[resource]!; row < busy.frames.begin[resource + 1]!; row++) {
      const view = busy.frames.items[row]!;
      let isBroken = false;
      for (let at = busy.parts.begin[view]!; at < busy.parts.begin[view + 1]!; at++) isBroken ||= this.isBroken(busy.partPoint[busy.parts.items[at]!]!);
      if (!isBroken) continue;
      isConcerned = true;
      const days = new Map<number, Set<number>>();
      for (let time = 0; time < timeCount; time++) {
        const cell = busy.cellOf[busy.viewFrame[view]! * timeCount + time]!;
        const at = resource * timeCount + time;
        if (cell < 0 || state.lessons[at] !== 1) continue;
        days.set(cell, (days.get(cell) ?? new Set()).add(state.meetSum[at]!));
      }
      for (const day of days.values()) if (day.size > 1 && [...day].every((one) => this.isMovable(meet, one))) groups.push([...day]);
    }
    if (!isConcerned) return;
    for (let time = 0; time < timeCount; time++) if (state.lessons[resource * timeCount + time] === 1) add(state.meetSum[resource * timeCount + time]!);
  }
}

function invert({ begin, items }: Compiled['spreads']['rows'], count: number): number[][] {
  const inverse: number[][] = Array.from({ length: count }, () => []);
  for (let event = 0; event + 1 < begin.length; event++) for (let at = begin[event]!; at < begin[event + 1]!; at++) inverse[items[at]!]!.push(event);
  return inverse;
}
