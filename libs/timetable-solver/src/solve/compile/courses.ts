import { listEventPoints } from '../../model/index.ts';
import type { Instance, SpreadEvents } from '../../model/index.ts';
import type { Links, Orders, Shapes, Spreads } from '../compiled.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';

type SpreadGroup = SpreadEvents['timeGroups'][number];

/** @returns the groups in layers without a time in common within a layer */
function toLayers(instance: Instance, groups: readonly SpreadGroup[]): SpreadGroup[][] {
  const layers: { groups: SpreadGroup[]; times: Set<number> }[] = [];
  for (const group of groups) {
    const times = instance.timeGroups[group.timeGroup]?.times ?? [];
    let layer = layers.find((one) => !times.some((time) => one.times.has(time)));
    if (layer === undefined) {
      layer = { groups: [], times: new Set() };
      layers.push(layer);
    }
    layer.groups.push(group);
    for (const time of times) layer.times.add(time);
  }
  return layers.map((layer) => layer.groups);
}

export function compileSpreads(instance: Instance, points: PointBuilder): Spreads {
  const width = instance.times.length + 1;
  const parts = emptyLists(instance.events.length);
  const groupOf: number[] = [];
  const point: number[] = [];
  const counters: number[] = [];
  const map: number[] = [];
  const minimum: number[] = [];
  const maximum: number[] = [];
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind !== 'spreadEvents') continue;
    const layers = toLayers(instance, constraint.timeGroups).map((groups) => {
      const base = groupOf.length;
      groupOf.push(...Array.from({ length: width }, () => -1));
      for (const [local, group] of groups.entries()) for (const time of instance.timeGroups[group.timeGroup]?.times ?? []) groupOf[base + time] = local;
      return { base, groups };
    });
    const missing = constraint.timeGroups.reduce((sum, { limits }) => sum + Math.max(0, limits.minimum), 0);
    for (const eventGroup of constraint.appliesTo.eventGroups) {
      const events = instance.eventGroups[eventGroup]?.events ?? [];
      const meets = events.reduce((sum, event) => sum + (instance.events[event]?.duration ?? 0), 0);
      const added = points.add(index, constraint, { initial: missing, largest: missing + meets * layers.length });
      for (const { base, groups } of layers) {
        for (const event of events) parts[event]?.push(point.length);
        point.push(added);
        map.push(base);
        counters.push(minimum.length);
        for (const { limits } of groups) {
          minimum.push(limits.minimum);
          maximum.push(Math.min(limits.maximum, 0x7fff));
        }
      }
    }
  }
  return {
    rows: toRows(parts),
    point: Int32Array.from(point),
    counters: Int32Array.from(counters),
    map: Int32Array.from(map),
    groupOf: Int32Array.from(groupOf),
    minimum: Int32Array.from(minimum),
    maximum: Int32Array.from(maximum),
  };
}

export function compileLinks(instance: Instance, points: PointBuilder): Links {
  const memberships = emptyLists(instance.events.length);
  const link: number[] = [];
  const point: number[] = [];
  const size: number[] = [];
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind !== 'linkEvents') continue;
    for (const eventGroup of constraint.appliesTo.eventGroups) {
      const events = instance.eventGroups[eventGroup]?.events ?? [];
      for (const event of events) {
        memberships[event]?.push(link.length);
        link.push(point.length);
      }
      point.push(points.add(index, constraint, { largest: instance.times.length }));
      size.push(events.length);
    }
  }
  return {
    count: point.length,
    rows: toRows(memberships),
    link: Int32Array.from(link),
    point: Int32Array.from(point),
    size: Int32Array.from(size),
    membershipCount: link.length,
  };
}

export function compileOrders(instance: Instance, points: PointBuilder): Orders {
  const rows = emptyLists(instance.events.length);
  const point: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  const minimum: number[] = [];
  const maximum: number[] = [];
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind !== 'orderEvents') continue;
    for (const pair of constraint.pairs) {
      for (const event of new Set([pair.first, pair.second])) rows[event]?.push(point.length);
      point.push(points.add(index, constraint, { largest: 3 * instance.times.length + Math.max(0, pair.separation.minimum) }));
      first.push(pair.first);
      second.push(pair.second);
      minimum.push(pair.separation.minimum);
      maximum.push(Math.min(pair.separation.maximum, 0x7fffffff));
    }
  }
  return {
    rows: toRows(rows),
    point: Int32Array.from(point),
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    minimum: Int32Array.from(minimum),
    maximum: Int32Array.from(maximum),
  };
}

export function compileShapes(instance: Instance, points: PointBuilder): Shapes {
  const rows = emptyLists(instance.events.length);
  const rules: { point: number; isDistribute: number; durations: [number, number]; amounts: [number, number] }[] = [];
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind !== 'splitEvents' && constraint.kind !== 'distributeSplitEvents') continue;
    const amounts = constraint.kind === 'splitEvents' ? constraint.amounts : constraint.limits;
    for (const event of listEventPoints(instance, constraint.appliesTo)) {
      const duration = instance.events[event]?.duration ?? 1;
      rows[event]?.push(rules.length);
      rules.push({
        point: points.add(index, constraint, { largest: 2 * duration + Math.max(0, amounts.minimum) }),
        isDistribute: constraint.kind === 'splitEvents' ? 0 : 1,
        durations: constraint.kind === 'splitEvents' ? [constraint.durations.minimum, Math.min(constraint.durations.maximum, 0x7fff)] : [constraint.duration, constraint.duration],
        amounts: [amounts.minimum, Math.min(amounts.maximum, 0x7fff)],
      });
    }
  }
  return {
    rows: toRows(rows),
    point: Int32Array.from(rules, (rule) => rule.point),
    isDistribute: Uint8Array.from(rules, (rule) => rule.isDistribute),
    minimumDuration: Int32Array.from(rules, (rule) => rule.durations[0]),
    maximumDuration: Int32Array.from(rules, (rule) => rule.durations[1]),
    minimumAmount: Int32Array.from(rules, (rule) => rule.amounts[0]),
    maximumAmount: Int32Array.from(rules, (rule) => rule.amounts[1]),
  };
}
