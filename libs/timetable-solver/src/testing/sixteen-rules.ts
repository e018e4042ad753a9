import type { XhsttConstraint } from '../model/index.ts';
import { AINO, ALL_LESSONS, CLASS_7A, CLASSES, FINNISH, GYM, LESSONS_OF_7A, MATHS, MO, MONDAY, MORNINGS, PE, ROOMS, TEACHERS, TU, TUESDAY } from './three-lessons.ts';

const rule = (id: string, isRequired: boolean, costFunction: XhsttConstraint['costFunction'] = 'linear') => ({ id, name: `rule ${id}`, isRequired, weight: 3, costFunction });
const limits = { minimum: 1, maximum: 2 };
const days = [MONDAY, TUESDAY];

/** One rule of each of the sixteen kinds, for the school of three lessons. */
export const SIXTEEN_RULES: readonly XhsttConstraint[] = [
  { ...rule('1', true), kind: 'assignTime', appliesTo: { events: [MATHS], eventGroups: [ALL_LESSONS] } },
  { ...rule('2', true), kind: 'assignResource', role: 'room', appliesTo: { events: [], eventGroups: [ALL_LESSONS] } },
  { ...rule('3', false, 'quadratic'), kind: 'preferTimes', duration: 2, appliesTo: { events: [PE], eventGroups: [] }, preferred: { times: [MO[2]], timeGroups: [MORNINGS] } },
  { ...rule('4', false, 'step'), kind: 'preferResources', role: 'room', appliesTo: { events: [PE], eventGroups: [LESSONS_OF_7A] }, resources: [GYM], resourceGroups: [ROOMS] },
  { ...rule('5', true), kind: 'splitEvents', appliesTo: { events: [MATHS], eventGroups: [] }, durations: limits, amounts: limits },
  { ...rule('6', false), kind: 'distributeSplitEvents', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, duration: 2, limits },
  { ...rule('7', false), kind: 'avoidSplitAssignments', role: 'room', appliesTo: { eventGroups: [ALL_LESSONS] } },
  { ...rule('8', false), kind: 'spreadEvents', appliesTo: { eventGroups: [LESSONS_OF_7A] }, timeGroups: days.map((timeGroup) => ({ timeGroup, limits })) },
  { ...rule('9', false), kind: 'linkEvents', appliesTo: { eventGroups: [ALL_LESSONS] } },
  {
    ...rule('10', false),
    kind: 'orderEvents',
    pairs: [
      { first: MATHS, second: FINNISH, separation: { minimum: 0, maximum: Number.POSITIVE_INFINITY } },
      { first: MATHS, second: PE, separation: { minimum: 1, maximum: 3 } },
    ],
  },
  { ...rule('11', true), kind: 'avoidClashes', appliesTo: { resources: [AINO], resourceGroups: [TEACHERS, CLASSES] } },
  { ...rule('12', true), kind: 'avoidUnavailableTimes', appliesTo: { resources: [AINO], resourceGroups: [] }, unavailable: { times: [...TU], timeGroups: [] } },
  { ...rule('13', false, 'quadratic'), kind: 'limitIdleTimes', appliesTo: { resources: [CLASS_7A], resourceGroups: [TEACHERS] }, timeGroups: days, limits },
  { ...rule('14', false), kind: 'clusterBusyTimes', appliesTo: { resources: [], resourceGroups: [TEACHERS] }, timeGroups: days, limits },
  { ...rule('15', false), kind: 'limitBusyTimes', appliesTo: { resources: [], resourceGroups: [CLASSES] }, timeGroups: days, limits },
  { ...rule('16', false), kind: 'limitWorkload', appliesTo: { resources: [AINO], resourceGroups: [] }, limits },
];
