/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { resize, setResource, setStart } from '../changes.ts';
import type { Random } from '../random.ts';
import type { Domains } from '../search/domains.ts';
import { SearchState } from '../state.ts';
import { Demand } from './demand.ts';
import { relax } from './relax.ts';
import { Rivals } from './rivals.ts';

/** What is in the way of a meet at a time. */
export interface Obstacles {
  readonly meets: number[];
  /** Sum of their penalties; Infinity where something is in the way that can't leave. */
  cost: number;
}

/** A meet taken out, and where it was. */
export interface Taken {
  readonly meet: number;
  readonly start: number;
  readonly choices: number[];
}

export interface BoardCopy {
  readonly start: Int32Array;
  readonly assigned: Int32Array;
}

/** A timetable from which meets are missing and in which no required rule is broken; meets are put in and taken out whole, with their open places. */
export class Board {
  readonly state: SearchState;
  /** Places looked at. */
  looks = 0;
  /** How unwilling a meet is to leave. */
  readonly penalty: Float64Array; // [meet]
  readonly demand: Demand;
  /** [task] the same in the whole instance */
  readonly tasks: Int32Array;
  private readonly domains: Domains;
  private readonly rivals: Rivals;
  /** Meets that go on. */
  private readonly running: number[][]; // [time]
  private readonly isChoosable: Uint8Array; // [resource]
  private readonly random: Random;
  private readonly isOpen: Uint8Array; // [task]
  /** Hours of each resource's lessons that are missing. */
  private readonly missing: Float64Array; // [resource]
  private readonly hasDemand: Uint8Array; // [meet]
  private readonly seen: Int32Array; // [meet]
  private round = 0;
  /** Choices found by `findObstacles` for the meet's open tasks. */
  private readonly chosen: number[] = [];

  /** @param full gives lengths of meets, and where those are that may not move */
  constructor(full: SearchState, domains: Domains, random: Random) {
    const { compiled } = full;
    this.demand = new Demand(compiled);
    const { compiled: relaxed, tasks } = relax(compiled, (resource) => this.demand.has(resource));
    this.tasks = tasks;
    this.state = new SearchState(relaxed);
    this.rivals = new Rivals(compiled);
    this.running = Array.from({ length: compiled.timeCount }, () => []);
    this.isChoosable = new Uint8Array(compiled.resourceCount + 1);
    for (const choice of domains.choices.items) this.isChoosable[choice] = 1;
    this.isChoosable[compiled.resourceCount] = 0;
    this.domains = domains;
    this.random = random;
    this.penalty = new Float64Array(compiled.meetCount).fill(1);
    const isOpen = new Uint8Array(compiled.taskCount);
    for (const task of domains.openTasks) isOpen[task] = 1;
    this.isOpen = Uint8Array.from(tasks, (task) => isOpen[task]!);
    this.missing = new Float64Array(compiled.resourceCount + 1);
    this.seen = new Int32Array(compiled.meetCount);
    this.hasDemand = new Uint8Array(compiled.meetCount);
    this.load(full);
  }

  private load(full: SearchState): void {
    const { state, demand, tasks, isOpen, domains } = this;
    const { layout, meetCount } = state.compiled;
    for (const [task, whole] of tasks.entries()) if (isOpen[task] === 0) setResource(state, task, full.assigned[whole]!);
    for (let meet = 0; meet < meetCount; meet++) {
      if (full.duration[meet] === 0) continue;
      resize(state, meet, full.duration[meet]!);
      for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
        const resource = layout.placeGiven[layout.taskPlace[task]!]!;
        if (demand.has(resource)) this.hasDemand[meet] = 1;
        this.missing[resource] = this.missing[resource]! + full.duration[meet]!;
      }
      if (domains.isFixed[layout.meetEvent[meet]!] === 1 && full.start[meet] !== state.compiled.timeCount) this.put(meet, full.start[meet]!, this.choicesIn(full, meet));
    }
  }

  /** @returns the timetable as it is now */
  copy(): BoardCopy {
    return { start: this.state.start.slice(), assigned: this.state.assigned.slice() };
  }

  /** Puts a timetable of this board into one of the whole instance. */
  copyTo(full: SearchState, { start, assigned }: BoardCopy): void {
    const { state, tasks, isOpen } = this;
    for (let meet = 0; meet < state.compiled.meetCount; meet++) if (state.duration[meet]! > 0) setStart(full, meet, start[meet]!);
    for (const [task, whole] of tasks.entries()) if (isOpen[task] === 1) setResource(full, whole, assigned[task]!);
  }

  /** @returns the resources the meet has in a timetable of the whole instance */
  choicesIn(full: SearchState, meet: number): number[] {
    const { meetTasks } = this.state.compiled.layout;
    return [...this.tasks.subarray(meetTasks[meet]!, meetTasks[meet + 1]!)].map((whole) => full.assigned[whole]!);
  }

  private note(meet: number, sign: number): void {
    if (this.hasDemand[meet] === 0) return;
    const { state } = this;
    const { layout } = state.compiled;
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      const resource = layout.placeGiven[layout.taskPlace[task]!]!;
      this.missing[resource] = this.missing[resource]! + sign * state.duration[meet]!;
    }
  }

  private run(meet: number): void {
    const { state, running } = this;
    const end = Math.min(state.start[meet]! + state.duration[meet]!, running.length);
    for (let time = state.start[meet]!; time < end; time++) running[time]!.push(meet);
  }

  private halt(meet: number): void {
    const { state, running } = this;
    const end = Math.min(state.start[meet]! + state.duration[meet]!, running.length);
    for (let time = state.start[meet]!; time < end; time++) {
      const meets = running[time]!;
      meets[meets.indexOf(meet)] = meets.at(-1)!;
      meets.pop();
    }
  }

  isPlaced(meet: number): boolean {
    return this.state.start[meet] !== this.state.compiled.timeCount;
  }

  /** Puts the meet in; its open places have the choices told, or those last found. */
  put(meet: number, to: number, choices: readonly number[] = this.chosen): void {
    const { state } = this;
    const first = state.compiled.layout.meetTasks[meet]!;
    for (let at = 0; at < choices.length; at++) if (this.isOpen[first + at] === 1) setResource(state, first + at, choices[at]!);
    setStart(state, meet, to);
    this.run(meet);
    this.note(meet, -1);
  }

  /** Takes the meet out. */
  take(meet: number): void {
    const { state } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    this.halt(meet);
    setStart(state, meet, timeCount);
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) if (this.isOpen[task] === 1) setResource(state, task, resourceCount);
    this.note(meet, 1);
  }

  /** @returns the choices `findObstacles` made */
  lastChoices(): number[] {
    return [...this.chosen];
  }

  /** Takes the meet out. @returns what is needed to put it back */
  takeOut(meet: number): Taken {
    const taken = { meet, start: this.state.start[meet]!, choices: this.choicesOf(meet) };
    this.take(meet);
    return taken;
  }

  /** @returns the resources of the meet's places now */
  choicesOf(meet: number): number[] {
    const { meetTasks } = this.state.compiled.layout;
    return [...this.state.assigned.subarray(meetTasks[meet]!, meetTasks[meet + 1]!)];
  }

  /** @returns required rules broken, and lessons the meet's people would need beyond those missing */
  measureExcess(meet: number): number {
    let excess = this.state.hard;
    if (this.hasDemand[meet] === 1) excess += this.measureDemand(meet);
    return excess;
  }

  private measureDemand(meet: number): number {
    const { state, demand, missing } = this;
    const { layout } = state.compiled;
    let excess = 0;
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      const resource = layout.placeGiven[layout.taskPlace[task]!]!;
      if (demand.has(resource)) excess += Math.max(0, demand.measure(state, resource) - missing[resource]!);
    }
    return excess;
  }

  lacksTime(resource: number): boolean {
    return this.demand.has(resource) && this.demand.measure(this.state, resource) > this.missing[resource]!;
  }

  /**
   * Finds the meets that hold somebody of this meet at the time, or begin apart from it though they belong together; chooses for its
   * open places.
   * @param most no more is looked at when this cost is passed
   * @param wanted choices to take, instead of any
   */
  findObstacles(meet: number, to: number, most: number, obstacles: Obstacles, wanted?: readonly number[]): void {
    this.looks++;
    const { state } = this;
    const { layout, timeCount, resourceCount, partners } = state.compiled;
    const end = to + state.duration[meet]!;
    this.round++;
    obstacles.meets.length = 0;
    obstacles.cost = 0;
    this.chosen.length = 0;
    if (end > timeCount) {
      obstacles.cost = Infinity;
      return;
    }
    this.seen[meet] = this.round;
    const event = layout.meetEvent[meet]!;
    const [first, last] = [layout.meetTasks[meet]!, layout.meetTasks[meet + 1]!];
    for (let time = to; time < end; time++) {
      for (const other of this.running[time]!) {
        if (this.rivals.are(event, layout.meetEvent[other]!)) this.add(other, obstacles);
        if (obstacles.cost > most) return;
      }
    }
    for (let task = first; task < last; task++) {
      if (this.isOpen[task] === 0 && this.isChoosable[state.assigned[task]!] === 1) this.block(state.assigned[task]!, to, end, obstacles);
      if (obstacles.cost > most) return;
    }
    for (let at = partners.begin[event]!; at < partners.begin[event + 1]!; at++) {
      const partner = partners.items[at]!;
      const other = layout.eventMeets[partner]!;
      if (layout.eventMeets[partner + 1]! - other !== 1 || state.start[other] === to || state.start[other] === timeCount) continue;
      this.add(other, obstacles);
    }
    if (obstacles.cost > most) return;
    for (let task = first; task < last; task++) {
      const choice = this.isOpen[task] === 0 ? state.assigned[task]! : (wanted?.[task - first] ?? this.choose(layout.taskPlace[task]!, to, end));
      if (choice < 0) {
        obstacles.cost = Infinity;
        return;
      }
      this.chosen.push(choice);
      if (this.isOpen[task] === 1 && choice !== resourceCount) this.block(choice, to, end, obstacles);
    }
  }

  /** @returns the resource whose occupants are the most willing to leave, of those the one wished for most; -1 where there is none */
  private choose(place: number, to: number, end: number): number {
    const { random, domains } = this;
    const { roles, resourceCount } = this.state.compiled;
    const begin = domains.choices.begin[place]!;
    const count = domains.choices.begin[place + 1]! - begin;
    const base = roles.base[place]!;
    const offset = random.below(count);
    let best = -1;
    let least = Infinity;
    for (let at = 0; at < count; at++) {
      const choice = domains.choices.items[begin + ((at + offset) % count)]!;
      if (choice !== resourceCount && this.chosen.includes(choice)) continue;
      // Nobody at all is better than driving somebody out, and worse than anybody who is free.
      const cost = (choice === resourceCount ? 1e-3 : this.priceOf(choice, to, end)) + (base < 0 ? 0 : 1e-9 * roles.soft[base + choice]!);
      if (cost >= least) continue;
      [best, least] = [choice, cost];
      if (cost === 0) break;
    }
    return best;
  }

  /** @returns what it costs to free a resource for these times */
  private priceOf(resource: number, to: number, end: number): number {
    const { state, seen, round } = this;
    const { timeCount, busy } = state.compiled;
    let price = 0;
    for (let time = to; time < end; time++) {
      const at = resource * timeCount + time;
      if (busy.awayHard[at]! > 0) return Infinity;
      if (busy.clashHard[resource] === 0 || state.lessons[at] === 0) continue;
      if (state.lessons[at]! > 1) return Infinity;
      const other = state.meetSum[at]!;
      if (seen[other] !== round) price += this.priceOfMeet(other);
    }
    return price;
  }

  private priceOfMeet(meet: number): number {
    return this.domains.isFixed[this.state.compiled.layout.meetEvent[meet]!] === 1 ? Infinity : this.penalty[meet]!;
  }

  private block(resource: number, to: number, end: number, obstacles: Obstacles): void {
    const { state } = this;
    const { timeCount, busy } = state.compiled;
    if (busy.clashHard[resource] === 0) return;
    for (let time = to; time < end; time++) {
      const at = resource * timeCount + time;
      if (state.lessons[at] === 0) continue;
      if (state.lessons[at]! > 1) obstacles.cost = Infinity;
      else this.add(state.meetSum[at]!, obstacles);
    }
  }

  private add(meet: number, obstacles: Obstacles): void {
    if (this.seen[meet] === this.round) return;
    this.seen[meet] = this.round;
    obstacles.meets.push(meet);
    obstacles.cost += this.priceOfMeet(meet);
  }
}
