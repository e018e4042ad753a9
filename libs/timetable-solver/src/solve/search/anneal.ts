/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { setResource, setStart } from '../changes.ts';
import type { Random } from '../random.ts';
import type { SearchState } from '../state.ts';
import { takeSnapshot, type Snapshot } from '../timetable.ts';
import { weighAssign, weighMove, weighSwap } from '../weigh-moves.ts';
import type { Domains } from './domains.ts';
import { findPartner, KempeChain } from './kempe.ts';
import { listSplittable } from './partitions.ts';
import { Trial } from './trial.ts';

/** How often each kind of move is tried. */
interface Mix {
  readonly chain: number;
  readonly choice: number;
  readonly shape: number;
}

/** Share of moves in which everybody in the way goes back where the lesson came from. */
const CHAINS = 0.4;

/** Simulated annealing on one state. */
export class Annealer {
  temperature = 1;
  moves = 0;
  best: Snapshot;
  private readonly state: SearchState;
  private readonly domains: Domains;
  private readonly random: Random;
  private readonly trial: Trial;
  private readonly chain: KempeChain;
  private readonly mix: Mix;
  private readonly splittable: Int32Array;
  /** Whether the meet has an open task. */
  private readonly isOpen: Uint8Array; // [meet]
  /** Whether the state is better than `best`, which is only copied when the search leaves it. */
  private isAhead = false;

  /** @param shape how often a splittable event changes its shape, of all moves */
  constructor(state: SearchState, domains: Domains, random: Random, shape: number) {
    this.state = state;
    this.domains = domains;
    this.random = random;
    this.trial = new Trial(state);
    this.chain = new KempeChain(state, domains);
    this.best = takeSnapshot(state);
    this.splittable = listSplittable(state.compiled, domains);
    this.isOpen = new Uint8Array(state.compiled.meetCount);
    for (const task of domains.openTasks) this.isOpen[state.compiled.layout.taskMeet[task]!] = 1;
    const open = domains.openTasks.length;
    const choice = open === 0 ? 0 : open / (open + domains.movable.length);
    this.mix = { chain: CHAINS, choice, shape: (shape * this.splittable.length) / state.compiled.eventCount };
  }

  /** Tries that many moves. */
  run(moves: number): void {
    const { random, mix } = this;
    for (let move = 0; move < moves; move++) {
      const kind = random.unit();
      if (kind < mix.choice) this.tryChoice();
      else if (random.unit() < mix.shape) this.tryShape();
      else this.tryMove();
    }
    this.moves += moves;
  }

  get bestCost(): { readonly hard: number; readonly soft: number } {
    return this.isAhead ? { hard: this.state.hard, soft: this.state.soft } : this.best;
  }

  /** Makes `best` true. */
  settle(): void {
    if (this.isAhead) this.keepBest();
  }

  private keepBest(): void {
    this.best = takeSnapshot(this.state);
    this.isAhead = false;
  }

  /** Called after every change that stays. */
  compare(): void {
    const { hard, soft } = this.state;
    const { best } = this;
    if (hard < best.hard || (hard === best.hard && soft < best.soft)) this.isAhead = true;
  }

  /** @returns largest change in cost to accept this time */
  private threshold(): number {
    return -this.temperature * Math.log(this.random.unit());
  }

  private leave(delta: number): void {
    if (this.isAhead && delta > 0) this.keepBest();
  }

  private tryMove(): void {
    const { state, domains, random } = this;
    const { layout, timeCount } = state.compiled;
    const meet = domains.movable[random.below(domains.movable.length)]!;
    const length = state.duration[meet]!;
    if (length === 0) return;
    const event = layout.meetEvent[meet]!;
    let to: number;
    if (random.below(64) === 0) to = random.below(timeCount + 1);
    else {
      const row = domains.startRow[event]! + length - 1;
      const begin = domains.starts.begin[row]!;
      to = domains.starts.items[begin + random.below(domains.starts.begin[row + 1]! - begin)]!;
    }
    const start = state.start[meet]!;
    if (to === start) return;
    if (random.unit() < this.mix.chain && to < timeCount && start < timeCount) {
      this.tryChain(meet, to);
      return;
    }
    if (this.hasPartners(event) && random.below(4) > 0) {
      this.tryTogether(meet, to);
      return;
    }
    if (this.isOpen[meet] === 1 && random.below(2) === 0) {
      this.tryStartAndChoose(meet, to);
      return;
    }
    const other = this.findOpponent(meet, to);
    if (other < 0) this.tryStart(meet, to);
    // What is longer or shorter seldom fits alone.
    else if (state.duration[other] !== length && start < timeCount && random.below(2) === 0) this.tryChain(meet, to);
    else this.trySwap(meet, other);
  }

  /** Moves the meet and gives it others who are free then, where those it has are not. */
  private tryStartAndChoose(meet: number, to: number): void {
    const { state, trial, domains, random } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    this.decide(() => {
      trial.start(meet, to);
      for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
        const seat = layout.taskPlace[task]!;
        const resource = state.assigned[task]!;
        if (layout.placeGiven[seat] !== resourceCount || to === timeCount) continue;
        if (resource !== resourceCount && state.lessons[resource * timeCount + to] === 1 && state.compiled.busy.awayHard[resource * timeCount + to] === 0) continue;
        const begin = domains.choices.begin[seat]!;
        const count = domains.choices.begin[seat + 1]! - begin;
        const offset = random.below(count);
        for (let at = 0; at < count; at++) {
          const choice = domains.choices.items[begin + ((at + offset) % count)]!;
          if (choice === resourceCount || !isFree(state, choice, to, state.duration[meet]!)) continue;
          trial.resource(task, choice);
          break;
        }
      }
      return true;
    });
  }

  private hasPartners(event: number): boolean {
    const { begin } = this.state.compiled.partners;
    return begin[event] !== begin[event + 1];
  }

  /** Moves the meet with those that begin with it, or comes to where one that it is to go on with begins. */
  private tryTogether(meet: number, to: number): void {
    const { state, trial, random } = this;
    const { layout, partners, timeCount } = state.compiled;
    const start = state.start[meet]!;
    if (start < timeCount && to < timeCount && random.below(3) > 0) {
      this.tryChain(meet, to);
      return;
    }
    const event = layout.meetEvent[meet]!;
    const [first, end] = [partners.begin[event]!, partners.begin[event + 1]!];
    if (random.below(2) === 0) {
      const partner = partners.items[first + random.below(end - first)]!;
      const other = layout.eventMeets[partner]! + random.below(layout.eventMeets[partner + 1]! - layout.eventMeets[partner]!);
      if (state.duration[other] === 0 || state.start[other] === start) return;
      const there = state.start[other]!;
      if (there < timeCount && start < timeCount && this.chain.find(meet, there)) this.tryFound();
      else this.tryStart(meet, there);
      return;
    }
    this.decide(() => {
      const together: number[] = [];
      for (let at = first; at < end; at++) {
        const partner = partners.items[at]!;
        const other = findPartner(state, meet, partner);
        if (other >= 0 && this.domains.isFixed[partner] === 0) together.push(other);
      }
      trial.start(meet, to);
      for (const other of together) trial.start(other, to);
      return true;
    });
  }

  private tryStart(meet: number, to: number): void {
    const { state } = this;
    const delta = weighMove(state, meet, to);
    if (delta > this.threshold()) return;
    this.leave(delta);
    setStart(state, meet, to);
    this.compare();
  }

  private trySwap(meet: number, other: number): void {
    const { state } = this;
    const delta = weighSwap(state, meet, other);
    if (delta > this.threshold()) return;
    this.leave(delta);
    const [here, there] = [state.start[meet]!, state.start[other]!];
    setStart(state, meet, there);
    setStart(state, other, here);
    this.compare();
  }

  /** @returns a lesson to change places with, or -1: somebody of this meet has it at that time */
  private findOpponent(meet: number, to: number): number {
    const { state, domains, random } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    if (to === timeCount) return -1;
    const first = layout.meetTasks[meet]!;
    const count = layout.meetTasks[meet + 1]! - first;
    if (count === 0) return -1;
    const offset = random.below(count);
    for (let at = 0; at < count; at++) {
      const resource = state.assigned[first + ((at + offset) % count)]!;
      if (resource === resourceCount) continue;
      const cell = resource * timeCount + to;
      if (state.lessons[cell] !== 1) continue;
      const other = state.meetSum[cell]!;
      if (other === meet || domains.isFixed[layout.meetEvent[other]!] === 1) continue;
      return other;
    }
    return -1;
  }

  private tryChain(meet: number, to: number): void {
    const { chain } = this;
    if (!chain.find(meet, to)) return;
    if (chain.length === 1) this.tryStart(meet, to);
    else this.tryFound();
  }

  /** Makes the moves of the chain found, if they are worth it. */
  private tryFound(): void {
    const { chain, state } = this;
    const delta = chain.weigh();
    if (delta > this.threshold()) return;
    this.leave(delta);
    for (let at = 0; at < chain.length; at++) setStart(state, chain.meets[at]!, chain.targets[at]!);
    this.compare();
  }

  /** Makes a change of several steps and undoes it unless it is possible and accepted. */
  private decide(change: () => boolean): void {
    const { state, trial } = this;
    // Whether it is accepted is known only when the old timetable is gone.
    if (this.isAhead) this.keepBest();
    const before = state.weighed;
    if (!change() || state.weighed - before > this.threshold()) trial.undo();
    else {
      trial.keep();
      this.compare();
    }
  }

  private tryChoice(): void {
    const { state, domains, random } = this;
    const { layout, timeCount, resourceCount } = state.compiled;
    const task = domains.openTasks[random.below(domains.openTasks.length)]!;
    const meet = layout.taskMeet[task]!;
    if (state.duration[meet] === 0) return;
    const seat = layout.taskPlace[task]!;
    const begin = domains.choices.begin[seat]!;
    const to = domains.choices.items[begin + random.below(domains.choices.begin[seat + 1]! - begin)]!;
    if (to === state.assigned[task]) return;
    const start = state.start[meet]!;
    if (to !== resourceCount && start < timeCount && state.lessons[to * timeCount + start] === 1 && random.below(2) === 0) {
      const opponent = this.findTaskOf(state.meetSum[to * timeCount + start]!, to);
      if (opponent >= 0 && layout.taskMeet[opponent] !== meet) {
        const from = state.assigned[task]!;
        this.decide(() => {
          this.trial.resource(opponent, from);
          this.trial.resource(task, to);
          return true;
        });
        return;
      }
    }
    const delta = weighAssign(state, task, to);
    if (delta > this.threshold()) return;
    this.leave(delta);
    setResource(state, task, to);
    this.compare();
  }

  /** @returns the meet's open task that has the resource, or -1 */
  private findTaskOf(meet: number, resource: number): number {
    const { state } = this;
    const { layout, resourceCount } = state.compiled;
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      if (state.assigned[task] === resource) return layout.placeGiven[layout.taskPlace[task]!] === resourceCount ? task : -1;
    }
    return -1;
  }

  /** Splits a meet, joins two, or moves some of one's length to another. */
  private tryShape(): void {
    const { state, random, splittable } = this;
    const { layout } = state.compiled;
    const event = splittable[random.below(splittable.length)]!;
    const first = layout.eventMeets[event]!;
    const count = layout.eventMeets[event + 1]! - first;
    const one = first + random.below(count);
    const other = first + random.below(count);
    const length = state.duration[one]!;
    if (one === other || length === 0) return;
    if (state.duration[other] === 0) {
      if (length > 1) this.decide(() => this.split(event, one, other, 1 + random.below(length - 1)));
    } else if (random.below(2) === 0) this.decide(() => this.join(one, other));
    else this.decide(() => this.shift(event, one, other, 1 + random.below(length)));
  }

  /** Cuts a piece off a meet; whoever is in its way at its new time comes where it was. */
  private split(event: number, one: number, piece: number, length: number): boolean {
    const { state, trial, chain } = this;
    const { layout, timeCount } = state.compiled;
    const start = state.start[one]!;
    const rest = state.duration[one]! - length;
    trial.length(one, rest);
    trial.start(piece, start === timeCount ? timeCount : Math.min(start + rest, timeCount));
    const [from, to] = [layout.meetTasks[one]!, layout.meetTasks[piece]!];
    for (let task = from; task < layout.meetTasks[one + 1]!; task++) trial.resource(to + task - from, state.assigned[task]!);
    trial.length(piece, length);
    const target = this.pickStart(event, length);
    if (start === timeCount || !chain.find(piece, target)) trial.start(piece, target);
    else chain.apply(trial);
    return true;
  }

  /** Puts a meet at the end (or the beginning) of another of its event and makes one of the two. */
  private join(one: number, other: number): boolean {
    const { state, trial, chain } = this;
    const { timeCount } = state.compiled;
    const [length, otherLength] = [state.duration[one]!, state.duration[other]!];
    const start = state.start[other]!;
    const isBefore = this.random.below(2) === 0;
    const target = isBefore ? start - length : start + otherLength;
    if (start < timeCount) {
      if (target < 0 || target + length > timeCount) return false;
      if (state.start[one]! < timeCount && target !== state.start[one]) {
        if (!chain.find(one, target)) return false;
        chain.apply(trial);
      }
    }
    const joined = isBefore && start < timeCount && state.start[other] === start ? target : state.start[other]!;
    trial.length(one, 0);
    trial.start(other, joined);
    trial.length(other, length + otherLength);
    return true;
  }

  /** Moves some of a meet's length to another, and both perhaps to other times. */
  private shift(event: number, one: number, other: number, moved: number): boolean {
    const { state, trial, random } = this;
    trial.length(one, state.duration[one]! - moved);
    trial.length(other, state.duration[other]! + moved);
    if (random.below(2) === 0) trial.start(other, this.pickStart(event, state.duration[other]!));
    if (state.duration[one]! > 0 && random.below(2) === 0) trial.start(one, this.pickStart(event, state.duration[one]!));
    return true;
  }

  private pickStart(event: number, length: number): number {
    const { domains, random } = this;
    const row = domains.startRow[event]! + length - 1;
    const begin = domains.starts.begin[row]!;
    return domains.starts.items[begin + random.below(domains.starts.begin[row + 1]! - begin)]!;
  }
}

function isFree(state: SearchState, resource: number, start: number, length: number): boolean {
  const { timeCount, busy } = state.compiled;
  for (let time = start; time < Math.min(start + length, timeCount); time++) {
    const at = resource * timeCount + time;
    if (state.lessons[at] !== 0 || busy.awayHard[at] !== 0) return false;
  }
  return true;
}
