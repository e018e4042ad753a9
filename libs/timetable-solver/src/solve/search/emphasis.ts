/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { SearchState } from '../state.ts';

/** By how much a required rule that stays broken counts for more, at each look. */
const RAISE = 1.3;
const MOST = 12;
/** What is left of the extra weight of a rule that holds again, at each look. */
const KEPT = 0.7;

/**
 * Leans on the required rules that stay broken, each where it is broken: a lesson left over is then put in at another's cost, that one
 * at a third's, until one is found that costs nothing. (Known as breakout.)
 */
export class Emphasis {
  private readonly state: SearchState;
  /** What is raised, and by how much: points first, then resources' clashes, events' starts, places' choices. */
  private readonly raised = new Map<number, number>();
  private readonly broken = new Set<number>();
  private readonly firstResource: number;
  private readonly firstEvent: number;
  private readonly firstPlace: number;

  constructor(state: SearchState) {
    const { points, resourceCount, eventCount } = state.compiled;
    this.state = state;
    this.firstResource = points.count;
    this.firstEvent = this.firstResource + resourceCount;
    this.firstPlace = this.firstEvent + eventCount;
  }

  /** Looks which required rules are broken now, and weighs those more and the others less. */
  look(): void {
    this.findBroken();
    for (const [entity, factor] of this.raised) {
      if (this.broken.has(entity)) continue;
      const less = 1 + (factor - 1) * KEPT;
      if (less < 1.1) this.raised.delete(entity);
      else this.raised.set(entity, less);
      this.write(entity, less < 1.1 ? 1 : less);
    }
    for (const entity of this.broken) {
      const more = Math.min(MOST, (this.raised.get(entity) ?? 1) * RAISE);
      this.raised.set(entity, more);
      this.write(entity, more);
    }
  }

  /** Weighs all rules as they are. */
  clear(): void {
    for (const entity of this.raised.keys()) this.write(entity, 1);
    this.raised.clear();
  }

  private findBroken(): void {
    const { state, broken } = this;
    const { points, busy, layout, starts, roles, resourceCount, timeCount } = state.compiled;
    broken.clear();
    for (let point = 0; point < points.count; point++) if (points.isHard[point] === 1 && points.cost[points.table[point]! + state.raw[point]!]! > 0) broken.add(point);
    for (let resource = 0; resource < resourceCount; resource++) if (state.clashes[resource]! > 0 && busy.clashHard[resource]! > 0) broken.add(this.firstResource + resource);
    for (let meet = 0; meet < layout.meetEvent.length; meet++) {
      const length = state.duration[meet]!;
      if (length === 0) continue;
      const event = layout.meetEvent[meet]!;
      if (starts.hard[starts.base[event]! + (length - 1) * (timeCount + 1) + state.start[meet]!]! > 0) broken.add(this.firstEvent + event);
      for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
        const place = layout.taskPlace[task]!;
        if (roles.base[place]! >= 0 && roles.hard[roles.base[place]! + state.assigned[task]!]! > 0) broken.add(this.firstPlace + place);
      }
    }
  }

  private write(entity: number, factor: number): void {
    const { state, firstResource, firstEvent, firstPlace } = this;
    const { starts, roles, busy, layout, timeCount, resourceCount } = state.compiled;
    const weight = state.hardWeight * factor;
    if (entity < firstResource) state.scale[entity] = weight;
    else if (entity < firstEvent) {
      const resource = entity - firstResource;
      state.clashCost[resource] = weight * busy.clashHard[resource]! + busy.clashSoft[resource]!;
    } else if (entity < firstPlace) {
      const event = entity - firstEvent;
      const first = starts.base[event]!;
      scaleRow(state.startCost, starts.hard, starts.soft, first, first + layout.eventDuration[event]! * (timeCount + 1), weight);
    } else {
      const first = roles.base[entity - firstPlace]!;
      scaleRow(state.roleCost, roles.hard, roles.soft, first, first + resourceCount + 1, weight);
    }
  }
}

function scaleRow(target: Float64Array, hard: Float64Array, soft: Float64Array, from: number, to: number, weight: number): void {
  for (let at = from; at < to; at++) target[at] = hard[at]! * weight + soft[at]!;
}
