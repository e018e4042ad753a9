import { selectActivities } from '../../formats/fet/file/selection.ts';
import type { FetConstraint } from '../../formats/fet/file/school.ts';
import { nameActivity, nameDay } from '../days.ts';
import { over, type Rule } from '../rule.ts';
import { numberOf, readSlots, subgroupsOf, textOf, type Placed, type Situation } from '../situation.ts';

type Select = (constraint: FetConstraint, situation: Situation) => Placed[];

const one: Select = ({ element }, { byId }) => [byId.get(numberOf(element, 'Activity_Id'))].flatMap((placed) => placed ?? []);
const chosen: Select = ({ element }, { school, byId }) => selectActivities(school, element).flatMap(({ id }) => byId.get(id) ?? []);

const nameStart = (placed: Placed, { school }: Situation): string => `${nameActivity(placed)} begins ${school.days[placed.day] ?? '?'} ${school.hours[placed.hour] ?? '?'}`;

/** Lessons begin at one of the times named. */
const startIn =
  (select: Select): Rule =>
  (constraint, situation) => {
    const wanted = new Set(readSlots(situation.school, constraint.element));
    return select(constraint, situation).flatMap((placed) =>
      over(wanted.has(placed.day * situation.hours + placed.hour) ? 0 : 1, () => `${nameStart(placed, situation)}, not at a time wanted`),
    );
  };

/** Lessons lie wholly within the times named. */
const lieIn =
  (select: Select): Rule =>
  (constraint, situation) => {
    const wanted = new Set(readSlots(situation.school, constraint.element));
    return select(constraint, situation).flatMap((placed) => {
      const outside = Array.from({ length: placed.activity.duration }, (_, hour) => placed.day * situation.hours + placed.hour + hour).filter((slot) => !wanted.has(slot)).length;
      return over(outside, () => `${nameStart(placed, situation)} and has ${outside} hours outside the times wanted`);
    });
  };

/** A lesson begins on a day, at an hour, or both. */
const startAt: Rule = (constraint, situation) => {
  const [day, hour] = [textOf(constraint.element, 'Preferred_Day', 'Day'), textOf(constraint.element, 'Preferred_Hour', 'Hour')];
  return one(constraint, situation).flatMap((placed) => {
    const isThere = (day === '' || situation.school.days[placed.day] === day) && (hour === '' || situation.school.hours[placed.hour] === hour);
    return over(isThere ? 0 : 1, () => `${nameStart(placed, situation)}, wanted ${day} ${hour}`);
  });
};

/** After these lessons their students have no other on the day. */
const endDay =
  (select: Select): Rule =>
  (constraint, situation) =>
    select(constraint, situation).flatMap((placed) => {
      const day = Array.from({ length: situation.hours }, (_, hour) => placed.day * situation.hours + hour);
      const later = subgroupsOf(situation.school, placed.activity).filter((index) => day.slice(placed.end).some((slot) => (situation.subgroups[index]?.busy[slot]?.length ?? 0) > 0));
      return over(later.length > 0 ? 1 : 0, () => `${nameActivity(placed)} is not the last of its students on ${nameDay(situation, day)}`);
    });

export const TIME_RULES: Readonly<Record<string, Rule>> = {
  ActivityPreferredStartingTime: startAt,
  ActivityPreferredDay: startAt,
  ActivityPreferredStartingTimes: startIn(one),
  ActivitiesPreferredStartingTimes: startIn(chosen),
  SubactivitiesPreferredStartingTimes: startIn(chosen),
  ActivityPreferredTimeSlots: lieIn(one),
  ActivitiesPreferredTimeSlots: lieIn(chosen),
  SubactivitiesPreferredTimeSlots: lieIn(chosen),
  ActivityEndsStudentsDay: endDay(one),
  ActivitiesEndStudentsDay: endDay(chosen),
};
