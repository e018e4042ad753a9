import { evaluate, sayReason } from '../evaluate/index.ts';
import { UNASSIGNED, type Constraint, type Instance, type Meet, type Solution } from '../model/index.ts';

/** Two days of four times, two teachers, two classes, two rooms, three lessons: what tests of one rule need. */

/** Times by name: `MO[0]` is the first of Monday. */
export const MO = [0, 1, 2, 3] as const;
export const TU = [4, 5, 6, 7] as const;

export const MONDAY = 0;
export const TUESDAY = 1;
export const MORNINGS = 2;

export const AINO = 0;
export const EINO = 1;
export const CLASS_7A = 2;
export const CLASS_7B = 3;
export const ROOM_101 = 4;
export const GYM = 5;

export const TEACHERS = 0;
export const CLASSES = 1;
export const ROOMS = 2;

export const MATHS = 0;
export const FINNISH = 1;
export const PE = 2;

export const ALL_LESSONS = 0;
export const LESSONS_OF_7A = 1;

/** Aino teaches maths to 7A (2 times, in a room to be chosen), Eino Finnish to 7A (1), Aino PE to 7B (2, in a room to be chosen). */
export function threeLessons(...constraints: readonly Constraint[]): Instance {
  const named = (id: string): { id: string; name: string } => ({ id, name: id });
  const room = { role: 'room', type: 2 };
  return {
    ...named('three-lessons'),
    about: {},
    times: ['Mo1', 'Mo2', 'Mo3', 'Mo4', 'Tu1', 'Tu2', 'Tu3', 'Tu4'].map(named),
    timeGroups: [
      { ...named('Monday'), kind: 'day', times: MO },
      { ...named('Tuesday'), kind: 'day', times: TU },
      { ...named('mornings'), kind: 'group', times: [MO[0], MO[1], TU[0], TU[1]] },
    ],
    resourceTypes: [named('Teacher'), named('Class'), named('Room')],
    resources: [
      { ...named('Aino'), type: 0 },
      { ...named('Eino'), type: 0 },
      { ...named('7A'), type: 1, size: 20 },
      { ...named('7B'), type: 1, size: 24 },
      { ...named('101'), type: 2, site: 0, size: 22 },
      { ...named('gym'), type: 2, site: 1, size: 60 },
    ],
    resourceGroups: [
      { ...named('teachers'), type: 0, resources: [AINO, EINO] },
      { ...named('classes'), type: 1, resources: [CLASS_7A, CLASS_7B] },
      { ...named('rooms'), type: 2, resources: [ROOM_101, GYM] },
    ],
    events: [
      { ...named('maths 7A'), duration: 2, resources: [{ type: 1, resource: CLASS_7A }, { type: 0, resource: AINO }, room] },
      { ...named('Finnish 7A'), duration: 1, resources: [{ type: 1, resource: CLASS_7A }, { type: 0, resource: EINO }] },
      { ...named('PE 7B'), duration: 2, resources: [{ type: 1, resource: CLASS_7B }, { type: 0, resource: AINO }, room] },
    ],
    eventGroups: [
      { ...named('all lessons'), kind: 'group', events: [MATHS, FINNISH, PE] },
      { ...named('lessons of 7A'), kind: 'course', events: [MATHS, FINNISH] },
    ],
    sites: [named('main building'), named('sports hall')],
    constraints,
  };
}

/** A meet as [time, duration = 1, room = none]. */
type ShortMeet = readonly [time: number, duration?: number, room?: number];

export interface Placement {
  readonly maths?: readonly ShortMeet[];
  readonly finnish?: readonly ShortMeet[];
  readonly pe?: readonly ShortMeet[];
}

/** A lesson that is not mentioned is one meet without time and room. */
export function place({ maths = [[UNASSIGNED, 2]], finnish = [[UNASSIGNED]], pe = [[UNASSIGNED, 2]] }: Placement): Solution {
  const meets = (lesson: readonly ShortMeet[], ...given: readonly number[]): Meet[] =>
    lesson.map(([time, duration = 1, room = UNASSIGNED]) => ({ time, duration, resources: given.length === 2 && given[1] === EINO ? [...given] : [...given, room] }));
  return { events: [meets(maths, CLASS_7A, AINO), meets(finnish, CLASS_7A, EINO), meets(pe, CLASS_7B, AINO)] };
}

/** What every constraint has besides its own: soft, weight 10, linear. */
export const SOFT = { id: 'rule', name: 'rule', isRequired: false, weight: 10, costFunction: 'linear' } as const;

/** @returns the deviations, the cost and the sentences of one rule */
export function judge(constraint: Constraint, placement: Placement): { deviations: number[]; cost: number; said: string[] } {
  const { objective, infeasibility, violations } = evaluate(threeLessons(constraint), place(placement));
  return { deviations: violations.map(({ deviation }) => deviation), cost: objective + infeasibility, said: violations.flatMap(({ why }) => why().map((reason) => sayReason(reason))) };
}

/** What `judge` finds where a rule is met. */
export const FINE = { deviations: [], cost: 0, said: [] };
