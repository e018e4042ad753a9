import { describe, expect, test } from 'vitest';
import { convertFetSchool } from '../formats/fet/index.ts';
import { constraint, readSchoolText, type SchoolText } from '../formats/fet/testing/school.ts';
import type { Constraint, Instance } from '../model/index.ts';
import { AINO, ALL_LESSONS, CLASSES, GYM, LESSONS_OF_7A, MATHS, MO, MONDAY, PE, ROOM_101, SOFT, threeLessons, TUESDAY } from '../testing/three-lessons.ts';
import { findImpossible, sayExplanation } from './index.ts';

const HARD = { ...SOFT, isRequired: true, weight: 1 };
const nobody = { resources: [], resourceGroups: [] };

/** Lessons of one piece that need a time, people at one lesson at a time; Aino has 4 times of lessons, the week has 8. */
const BASICS: Constraint[] = [
  { ...HARD, kind: 'assignTime', appliesTo: { events: [], eventGroups: [ALL_LESSONS] } },
  { ...HARD, kind: 'splitEvents', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, durations: { minimum: 1, maximum: 9 }, amounts: { minimum: 1, maximum: 1 } },
  { ...HARD, kind: 'avoidClashes', appliesTo: { ...nobody, resourceGroups: [0, 1, 2] } },
];

const say = (...rules: Constraint[]): string[] => findImpossible(threeLessons(...BASICS, ...rules)).map((one) => sayExplanation(one));
const sayOf = (instance: Instance): string[] => findImpossible(instance).map((one) => sayExplanation(one));
const away = (times: readonly number[], resource = AINO): Constraint => ({ ...HARD, kind: 'avoidUnavailableTimes', appliesTo: { ...nobody, resources: [resource] }, unavailable: { times, timeGroups: [] } });

test('a school with room enough has nothing said of it, and wishes prove nothing', () => {
  expect(say()).toEqual([]);
  const wished = { ...away([0, 1, 2, 3, 4, 5]), isRequired: false };
  expect(say(wished)).toEqual([]);
});

test('hours against free times', () => {
  expect(say(away([0, 1, 2, 3, 4]))).toContain('Aino has 4 lessons and only 3 free times');
});

test('a lesson longer than any block', () => {
  expect(say(away([0, 2, 4, 6]))).toEqual(['maths 7A needs 2 times in a row, and Aino has at most 1 free', 'PE 7B needs 2 times in a row, and Aino has at most 1 free']);
});

test('times wanted that its people do not have', () => {
  const monday: Constraint = { ...HARD, kind: 'preferTimes', appliesTo: { events: [MATHS], eventGroups: [] }, preferred: { times: [], timeGroups: [MONDAY] } };
  expect(say(monday, away(MO))).toEqual(['maths 7A can begin at no time: the times wanted for it and the free times of 7A, Aino have none in common']);
});

test('limits of days', () => {
  const timeGroups = [MONDAY, TUESDAY];
  const aino = { ...nobody, resources: [AINO] };
  expect(say({ ...HARD, kind: 'limitBusyTimes', appliesTo: aino, timeGroups, limits: { minimum: 0, maximum: 1 } })).toEqual(['Aino has 4 lessons, and the limits of its days leave room for 2']);
  expect(say({ ...HARD, kind: 'clusterBusyTimes', appliesTo: aino, timeGroups, limits: { minimum: 0, maximum: 1 } }, away([0, 4]))).toEqual(['Aino has 4 lessons, and there is room for 3 on 1 day']);
  expect(say({ ...HARD, kind: 'clusterBusyTimes', appliesTo: aino, timeGroups, limits: { minimum: 5, maximum: 9 } })).toEqual(['Aino has 4 lessons and should have some on 5 days']);
  expect(say({ ...HARD, kind: 'limitWorkload', appliesTo: aino, limits: { minimum: 0, maximum: 3 } })).toEqual(['Aino has a work load of 4, at most 3 allowed']);
});

test('a few times that too many lessons want', () => {
  const early: Constraint = { ...HARD, kind: 'preferTimes', appliesTo: { events: [MATHS, PE], eventGroups: [] }, preferred: { times: [MO[0], MO[1]], timeGroups: [] } };
  expect(say(early)).toEqual(['4 lessons of Aino (maths 7A, PE 7B) can only be at 3 times: Mo1, Mo2, Mo3']);
});

describe('rooms', () => {
  const choose = (...rooms: number[]): Constraint[] => [
    { ...HARD, kind: 'assignResource', appliesTo: { events: [MATHS, PE], eventGroups: [] }, role: 'room' },
    { ...HARD, kind: 'preferResources', appliesTo: { events: [MATHS, PE], eventGroups: [] }, role: 'room', resources: rooms, resourceGroups: [] },
  ];

  test('of a kind against the lessons that need one', () => {
    expect(say(...choose(ROOM_101), away([0, 1, 2, 3, 4], ROOM_101))).toEqual(['4 lessons (maths 7A, PE 7B) need one of 101, which have 3 free times together']);
    expect(say(...choose(ROOM_101, GYM), away([0, 1, 2, 3, 4], ROOM_101))).toEqual([]);
  });

  test('and people of lessons that go on at once', () => {
    const link: Constraint = { ...HARD, kind: 'linkEvents', appliesTo: { eventGroups: [ALL_LESSONS] } };
    expect(say(link, ...choose(ROOM_101))).toEqual([
      '7A is in 2 lessons of all lessons that go on at once',
      'Aino is in 2 lessons of all lessons that go on at once',
      '2 lessons of all lessons go on at once and need one each of 101',
    ]);
  });
});

test('more lessons of a course than its days take', () => {
  const timeGroups = [MONDAY, TUESDAY].map((timeGroup) => ({ timeGroup, limits: { minimum: 0, maximum: timeGroup === MONDAY ? 1 : 0 } }));
  expect(say({ ...HARD, kind: 'spreadEvents', appliesTo: { eventGroups: [LESSONS_OF_7A] }, timeGroups })).toEqual(['lessons of 7A (maths 7A, Finnish 7A) has 2 lessons, and its days take at most 1']);
});

test('a school of FET', () => {
  const text: SchoolText = { time: constraint('TeacherNotAvailableTimes', { Teacher: 'A', Not_Available_Time: ['Mo 1', 'Mo 2', 'Mo 3', 'Tu 1', 'Tu 2', 'Tu 3'] }) };
  const { instance } = convertFetSchool(readSchoolText(text));
  expect(sayOf(instance)).toEqual(['A has 3 lessons and only 2 free times', '3 lessons of 7A (Maths 7A, Maths 7A, Maths 7A) can only be at 2 times: Mo 4, Tu 4']);
  expect(instance.resourceTypes[CLASSES]?.name).toBe('Students');
});
