import { listEventPoints, listNamedResources, listResourcePoints } from '../../model/index.ts';
import type { AssignResource, Instance, PreferResources } from '../../model/index.ts';
import type { Layout, Roles } from '../compiled.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';

const greatestDivisor = (one: number, other: number): number => (other === 0 ? one : greatestDivisor(other, one % other));

/** @returns the event's places that play the role */
function listPlaces(instance: Instance, layout: Layout, event: number, role: string): number[] {
  const first = layout.eventPlaces[event] ?? 0;
  return (instance.events[event]?.resources ?? []).flatMap((resource, place) => (resource.role === role ? [first + place] : []));
}

/** @returns 1 per resource (and “no resource”) the rule does not want, else 0 */
function markUnwanted(instance: Instance, constraint: AssignResource | PreferResources): number[] {
  const count = instance.resources.length;
  if (constraint.kind === 'assignResource') return [...instance.resources.map(() => 0), 1];
  const wanted = new Set(listNamedResources(instance, constraint));
  return Array.from({ length: count + 1 }, (_, resource) => (resource < count && !wanted.has(resource) ? 1 : 0));
}

interface WorkloadPart {
  readonly workload: Float64Array;
  readonly unit: number;
}

/** Work load per unit of duration as whole numbers, so that sums do not drift. */
function compileWorkload(instance: Instance): WorkloadPart {
  const unit = instance.events.reduce((product, { duration }) => (product / greatestDivisor(product, duration)) * duration, 1);
  const workload = instance.events.flatMap((event) =>
    event.resources.map((resource) => ((resource.workload ?? event.workload ?? event.duration) * unit) / event.duration),
  );
  return { workload: Float64Array.from(workload), unit };
}

/** What constraints say about who is chosen. */
export function compileRoles(instance: Instance, layout: Layout, points: PointBuilder): Roles {
  const width = instance.resources.length + 1;
  const placeCount = layout.placeGiven.length;
  const base = new Int32Array(placeCount).fill(-1);
  const linear: { places: number[]; unwanted: number[]; weight: number; isRequired: boolean }[] = [];
  const [entries, splits] = [emptyLists(placeCount), emptyLists(placeCount)];
  const point: number[] = [];
  const rawBase: number[] = [];
  const raw: number[] = [];
  const splitPoint: number[] = [];
  const workloadPoints = emptyLists(width);
  const workloadLimits = new Map<number, readonly [number, number]>();
  const { workload, unit } = compileWorkload(instance);
  let size = 0;
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind === 'assignResource' || constraint.kind === 'preferResources') {
      const unwanted = markUnwanted(instance, constraint);
      const bound = listEventPoints(instance, constraint.appliesTo);
      if (constraint.costFunction === 'linear') {
        const places = bound.flatMap((event) => listPlaces(instance, layout, event, constraint.role));
        for (const place of places) {
          if (base[place] !== -1) continue;
          base[place] = size;
          size += width;
        }
        linear.push({ places, unwanted, weight: constraint.weight, isRequired: constraint.isRequired });
        continue;
      }
      for (const event of bound) {
        for (const place of listPlaces(instance, layout, event, constraint.role)) {
          entries[place]?.push(point.length);
          point.push(points.add(index, constraint, { largest: instance.events[event]?.duration ?? 1 }));
          rawBase.push(raw.length);
        }
      }
      raw.push(...unwanted);
    } else if (constraint.kind === 'avoidSplitAssignments') {
      for (const eventGroup of constraint.appliesTo.eventGroups) {
        const places = (instance.eventGroups[eventGroup]?.events ?? []).flatMap((event) => listPlaces(instance, layout, event, constraint.role));
        for (const place of places) splits[place]?.push(splitPoint.length);
        splitPoint.push(points.add(index, constraint, { maximum: 1, largest: width }));
      }
    } else if (constraint.kind === 'limitWorkload') {
      const most = workload.reduce((sum, one, place) => sum + (one / unit) * (layout.eventDuration[placeEvent(layout, place)] ?? 1), 0);
      for (const resource of listResourcePoints(instance, constraint.appliesTo)) {
        const { minimum, maximum } = constraint.limits;
        const added = points.add(index, constraint, { initial: Math.max(0, Math.ceil(minimum)), largest: Math.ceil(Math.max(most, minimum)) });
        workloadPoints[resource]?.push(added);
        workloadLimits.set(added, [minimum * unit, maximum * unit]);
      }
    }
  }
  const [hard, soft] = [new Float64Array(size), new Float64Array(size)];
  for (const { places, unwanted, weight, isRequired } of linear) {
    const table = isRequired ? hard : soft;
    for (const place of places) for (let at = 0; at < width; at++) table[(base[place] ?? 0) + at] = (table[(base[place] ?? 0) + at] ?? 0) + weight * (unwanted[at] ?? 0);
  }
  const last = Math.max(-1, ...workloadLimits.keys()) + 1;
  return {
    base,
    hard,
    soft,
    rows: toRows(entries),
    point: Int32Array.from(point),
    rawBase: Int32Array.from(rawBase),
    raw: Int32Array.from(raw),
    split: toRows(splits),
    splitPoint: Int32Array.from(splitPoint),
    workload,
    workloadPoints: toRows(workloadPoints),
    workloadMinimum: Float64Array.from({ length: last }, (_, at) => workloadLimits.get(at)?.[0] ?? 0),
    workloadMaximum: Float64Array.from({ length: last }, (_, at) => workloadLimits.get(at)?.[1] ?? 0),
    workloadUnit: unit,
  };
}

/** @returns the event a place belongs to */
function placeEvent(layout: Layout, place: number): number {
  let [low, high] = [0, layout.eventPlaces.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((layout.eventPlaces[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
