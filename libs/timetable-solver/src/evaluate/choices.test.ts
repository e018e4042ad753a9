import { describe, expect, test } from 'vitest';
import { evaluate, sayViolation } from './evaluate.ts';
import { listInstanceFaults, UNASSIGNED, type AvoidClashes, type Constraint, type Instance, type LimitSeats, type MeetChoices, type OrderChoices } from '../model/index.ts';
import { writeXhstt } from '../formats/xhstt/index.ts';
import { ALL_LESSONS, EINO, FINNISH, LESSONS_OF_7A, MATHS, MO, PE, place, SOFT, threeLessons, TU } from '../testing/three-lessons.ts';

// Eino and Aino stand for learners: Eino has chosen maths (whose only section is MATHS) and PE, Aino maths.
const AINO = 0;
const learners = { resources: [EINO, AINO], resourceGroups: [] };
const seats: LimitSeats = { ...SOFT, kind: 'limitSeats', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, limits: { minimum: 1, maximum: 1 } };
const met: MeetChoices = { ...SOFT, kind: 'meetChoices', appliesTo: learners };
const order: OrderChoices = { ...SOFT, kind: 'orderChoices', appliesTo: learners, pairs: [{ firstCourse: LESSONS_OF_7A, secondCourse: ALL_LESSONS }] };

const tray = (rule: Constraint): Instance => ({
  ...threeLessons(rule),
  choices: [
    { resource: EINO, events: [MATHS, FINNISH] },
    { resource: EINO, events: [PE] },
    { resource: AINO, events: [MATHS] },
  ],
});

const placed = place({ maths: [[MO[0], 2]], finnish: [[MO[2]]], pe: [[MO[1], 2]] });

function judge(rule: Constraint, ...taken: readonly number[]) {
  const { objective, violations } = evaluate(tray(rule), { ...placed, seats: taken });
  return { objective, said: violations.map((violation) => sayViolation(violation, rule)) };
}

describe('learners’ choices', () => {
  test('met choices cost nothing, each open one costs one, per learner', () => {
    expect(judge(met, MATHS, PE, MATHS)).toEqual({ objective: 0, said: [] });
    expect(judge(met, UNASSIGNED, PE, UNASSIGNED)).toEqual({
      objective: 20,
      said: ['Eino has no seat for 1 of 2 choices: 1 × weight 10 = 10', 'Aino has no seat for 1 of 1 choice: 1 × weight 10 = 10'],
    });
    expect(evaluate(tray(met), placed).objective).toBe(30);
  });

  test('a full section costs each learner too many; one that nobody attends is not held', () => {
    expect(judge(seats, FINNISH, PE, MATHS)).toEqual({ objective: 0, said: [] });
    expect(judge(seats, MATHS, UNASSIGNED, MATHS)).toEqual({ objective: 10, said: ['maths 7A has 2 learners, at most 1 have room: 1 × weight 10 = 10'] });
    expect(judge({ ...seats, limits: { minimum: 5, maximum: 9 } }, MATHS, UNASSIGNED, MATHS).said).toEqual(['maths 7A has 2 learners, at least 5 wanted: 3 × weight 10 = 30']);
  });

  test('who has a seat is busy like one given beforehand', () => {
    const clashes: AvoidClashes = { ...SOFT, kind: 'avoidClashes', appliesTo: { resources: [EINO], resourceGroups: [] } };
    // Eino is given to Finnish, Mo3; maths runs Mo1 to Mo2, PE Mo2 to Mo3.
    expect(judge(clashes, MATHS, UNASSIGNED, UNASSIGNED).objective).toBe(0);
    expect(judge(clashes, MATHS, PE, UNASSIGNED)).toEqual({
      objective: 20,
      said: ['Eino has 2 lessons at Mo2: maths 7A, PE 7B; Eino has 2 lessons at Mo3: Finnish 7A, PE 7B: 2 × weight 10 = 20'],
    });
  });

  test('a course before the one it builds on costs one', () => {
    const basics: OrderChoices = { ...order, pairs: [{ firstCourse: 2, secondCourse: 3 }] };
    const school = tray(basics);
    const course = (id: string, event: number) => ({ id, name: id, kind: 'course' as const, events: [event] });
    const instance: Instance = { ...school, eventGroups: [...school.eventGroups, course('maths', MATHS), course('PE', PE)] };
    const cost = (pe: number) => evaluate(instance, { ...place({ maths: [[MO[0], 2]], pe: [[pe, 2]] }), seats: [MATHS, PE, MATHS] });
    expect(cost(TU[0]).objective).toBe(0);
    expect(cost(MO[2]).objective).toBe(0);
    expect(cost(UNASSIGNED).objective).toBe(0);
    // Monday is the first period, Tuesday the second: side by side in one is no order.
    const periods: Instance = { ...instance, constraints: [{ ...basics, timeGroups: [0, 1] }] };
    expect([MO[2], TU[0], UNASSIGNED].map((pe) => evaluate(periods, { ...place({ maths: [[MO[0], 2]], pe: [[pe, 2]] }), seats: [MATHS, PE, MATHS] }).objective)).toEqual([10, 0, 0]);
    expect(cost(MO[1]).violations.map((violation) => sayViolation(violation, basics))).toEqual(['Eino has PE 7B before maths 7A has ended: 1 × weight 10 = 10']);
  });

  test('a seat where no choice leads, and a wrong number of seats, are refused', () => {
    expect(() => judge(met, PE, PE, MATHS)).toThrow('event PE 7B meets no choice of Eino');
    expect(() => judge(met, MATHS)).toThrow('the solution has 1 seats, the instance 3 choices');
  });

  test('choices that name nothing are told; XHSTT has no words for them', () => {
    expect(listInstanceFaults(tray(met))).toEqual([]);
    expect(listInstanceFaults({ ...tray(met), choices: [{ resource: 99, events: [7] }] })).toEqual(['choice 0: resource: there is no 99 among 6', 'choice 0: there is no 7 among 3']);
    expect(() => writeXhstt({ instances: [{ ...tray(met), constraints: [] }], solutions: [] })).toThrow('XHSTT has no learners’ choices');
    expect(() => writeXhstt({ instances: [threeLessons(met)], solutions: [] })).toThrow('XHSTT has no constraint “meetChoices” (rule)');
  });
});
