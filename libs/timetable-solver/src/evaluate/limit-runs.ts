import { listResourcePoints, type LimitRuns } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName, timeName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** So many lessons in a row. */
export function* measureLimitRuns({ appliesTo, timeGroups, limits }: LimitRuns, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const odd = timeGroups.flatMap((group) => listRuns(resource, timetable.timesIn(group), timetable)).filter(({ length }) => outside(length, limits) > 0);
    if (odd.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: odd.reduce((sum, { length }) => sum + outside(length, limits), 0),
      why: () => odd.flatMap(({ first, length }) => limitReasons(length, limits, ['run-below', 'run-above'], { resource: resourceName(instance, resource), time: timeName(instance, first) })),
    };
  }
}

function listRuns(resource: number, times: readonly number[], timetable: Timetable): { first: number; length: number }[] {
  const runs: { first: number; length: number }[] = [];
  let isRunning = false;
  for (const time of times) {
    const isBusy = timetable.isBusy(resource, time);
    const last = runs.at(-1);
    if (isBusy && isRunning && last !== undefined) last.length += 1;
    else if (isBusy) runs.push({ first: time, length: 1 });
    isRunning = isBusy;
  }
  return runs;
}
