import type { FetRoom } from '../../formats/fet/file/school.ts';
import { hasHalfDays, isBusy, listRealDays, nameActivity, nameDay, nameSlot } from '../days.ts';
import { over, type Rule, type Shortfall } from '../rule.ts';
import { listRoomSlots, listRoomsTaken } from './rooms.ts';
import { subgroupsOf, type Party, type Situation } from '../situation.ts';

function findClashes(party: Party, situation: Situation): Shortfall[] {
  return party.busy.flatMap((here, slot) =>
    over(here.length - 1, () => `${party.name} has ${here.map(nameActivity).join(' and ')} at ${nameSlot(situation, slot)}`),
  );
}

/** Teachers who work either mornings or afternoons of a day have both on so many days only. */
function findMixedDays(party: Party, situation: Situation): Shortfall[] {
  const allowed = situation.school.teachers.get(party.name)?.mixedDays ?? Infinity;
  const mixed = listRealDays(situation).filter((slots) => slots.slice(0, situation.hours).some((slot) => isBusy(party, slot)) && slots.slice(situation.hours).some((slot) => isBusy(party, slot)));
  return over(mixed.length - allowed, () => `${party.name} works morning and afternoon on ${mixed.map((slots) => nameDay(situation, slots)).join(', ')}, at most ${allowed} days allowed`);
}

/** Every lesson has a time within the day; nobody is at two lessons at once. */
const basicTime: Rule = (_, situation) => {
  const { school, placed, byId, hours } = situation;
  const unplaced = school.activities.filter(({ id }) => !byId.has(id));
  return [
    ...over(unplaced.length, () => `${unplaced.length} lessons have no time: ${unplaced.slice(0, 10).map(({ id }) => id).join(', ')}`),
    ...placed.filter((one) => one.day < 0 || one.day >= school.days.length || one.hour < 0 || one.end > hours).map((one) => ({ amount: 1, text: `${nameActivity(one)} runs out of the day` })),
    ...[...situation.teachers.values(), ...situation.subgroups].flatMap((party) => findClashes(party, situation)),
    ...(hasHalfDays(situation) ? [...situation.teachers.values()].flatMap((party) => findMixedDays(party, situation)) : []),
  ];
};

/** A room has one lesson at a time and room for its learners; a virtual room takes one real room out of each of its sets. */
const basicSpace: Rule = (_, situation) => {
  const { school, placed } = situation;
  const taken = new Map<string, string>();
  const clashes = placed.flatMap((one) =>
    listRoomsTaken(one, situation).flatMap((room) =>
      listRoomSlots(one, situation).flatMap((slot) => {
        const key = `${room}\n${slot}`;
        const before = taken.get(key);
        taken.set(key, nameActivity(one));
        return before === undefined ? [] : [{ amount: 1, text: `${room} has ${before} and ${nameActivity(one)} at ${nameSlot(situation, slot)}` }];
      }),
    ),
  );
  const unfit = placed.flatMap((one) => {
    if (one.room === '') return [];
    const room = school.rooms.get(one.room);
    if (room === undefined) return [{ amount: 1, text: `${nameActivity(one)} is in “${one.room}”, a room the school does not have` }];
    const isFilled = one.realRooms.length === room.realRoomSets.length && canFill(room.realRoomSets, one.realRooms);
    return [
      ...over(one.activity.size > room.capacity ? 1 : 0, () => `${nameActivity(one)} has ${one.activity.size} learners, ${room.name} holds ${room.capacity}`),
      ...over(isFilled ? 0 : 1, () => `${nameActivity(one)}: ${room.name} lacks real rooms`),
    ];
  });
  return [...clashes, ...unfit];
};

/** @returns whether each set has a room of its own among these, in whatever order they are told */
function canFill([set, ...others]: FetRoom['realRoomSets'], rooms: readonly string[]): boolean {
  if (set === undefined) return true;
  return rooms.some((room, index) => set.includes(room) && canFill(others, rooms.toSpliced(index, 1)));
}

/** Nothing takes place in a break. */
const breakTimes: Rule = (_, situation) =>
  situation.placed.flatMap((one) => {
    const slots = listRoomSlots(one, situation).filter((slot) => situation.breaks[slot] === 1);
    return over(slots.length, () => `${nameActivity(one)} is in the break at ${nameSlot(situation, slots[0] ?? 0)}`);
  });

/** A teacher is away at some hours. */
const teacherAway: Rule = ({ element }, situation) => findAway(element.children.find(({ name }) => name === 'Teacher')?.text ?? '', situation, (one, name) => one.activity.teachers.includes(name), element);

/** Students are away at some hours. */
const studentsAway: Rule = ({ element }, situation) => {
  const name = element.children.find((child) => child.name === 'Students')?.text ?? '';
  const away = new Set(situation.school.students.get(name)?.subgroups ?? []);
  return findAway(name, situation, (one) => subgroupsOf(situation.school, one.activity).some((index) => away.has(index)), element);
};

function findAway(name: string, situation: Situation, takesPart: (one: Situation['placed'][number], name: string) => boolean, element: Parameters<Rule>[0]['element']): Shortfall[] {
  const away = new Set(readAway(situation, element));
  return situation.placed
    .filter((one) => takesPart(one, name))
    .flatMap((one) => {
      const slots = listRoomSlots(one, situation).filter((slot) => away.has(slot));
      return over(slots.length, () => `${nameActivity(one)} is at ${nameSlot(situation, slots[0] ?? 0)}, when ${name} is away`);
    });
}

const readAway = ({ school, hours }: Situation, element: Parameters<Rule>[0]['element']): number[] =>
  element.children.filter(({ name }) => name === 'Not_Available_Time').map(({ children: [day, hour] }) => school.days.indexOf(day?.text ?? '') * hours + school.hours.indexOf(hour?.text ?? ''));

export const BASIC_RULES: Readonly<Record<string, Rule>> = {
  BasicCompulsoryTime: basicTime,
  BasicCompulsorySpace: basicSpace,
  BreakTimes: breakTimes,
  TeacherNotAvailableTimes: teacherAway,
  StudentsSetNotAvailableTimes: studentsAway,
};
