/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance; a check per access would halve the speed */
import { setResource, setStart } from '../changes.ts';
import type { Random } from '../random.ts';
import type { SearchState } from '../state.ts';
import { takeSnapshot, type Snapshot } from '../timetable.ts';
import { weighAssign, weighMove, weighSwap } from '../weigh-moves.ts';
import type { Domains } from './domains.ts';
import { KempeChain } from './kempe.ts';
import { Trial } from './trial.ts';

/** How often each kind of move is tried. */
interface Mix {
  readonly chain: number;
  readonly choice: number;
  readonly shape: number;
}

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
  /** Whether the state is better than `best`, which is only copied when the search leaves it. */
  private isAhead = false;

  constructor(state: SearchState, domains: Domains, random: Random) {
    this.state = state;
    this.domains = domains;
    this.random = random;
    this.trial = new Trial(state);
    this.chain = new KempeChain(state, domains);
    this.best = takeSnapshot(state);
    const { layout, eventCount } = state.compiled;
    this.splittable = Int32Array.from({ length: eventCount }, (_, event) => event).filter(
      (event) => domains.isFixed[event] === 0 && layout.eventMeets[event + 1]! - layout.eventMeets[event]! > 1,
    );
    const open = domains.openTasks.length;
    const choice = open === 0 ? 0 : open / (open + domains.movable.length);
    this.mix = { chain: 0.2, choice, shape: this.splittable.length === 0 ? 0 : 0.08 };
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
  private compare(): void {
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
    if (to === state.start[meet]) return;
    if (random.unit() < this.mix.chain && to < timeCount && state.start[meet]! < timeCount) {
      this.tryChain(meet, to);
      return;
    }
    const other = this.findOpponent(meet, to);
    if (other < 0) {
      const delta = weighMove(state, meet, to);
      if (delta > this.threshold()) return;
      this.leave(delta);
      setStart(state, meet, to);
    } else {
      const delta = weighSwap(state, meet, other);
      if (delta > this.threshold()) return;
      this.leave(delta);
      const [here, there] = [state.start[meet]!, state.start[other]!];
      setStart(state, meet, there);
      setStart(state, other, here);
    }
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
    const { chain, trial } = this;
    if (!chain.find(meet, to)) return;
    this.decide(() => chain.apply(trial));
  }

  /** Makes a change of several steps and undoes it unless it is accepted. */
  private decide(change: () => void): void {
    const { state, trial } = this;
    // Whether it is accepted is known only when the old timetable is gone.
    if (this.isAhead) this.keepBest();
    const before = state.total;
    change();
    if (state.total - before > this.threshold()) trial.undo();
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
    const otherLength = state.duration[other]!;
    const moved = otherLength === 0 ? 1 + random.below(length - 1) : random.below(2) === 0 ? length : 1 + random.below(length);
    if (otherLength === 0 && length === 1) return;
    this.decide(() => this.reshape(event, one, other, moved));
  }

  private reshape(event: number, one: number, other: number, moved: number): void {
    const { state, trial } = this;
    const { layout } = state.compiled;
    const wasAsleep = state.duration[other] === 0;
    trial.length(one, state.duration[one]! - moved);
    if (wasAsleep) {
      const [from, to] = [layout.meetTasks[one]!, layout.meetTasks[other]!];
      for (let task = from; task < layout.meetTasks[one + 1]!; task++) trial.resource(to + task - from, state.assigned[task]!);
    }
    trial.length(other, state.duration[other]! + moved);
    if (wasAsleep) trial.start(other, this.pickStart(event, state.duration[other]!));
    else if (this.random.below(2) === 0) trial.start(other, this.pickStart(event, state.duration[other]!));
    if (state.duration[one]! > 0 && this.random.below(2) === 0) trial.start(one, this.pickStart(event, state.duration[one]!));
  }

  private pickStart(event: number, length: number): number {
    const { domains, random } = this;
    const row = domains.startRow[event]! + length - 1;
    const begin = domains.starts.begin[row]!;
    return domains.starts.items[begin + random.below(domains.starts.begin[row + 1]! - begin)]!;
  }
}
