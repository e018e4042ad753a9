import { listEventPoints, listNamedTimes } from '../../model/index.ts';
import type { AssignTime, AvoidCrossingBreaks, Instance, PreferTimes } from '../../model/index.ts';
import type { Starts } from '../compiled.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';

/** @returns per duration and start (row by row) the breaks a meet runs across */
function countCrossed(instance: Instance, { breaksAfter }: AvoidCrossingBreaks, longest: number): number[] {
  const width = instance.times.length + 1;
  const isBreak = new Set(breaksAfter);
  return Array.from({ length: longest * width }, (_, at) => {
    const [duration, start] = [Math.floor(at / width) + 1, at % width];
    let crossed = 0;
    for (let time = start; time < Math.min(start + duration - 1, width - 1); time++) if (isBreak.has(time)) crossed++;
    return crossed;
  });
}

/** @returns per duration and start (row by row) what the rule counts against a meet: its duration, or nothing */
function countMisplaced(instance: Instance, constraint: AssignTime | PreferTimes, longest: number): number[] {
  const width = instance.times.length + 1;
  const preferred = constraint.kind === 'preferTimes' ? new Set(listNamedTimes(instance, constraint.preferred)) : undefined;
  const raw = Array.from({ length: longest * width }, () => 0);
  for (let duration = 1; duration <= longest; duration++) {
    if (constraint.kind === 'preferTimes' && constraint.duration !== undefined && constraint.duration !== duration) continue;
    for (let start = 0; start < width; start++) {
      const isAssigned = start < width - 1;
      const isMisplaced = preferred === undefined ? !isAssigned : isAssigned && !preferred.has(start);
      if (isMisplaced) raw[(duration - 1) * width + start] = duration;
    }
  }
  return raw;
}

/** Assign time, prefer times, avoid crossing breaks: static where the cost is linear, else a point per event. */
export function compileStarts(instance: Instance, points: PointBuilder): Starts {
  const width = instance.times.length + 1;
  let size = 0;
  const base = instance.events.map((event) => {
    const first = size;
    size += event.duration * width;
    return first;
  });
  const hard = new Float64Array(size);
  const soft = new Float64Array(size);
  const entries = emptyLists(instance.events.length);
  const point: number[] = [];
  const rawBase: number[] = [];
  const raw: number[][] = [];
  let rawSize = 0;
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind !== 'assignTime' && constraint.kind !== 'preferTimes' && constraint.kind !== 'avoidCrossingBreaks') continue;
    const bound = listEventPoints(instance, constraint.appliesTo);
    const longest = bound.reduce((most, event) => Math.max(most, instance.events[event]?.duration ?? 1), 1);
    const misplaced = constraint.kind === 'avoidCrossingBreaks' ? countCrossed(instance, constraint, longest) : countMisplaced(instance, constraint, longest);
    if (constraint.costFunction === 'linear') {
      const table = constraint.isRequired ? hard : soft;
      for (const event of bound) {
        const length = (instance.events[event]?.duration ?? 0) * width;
        for (let at = 0; at < length; at++) table[(base[event] ?? 0) + at] = (table[(base[event] ?? 0) + at] ?? 0) + constraint.weight * (misplaced[at] ?? 0);
      }
      continue;
    }
    for (const event of bound) {
      entries[event]?.push(point.length);
      point.push(points.add(index, constraint, { largest: instance.events[event]?.duration ?? 1 }));
      rawBase.push(rawSize);
    }
    raw.push(misplaced);
    rawSize += misplaced.length;
  }
  return {
    base: Int32Array.from(base),
    hard,
    soft,
    rows: toRows(entries),
    point: Int32Array.from(point),
    rawBase: Int32Array.from(rawBase),
    raw: Int32Array.from(raw.flat()),
  };
}
