import { expect, test, vi } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import { resize, setResource, setStart } from './changes.ts';
import { compile } from './compile/index.ts';
import { Random } from './random.ts';
import { Emphasis } from './search/emphasis.ts';
import { Search } from './search/search.ts';
import { Trial } from './search/trial.ts';
import { SearchState } from './state.ts';
import { drawInstance } from './testing/random-instance.ts';
import { loadSolution, restoreSnapshot, takeSnapshot, toSolution } from './timetable.ts';
import { ChainWeigher } from './weigh-chain.ts';
import { weighAssign, weighMove, weighSwap } from './weigh-moves.ts';

const SCHOOLS = 30;
const MOVES = 30;

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

function prepare(seed: number) {
  const instance = drawInstance(seed);
  const compiled = compile(instance);
  const state = new SearchState(compiled);
  state.setHardWeight(1000);
  loadSolution(state, undefined);
  return { instance, compiled, state, random: new Random(seed + 1000) };
}

const pickAwake = (state: SearchState, random: Random): number => {
  const awake = [...state.duration.keys()].filter((meet) => state.duration[meet]! > 0);
  return awake[random.below(awake.length)]!;
};

/** @returns a resource of the type the task asks for, or none */
function pickResource({ compiled: { layout, resourceCount } }: SearchState, task: number, random: Random): number {
  const { begin, items } = layout.typeResources;
  const type = layout.placeType[layout.taskPlace[task]!]!;
  const candidates = [...items.subarray(begin[type]!, begin[type + 1]!), resourceCount];
  return candidates[random.below(candidates.length)]!;
}

/** Makes a random move. @returns what it was said to cost beforehand, undefined for moves that are only done */
function moveAtRandom(state: SearchState, random: Random): number | undefined {
  const { layout, timeCount, resourceCount } = state.compiled;
  const meet = pickAwake(state, random);
  switch (random.below(5)) {
    case 0: {
      const to = random.below(timeCount + 1);
      const delta = weighMove(state, meet, to);
      setStart(state, meet, to);
      return delta;
    }
    case 1: {
      const other = pickAwake(state, random);
      if (other === meet) return undefined;
      const delta = weighSwap(state, meet, other);
      const [here, there] = [state.start[meet]!, state.start[other]!];
      setStart(state, meet, there);
      setStart(state, other, here);
      return delta;
    }
    case 2: {
      const task = layout.meetTasks[meet]! + random.below(layout.meetTasks[meet + 1]! - layout.meetTasks[meet]!);
      if (layout.placeGiven[layout.taskPlace[task]!] !== resourceCount) return undefined;
      const to = pickResource(state, task, random);
      const delta = weighAssign(state, task, to);
      setResource(state, task, to);
      return delta;
    }
    case 3: {
      const meets = Int32Array.from(new Set(Array.from({ length: 1 + random.below(5) }, () => pickAwake(state, random))));
      const targets = meets.map(() => random.below(timeCount + 1));
      const delta = new ChainWeigher(state).weigh(meets, targets, meets.length);
      for (const [at, one] of meets.entries()) setStart(state, one, targets[at]!);
      return delta;
    }
    default: {
      // Some of a meet's length goes to another meet of the event, awake or asleep.
      const event = layout.meetEvent[meet]!;
      const other = layout.eventMeets[event]! + random.below(layout.eventMeets[event + 1]! - layout.eventMeets[event]!);
      if (other === meet) return undefined;
      const moved = 1 + random.below(state.duration[meet]!);
      resize(state, meet, state.duration[meet]! - moved);
      resize(state, other, state.duration[other]! + moved);
      return undefined;
    }
  }
}

test('what a move is said to cost is what the evaluator finds after it, for every kind of constraint', () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const { instance, state, random } = prepare(seed);
    for (let move = 0; move < MOVES; move++) {
      const before = state.weighed;
      const delta = moveAtRandom(state, random);
      const cost = evaluate(instance, toSolution(state));
      expect([seed, move, state.hard, state.soft]).toEqual([seed, move, cost.infeasibility, cost.objective]);
      if (delta !== undefined) expect(delta).toBeCloseTo(state.weighed - before, 6);
    }
  }
});

test('so it is where the search leans on the rules that are broken', () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const { state, random } = prepare(seed);
    const emphasis = new Emphasis(state);
    for (let move = 0; move < MOVES; move++) {
      if (move % 5 === 0) emphasis.look();
      const before = state.weighed;
      const delta = moveAtRandom(state, random);
      if (delta !== undefined) expect(delta).toBeCloseTo(state.weighed - before, 6);
    }
    emphasis.clear();
    const [startCost, roleCost, clashCost, scale] = [state.startCost.slice(), state.roleCost.slice(), state.clashCost.slice(), state.scale.slice()];
    state.setHardWeight(state.hardWeight);
    expect([state.startCost, state.roleCost, state.clashCost, state.scale]).toEqual([startCost, roleCost, clashCost, scale]);
  }
});

test('whatever the search does, its counts are the evaluator’s', () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const { instance, compiled } = prepare(seed);
    const search = new Search(compiled, { seed, thread: seed });
    for (const share of [0, 0.03, 0.3, 0.9]) {
      search.advance(share, 300);
      const { infeasibility, objective } = evaluate(instance, toSolution(search.state));
      expect([seed, search.state.hard, search.state.soft]).toEqual([seed, infeasibility, objective]);
    }
  }
});

const countsOf = (state: SearchState): unknown[] => [
  state.duration,
  state.assigned,
  state.doubles,
  state.lessons,
  state.meetSum,
  state.clashes,
  state.mask,
  state.count,
  state.raw,
  state.spreadCount,
  state.running,
  state.linked,
  state.splitCount,
  state.workload,
  state.hard,
  state.soft,
];

test('undoing a trial brings back every count', () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const { state, random } = prepare(seed);
    const { layout, timeCount, resourceCount } = state.compiled;
    for (let move = 0; move < 10; move++) moveAtRandom(state, random);
    const before = structuredClone(countsOf(state));
    const trial = new Trial(state);
    for (let step = 0; step < 8; step++) {
      const meet = pickAwake(state, random);
      const event = layout.meetEvent[meet]!;
      const other = layout.eventMeets[event]! + random.below(layout.eventMeets[event + 1]! - layout.eventMeets[event]!);
      trial.start(meet, random.below(timeCount + 1));
      const task = layout.meetTasks[meet]!;
      if (layout.placeGiven[layout.taskPlace[task]!] === resourceCount) trial.resource(task, pickResource(state, task, random));
      if (other !== meet) {
        const length = state.duration[meet]!;
        trial.length(meet, 0);
        trial.length(other, state.duration[other]! + length);
      }
    }
    trial.undo();
    expect(countsOf(state)).toEqual(before);
  }
});

test('a snapshot brings back the timetable it was taken of', () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const { state, random } = prepare(seed);
    for (let move = 0; move < 20; move++) moveAtRandom(state, random);
    const snapshot = takeSnapshot(state);
    const solution = toSolution(state);
    for (let move = 0; move < 20; move++) moveAtRandom(state, random);
    restoreSnapshot(state, snapshot);
    expect(toSolution(state)).toEqual(solution);
    expect([state.hard, state.soft]).toEqual([snapshot.hard, snapshot.soft]);
  }
});
