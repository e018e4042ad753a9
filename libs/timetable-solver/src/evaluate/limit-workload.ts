import { listResourcePoints, type LimitWorkload } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Sums of fractions like 1/3 must not be a hair above a whole number. */
const TOLERANCE = 1e-6;

/** Work load is as agreed. */
export function* measureLimitWorkload({ appliesTo, limits }: LimitWorkload, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const workload = timetable.workloadOf(resource);
    const deviation = Math.ceil(outside(workload, limits) - TOLERANCE);
    if (deviation <= 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation,
      why: () => limitReasons(Math.round(workload * 100) / 100, limits, ['workload-below', 'workload-above'], { resource: resourceName(instance, resource) }),
    };
  }
}
