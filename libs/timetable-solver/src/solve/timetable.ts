/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { UNASSIGNED } from '../model/index.ts';
import type { Meet, Solution } from '../model/index.ts';
import { setResource, setStart, resize } from './changes.ts';
import type { SearchState } from './state.ts';

/** @returns the timetable of the state, as the model has it */
export function toSolution(state: SearchState): Solution {
  const { layout, eventCount, timeCount, resourceCount } = state.compiled;
  const events: Meet[][] = [];
  for (let event = 0; event < eventCount; event++) {
    const meets: Meet[] = [];
    for (let meet = layout.eventMeets[event]!; meet < layout.eventMeets[event + 1]!; meet++) {
      const duration = state.duration[meet]!;
      if (duration === 0) continue;
      const start = state.start[meet]!;
      const resources = Array.from(state.assigned.subarray(layout.meetTasks[meet]!, layout.meetTasks[meet + 1]!), (one) => (one === resourceCount ? UNASSIGNED : one));
      meets.push({ duration, time: start === timeCount ? UNASSIGNED : start, resources });
    }
    events.push(meets);
  }
  return { events };
}

/** Puts a timetable into the state; what the state had is gone. Events absent from it are one meet without time. */
export function loadSolution(state: SearchState, solution: Solution | undefined): void {
  const { layout, eventCount, timeCount, resourceCount } = state.compiled;
  for (let event = 0; event < eventCount; event++) {
    const meets = solution?.events[event] ?? [];
    const [first, last] = [layout.eventMeets[event]!, layout.eventMeets[event + 1]!];
    for (let meet = first; meet < last; meet++) {
      const wanted = meets.length === 0 && meet === first ? { duration: layout.eventDuration[event]!, time: UNASSIGNED, resources: [] } : meets[meet - first];
      resize(state, meet, 0);
      const start = wanted === undefined || wanted.time === UNASSIGNED ? layout.givenTime[event]! : wanted.time;
      state.start[meet] = wanted === undefined ? timeCount : start;
      resize(state, meet, wanted?.duration ?? 0);
      for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
        const given = layout.placeGiven[layout.taskPlace[task]!]!;
        const chosen = wanted?.resources[task - layout.meetTasks[meet]!] ?? UNASSIGNED;
        setResource(state, task, given !== resourceCount || chosen === UNASSIGNED ? given : chosen);
      }
    }
  }
}

/** A timetable in little room: what has to be kept of a state to come back to it. */
export interface Snapshot {
  readonly duration: Int32Array;
  readonly start: Int32Array;
  readonly assigned: Int32Array;
  readonly hard: number;
  readonly soft: number;
}

export function takeSnapshot(state: SearchState): Snapshot {
  return { duration: state.duration.slice(), start: state.start.slice(), assigned: state.assigned.slice(), hard: state.hard, soft: state.soft };
}

/** Brings the state to the timetable of the snapshot. */
export function restoreSnapshot(state: SearchState, { duration, start, assigned }: Pick<Snapshot, 'duration' | 'start' | 'assigned'>): void {
  const { meetCount, taskCount } = state.compiled;
  for (let meet = 0; meet < meetCount; meet++) {
    if (state.duration[meet] !== duration[meet]) {
      resize(state, meet, 0);
      state.start[meet] = start[meet]!;
      resize(state, meet, duration[meet]!);
    } else if (duration[meet] === 0) state.start[meet] = start[meet]!;
    else setStart(state, meet, start[meet]!);
  }
  for (let task = 0; task < taskCount; task++) setResource(state, task, assigned[task]!);
}
