import loadHighs from 'highs';
import { expect, test, vi } from 'vitest';
import { compareCosts, evaluate } from '../../evaluate/index.ts';
import type { Instance } from '../../model/index.ts';
import { compile } from '../compile/index.ts';
import { Random } from '../random.ts';
import { construct, partition } from '../search/construct.ts';
import { findDomains } from '../search/domains.ts';
import { SearchState } from '../state.ts';
import { drawInstance } from '../testing/random-instance.ts';
import { loadSolution, toSolution } from '../timetable.ts';
import { ExactStage } from './index.ts';

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

const ASKABLE = new Set([
  'assignTime',
  'preferTimes',
  'spreadEvents',
  'splitEvents',
  'distributeSplitEvents',
  'avoidClashes',
  'avoidUnavailableTimes',
  'limitIdleTimes',
  'clusterBusyTimes',
  'limitBusyTimes',
]);

/** A school with rules of sums and convex costs only. */
function drawAskable(seed: number): Instance {
  const instance = drawInstance(seed);
  const constraints = instance.constraints.filter(({ kind }) => ASKABLE.has(kind)).map((constraint) => ({ ...constraint, costFunction: 'linear' as const }));
  return { ...instance, constraints };
}

test('the exact stage makes timetables better, never worse, and counts as the evaluator does', async () => {
  const solver = await loadHighs();
  let [asked, better] = [0, 0];
  for (let seed = 1; seed <= 24; seed++) {
    const instance = drawAskable(seed);
    const compiled = compile(instance);
    const [state, random, domains] = [new SearchState(compiled), new Random(seed), findDomains(compiled)];
    state.setHardWeight(1000);
    loadSolution(state, undefined);
    partition(state, domains, random);
    construct(state, domains, random);
    const stage = new ExactStage(state, domains, random, solver);
    if (!stage.isUseful) continue;
    asked++;
    const before = evaluate(instance, toSolution(state));
    for (let round = 0; round < 2; round++) stage.improve(1);
    const after = evaluate(instance, toSolution(state));
    expect([seed, state.hard, state.soft]).toEqual([seed, after.infeasibility, after.objective]);
    expect(compareCosts(after, before)).toBeLessThanOrEqual(0);
    if (compareCosts(after, before) < 0) better++;
  }
  expect(asked).toBeGreaterThan(3);
  expect(better).toBeGreaterThan(0);
});
