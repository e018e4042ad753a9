import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import type { Choice, Constraint, Instance } from '../model/index.ts';
import { Random } from '../solve/random.ts';
import { Improver, seatAll } from './improve.ts';
import { boundChoices, solveTray, startTray } from './index.ts';
import { NOWHERE, Plan } from './plan.ts';
import { readTray } from './problem.ts';
import { Seats } from './seats.ts';

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

interface Small {
  readonly slots: number;
  /** Per section its teacher. */
  readonly teachers: readonly number[];
  readonly room: number;
  /** Per learner the courses chosen; a course is two sections that follow each other. */
  readonly wishes: readonly (readonly number[])[];
  readonly more?: readonly Constraint[];
}

const named = (id: string): { id: string; name: string } => ({ id, name: id });
const must = (id: string) => ({ ...named(id), isRequired: true, weight: 1, costFunction: 'linear' as const });

function small({ slots, teachers, room, wishes, more = [] }: Small): Instance {
  const count = Math.max(...teachers) + 1;
  const everybody = [...Array(count + wishes.length).keys()];
  const choices: Choice[] = wishes.flatMap((own, learner) => own.map((course) => ({ resource: count + learner, events: [course * 2, course * 2 + 1] })));
  return {
    ...named('small'),
    about: {},
    sites: [],
    times: Array.from({ length: slots }, (_, slot) => named(`bar ${slot}`)),
    timeGroups: [],
    resourceTypes: [named('person')],
    resources: everybody.map((one) => ({ ...named(one < count ? `teacher ${one}` : `learner ${one - count}`), type: 0 })),
    resourceGroups: [{ ...named('everybody'), type: 0, resources: everybody }],
    events: teachers.map((resource, section) => ({ ...named(`section ${section}`), duration: 1, resources: [{ type: 0, resource }] })),
    eventGroups: [{ ...named('sections'), kind: 'group', events: [...teachers.keys()] }],
    choices,
    constraints: [
      { ...must('clashes'), kind: 'avoidClashes', appliesTo: { resources: [], resourceGroups: [0] } },
      { ...must('room'), kind: 'limitSeats', appliesTo: { events: [], eventGroups: [0] }, limits: { minimum: 0, maximum: room } },
      { ...must('met'), isRequired: false, kind: 'meetChoices', appliesTo: { resources: [], resourceGroups: [0] } },
      ...more,
    ],
  };
}

const smallTray = fc.record({
  slots: fc.integer({ min: 2, max: 5 }),
  teachers: fc.constantFrom([0, 1, 2, 0, 1, 2], [0, 0, 1, 1, 2, 2], [0, 1, 2, 3, 4, 5]),
  room: fc.integer({ min: 1, max: 3 }),
  wishes: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
});

/** What the evaluator says of seats and slots as they are. */
function judge(instance: Instance, plan: Plan, seats: Seats) {
  return evaluate(instance, {
    events: instance.events.map(({ resources }, section) => [{ duration: 1, time: plan.slotOf[section] ?? NOWHERE, resources: resources.map(({ resource }) => resource ?? NOWHERE) }]),
    seats: [...seats.sectionOf],
  });
}

describe('trays', () => {
  test('a learner gives way inside the own timetable: the second course takes the slot of the first', () => {
    // One learner, two courses: the sections of course 0 in slots 0 and 1, both of course 1 in slot 0.
    const instance = small({ slots: 2, teachers: [0, 1, 2, 3], room: 1, wishes: [[0, 1]] });
    const plan = new Plan(readTray(instance));
    for (const [section, slot] of [0, 1, 0, 0].entries()) plan.move(section, slot);
    const seats = new Seats(plan);
    expect(seats.seat(0, 0)).toBe(true);
    expect([...seats.sectionOf]).toEqual([0, NOWHERE]);
    expect(seats.seat(1, 0)).toBe(true);
    expect(seats.sectionOf[0]).toBe(1);
    expect(seats.open).toBe(0);
  });

  test('somebody else gives way where a section is full', () => {
    // Learner 0 can take either section, learner 1 has only slot 0 free, where learner 0 sits.
    const away: Constraint = { ...must('away'), kind: 'avoidUnavailableTimes', appliesTo: { resources: [3], resourceGroups: [] }, unavailable: { times: [1], timeGroups: [] } };
    const instance = small({ slots: 2, teachers: [0, 1], room: 1, wishes: [[0], [0]], more: [away] });
    const plan = new Plan(readTray(instance));
    plan.move(0, 0);
    plan.move(1, 1);
    const seats = new Seats(plan);
    seats.seat(0, 0);
    expect(seats.seat(1, 0)).toBe(true);
    expect([...seats.sectionOf]).toEqual([1, 0]);
  });

  test('property: whatever is moved, nobody is at two places, no section is overfull, and the count of open choices is true', () => {
    fc.assert(
      fc.property(smallTray, fc.nat(1000), (shape, seed) => {
        const instance = small(shape);
        const [plan, random] = [new Plan(readTray(instance)), new Random(seed)];
        const seats = new Seats(plan);
        for (let section = 0; section < instance.events.length; section += 1) {
          const slot = [...Array(shape.slots).keys()].find((one) => plan.fits(section, (one + section) % shape.slots));
          if (slot !== undefined) plan.move(section, (slot + section) % shape.slots);
        }
        seatAll(seats, [...instance.choices!.keys()], random);
        const improver = new Improver(plan, seats, random);
        for (let step = 0; step < 30; step += 1) {
          const before = { slots: [...plan.slotOf], seats: [...seats.sectionOf] };
          const isMoved = improver.attempt(step % 2);
          if (!isMoved) expect({ slots: [...plan.slotOf], seats: [...seats.sectionOf] }).toEqual(before);
          const { infeasibility, objective } = judge(instance, plan, seats);
          expect(infeasibility).toBe(0);
          expect(objective).toBe(seats.open);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a tray that can meet every choice does; its cost is the evaluator’s', () => {
    const wishes = Array.from({ length: 12 }, (_, learner) => (learner % 2 === 0 ? [0, 1, 2] : [3, 4, 5]));
    const instance = small({ slots: 4, teachers: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], room: 3, wishes });
    const { met, choices, cost } = solveTray(instance, { moves: 500, seed: 3 });
    expect({ met, choices, bound: boundChoices(instance) }).toEqual({ met: 36, choices: 36, bound: 36 });
    expect(cost).toMatchObject({ infeasibility: 0, objective: 0 });
  });

  test('the same seed gives the same tray', () => {
    const wishes = Array.from({ length: 9 }, (_, learner) => [learner % 3, (learner + 1) % 3]);
    const instance = small({ slots: 2, teachers: [0, 1, 2, 0, 1, 2], room: 2, wishes });
    const [one, other] = [1, 1].map((seed) => solveTray(instance, { moves: 200, seed }));
    expect(one?.solution).toEqual(other?.solution);
  });

  test('required rules bind: given slots, wanted slots, rooms of a kind', () => {
    const wishes = [[0], [1]];
    const rooms: Constraint = { ...must('labs'), kind: 'limitAttendance', events: [0, 1, 2, 3].map((event) => ({ event, size: 1 })), capacity: 2, during: { times: [0, 1, 2], timeGroups: [] } };
    const early: Constraint = { ...must('early'), kind: 'preferTimes', appliesTo: { events: [1], eventGroups: [] }, preferred: { times: [0, 1], timeGroups: [] } };
    const instance = small({ slots: 3, teachers: [0, 1, 2, 3], room: 1, wishes, more: [rooms, early] });
    const locked: Instance = { ...instance, events: instance.events.map((event, index) => (index === 0 ? { ...event, time: 2 } : event)) };
    for (let seed = 1; seed <= 5; seed += 1) {
      const { solution, cost } = solveTray(locked, { moves: 50, seed });
      expect(cost.infeasibility).toBe(0);
      expect(solution.events[0]?.[0]?.time).toBe(2);
    }
  });

  test('the bound counts room and slots', () => {
    // Three want a course of two sections with one place each; one of them wants more courses than there are slots.
    expect(boundChoices(small({ slots: 1, teachers: [0, 1, 2, 3], room: 1, wishes: [[0, 1], [0], [0]] }))).toBe(3);
    expect(boundChoices(small({ slots: 9, teachers: [0, 1, 2, 3], room: 1, wishes: [[0, 1], [0], [0]] }))).toBe(3);
    expect(boundChoices(small({ slots: 9, teachers: [0, 1, 2, 3], room: 9, wishes: [[0, 1], [0], [0]] }))).toBe(4);
  });

  test('the bound counts both at once, and slots that courses share', () => {
    // Four learners want both courses, there is one slot: each has one seat at most, and either course two.
    const both = [0, 1, 2, 3].map(() => [0, 1]);
    expect(boundChoices(small({ slots: 1, teachers: [0, 1, 2, 3], room: 1, wishes: both }))).toBe(4);
    expect(boundChoices(small({ slots: 1, teachers: [0, 1, 2, 3], room: 1, wishes: [[0, 1], [0], [0]] }))).toBe(3);
    const early: Constraint = { ...must('early'), kind: 'preferTimes', appliesTo: { events: [0, 1, 2, 3], eventGroups: [] }, preferred: { times: [0], timeGroups: [] } };
    expect(boundChoices(small({ slots: 3, teachers: [0, 1, 2, 3], room: 9, wishes: [[0, 1]], more: [early] }))).toBe(1);
  });

  test('property: no tray exceeds the bound', () => {
    fc.assert(
      fc.property(smallTray, (shape) => {
        const instance = small(shape);
        expect(solveTray(instance, { moves: 30 }).met).toBeLessThanOrEqual(boundChoices(instance));
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('a warm start keeps what can stay; a search a breath at a time can be ended', async () => {
    const wishes = Array.from({ length: 12 }, (_, learner) => (learner % 2 === 0 ? [0, 1, 2] : [3, 4, 5]));
    const instance = small({ slots: 4, teachers: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], room: 3, wishes });
    const { solution } = solveTray(instance, { moves: 500, seed: 3 });
    expect(solveTray(instance, { moves: 0, seed: 9, warmStart: solution }).solution).toEqual(solution);
    // Section 0 may not stay where it is: the others do.
    const bar = solution.events[0]?.[0]?.time ?? 0;
    const elsewhere: Constraint = { ...must('elsewhere'), kind: 'preferTimes', appliesTo: { events: [0], eventGroups: [] }, preferred: { times: [0, 1, 2, 3].filter((slot) => slot !== bar), timeGroups: [] } };
    const moved = solveTray({ ...instance, constraints: [...instance.constraints, elsewhere] }, { moves: 0, seed: 9, warmStart: solution }).solution;
    expect(moved.events.slice(1)).toEqual(solution.events.slice(1));
    const unmeetable = small({ slots: 1, teachers: [0, 1, 2, 3], room: 1, wishes: [[0, 1]] });
    const handle = startTray(unmeetable, { seconds: 600, seed: 1 });
    await new Promise((done) => setTimeout(done, 150));
    handle.cancel();
    expect(await handle.result).toMatchObject({ met: 1, choices: 2, wasCancelled: true });
  });

  test('what a tray cannot be is refused by name', () => {
    const instance = small({ slots: 2, teachers: [0, 1], room: 1, wishes: [[0]] });
    const [first, ...others] = instance.events;
    expect(() => solveTray({ ...instance, events: [{ ...first!, duration: 2 }, ...others] })).toThrow('cannot put section 0 into a tray');
    expect(() => solveTray({ ...instance, choices: [{ resource: 0, events: [1] }] })).toThrow('a learner with choices is given to it beforehand');
    const idle: Constraint = { ...must('idle'), kind: 'limitIdleTimes', appliesTo: { resources: [0], resourceGroups: [] }, timeGroups: [], limits: { minimum: 0, maximum: 0 } };
    expect(() => solveTray({ ...instance, constraints: [idle] })).toThrow('cannot optimise limitIdleTimes in a tray yet (constraint idle)');
  });
});
