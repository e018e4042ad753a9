import { expect, test } from 'vitest';
import { evaluate, sayViolation } from './evaluate.ts';
import type { Instance, KeepSupervisorNear } from '../model/index.ts';
import { AINO, EINO, MATHS, MO, PE, place, SOFT, threeLessons } from '../testing/three-lessons.ts';

// PE stands for a supervision of the break that is the second time of Monday.
const rule: KeepSupervisorNear = { ...SOFT, kind: 'keepSupervisorNear', role: 'supervisor', appliesTo: { events: [PE], eventGroups: [] }, near: [{ time: MO[1], times: [MO[0], MO[2]] }] };

function school(): Instance {
  const instance = threeLessons(rule);
  const supervision = { id: 'break', name: 'break', duration: 1, resources: [{ role: 'supervisor', type: 0 }] };
  return { ...instance, events: instance.events.map((event, index) => (index === PE ? supervision : event)) };
}

/** Maths with Aino at a time, the supervision by somebody at another. */
function costWith(maths: number, supervisor: number, at: number) {
  const { events } = place({ maths: [[maths, 2]] });
  const { objective, violations } = evaluate(school(), { events: [events[MATHS]!, events[1]!, [{ duration: 1, time: at, resources: [supervisor] }]] });
  return { objective, said: violations.map((violation) => sayViolation(violation, rule)) };
}

test('one with a lesson before or after, nobody yet, and a time without a time near cost nothing', () => {
  expect(costWith(MO[2], AINO, MO[1]).objective).toBe(0);
  expect(costWith(MO[2], -1, MO[1]).objective).toBe(0);
  expect(costWith(MO[2], EINO, MO[3]).objective).toBe(0);
});

test('one who would come for the break alone costs', () => {
  expect(costWith(MO[2], EINO, MO[1])).toEqual({ objective: 10, said: ['Eino supervises break at Mo2 and has no lesson near it: 1 × weight 10 = 10'] });
  expect(costWith(4, AINO, MO[1]).objective).toBe(10);
});
