import type { CostFunction, Limits } from '../../../model/index.ts';
import type { FetConstraint } from '../file/school.ts';
import { hasHalfDays, listAfternoons, listDays, listMornings, listRealDays, nameOfDay } from './days.ts';
import { atLeast, atMost, type Draft } from './draft.ts';
import { numberIn, slotsIn, textIn } from './fields.ts';
import { LONGEST_COUNTS } from './lessons.ts';
import type { Party } from './people.ts';

/** Tells a constraint about teachers or students in the model's rules. @returns what could not be told */
export type ConvertParties = (draft: Draft, constraint: FetConstraint, parties: readonly Party[]) => string | undefined;

const NO_EXCEPTION = 'no exception of one more on one day';
/** Teachers who may work morning and afternoon on so many days. */
export const DAYS_CHOSEN = 'morning and afternoon on days chosen beforehand';
const BREAKS_ARE_NO_TIME = 'a break is no time to change building';

type Groups = readonly (readonly number[])[];
type Days = (school: Draft['school']) => number[][];

const appliesTo = (parties: readonly Party[]): { resources: number[]; resourceGroups: number[] } => ({ resources: parties.map(({ resource }) => resource), resourceGroups: [] });

const indexGroups = (draft: Draft, groups: Groups): number[] => groups.map((slots) => draft.groupTimes(slots, nameOfDay(draft.school, slots)));

function limit(draft: Draft, constraint: FetConstraint, kind: 'clusterBusyTimes' | 'limitBusyTimes' | 'limitIdleTimes' | 'limitLateStarts' | 'limitRuns' | 'limitDaySpan', parties: readonly Party[], groups: Groups, limits: Limits, costFunction: CostFunction = 'linear'): void {
  const timeGroups = indexGroups(draft, groups.filter((slots) => draft.timesAt(slots).length > 0));
  if (parties.length > 0 && timeGroups.length > 0) draft.add(constraint, { kind, appliesTo: appliesTo(parties), timeGroups, limits }, { costFunction });
}

const maxDays =
  (days: Days, ...fields: readonly string[]): ConvertParties =>
  (draft, constraint, parties) => {
    limit(draft, constraint, 'clusterBusyTimes', parties, days(draft.school), atMost(numberIn(constraint, ...fields)));
    return undefined;
  };

const minDays =
  (days: Days, ...fields: readonly string[]): ConvertParties =>
  (draft, constraint, parties) => {
    limit(draft, constraint, 'clusterBusyTimes', parties, days(draft.school), atLeast(numberIn(constraint, ...fields)));
    return undefined;
  };

const intervalMaxDays: ConvertParties = (draft, constraint, parties) => {
  const { hours } = draft.school;
  const [from, end] = [hours.indexOf(textIn(constraint, 'Interval_Start_Hour')), hours.indexOf(textIn(constraint, 'Interval_End_Hour'))];
  const groups = listDays(draft.school).map((day) => day.slice(from, end < 0 ? hours.length : end));
  limit(draft, constraint, 'clusterBusyTimes', parties, groups, atMost(numberIn(constraint, 'Max_Days_Per_Week')));
  return undefined;
};

/** Parties with the same absences together: an hour one is away is no gap. */
function byClosed(parties: readonly Party[]): [ReadonlySet<number>, Party[]][] {
  const groups = new Map<string, [ReadonlySet<number>, Party[]]>();
  for (const party of parties) {
    const key = [...party.closed].sort((one, other) => one - other).join(' ');
    const known = groups.get(key) ?? [party.closed, []];
    known[1].push(party);
    groups.set(key, known);
  }
  return [...groups.values()];
}

const openOf = (groups: Groups, closed: ReadonlySet<number>): number[][] => groups.map((slots) => slots.filter((slot) => !closed.has(slot)));

const maxGapsPerWeek: ConvertParties = (draft, constraint, parties) => {
  for (const [closed, same] of byClosed(parties)) limit(draft, constraint, 'limitIdleTimes', same, openOf(listDays(draft.school), closed), atMost(numberIn(constraint, 'Max_Gaps')));
  return undefined;
};

const noGapsInAfternoons: ConvertParties = (draft, constraint, parties) => {
  for (const [closed, same] of byClosed(parties)) limit(draft, constraint, 'limitIdleTimes', same, openOf(listAfternoons(draft.school), closed), atMost(0));
  return undefined;
};

/** One rule per day, as idle times are limited over all the groups of a rule together. */
const maxGapsPerDay =
  (days: (school: Draft['school']) => Groups[]): ConvertParties =>
  (draft, constraint, parties) => {
    for (const [closed, same] of byClosed(parties)) {
      for (const groups of days(draft.school)) limit(draft, constraint, 'limitIdleTimes', same, openOf(groups, closed), atMost(numberIn(constraint, 'Max_Gaps')));
    }
    return textIn(constraint, 'Allow_One_Day_Exception_of_Plus_One') === 'true' ? NO_EXCEPTION : undefined;
  };

const singleDays = (school: Draft['school']): Groups[] => listDays(school).map((day) => [day]);

function halvesOfDays(school: Draft['school']): Groups[] {
  const days = listDays(school);
  return hasHalfDays(school) ? days.flatMap((morning, day): Groups[] => (day % 2 === 0 ? [[morning, days[day + 1] ?? []]] : [])) : singleDays(school);
}

const maxHours =
  (days: Days): ConvertParties =>
  (draft, constraint, parties) => {
    limit(draft, constraint, 'limitBusyTimes', parties, days(draft.school), atMost(numberIn(constraint, 'Maximum_Hours_Daily')));
    return undefined;
  };

/** A day that is too long counts once, however long it is. */
const maxHoursOnce =
  (days: Days): ConvertParties =>
  (draft, constraint, parties) => {
    const groups: readonly Groups[] = constraint.weight >= 100 ? [days(draft.school)] : days(draft.school).map((day) => [day]);
    for (const group of groups) limit(draft, constraint, 'limitBusyTimes', parties, group, atMost(numberIn(constraint, 'Maximum_Hours_Daily')), 'step');
    return undefined;
  };

const minHours =
  (days: Days, field: string, emptyField: string): ConvertParties =>
  (draft, constraint, parties) => {
    limit(draft, constraint, 'limitBusyTimes', parties, days(draft.school), atLeast(numberIn(constraint, field)));
    const mayBeEmpty = constraint.kind.startsWith('Teacher') || textIn(constraint, emptyField) === 'true';
    const whole = days === listMornings ? listMornings(draft.school) : listRealDays(draft.school);
    if (!mayBeEmpty) limit(draft, constraint, 'clusterBusyTimes', parties, whole, atLeast(whole.length));
    return undefined;
  };

/** A break ends a run: each day falls into its parts between breaks. */
function listParts(draft: Draft): number[][] {
  const open = new Set(draft.slots);
  return listDays(draft.school).flatMap((day) => {
    const parts: number[][] = [[]];
    for (const slot of day) {
      if (open.has(slot)) parts.at(-1)?.push(slot);
      else parts.push([]);
    }
    return parts.filter(({ length }) => length > 0);
  });
}

const maxContinuously: ConvertParties = (draft, constraint, parties) => {
  const most = numberIn(constraint, 'Maximum_Hours_Continuously');
  limit(draft, constraint, 'limitRuns', parties, listParts(draft).filter(({ length }) => length > most), atMost(most));
  return undefined;
};

/** Names of the years, groups and subgroups these students are in. */
const setsOf = ({ school }: Draft, { subgroups }: Party): string[] => [...school.students.values()].filter((set) => subgroups.some((index) => set.subgroups.includes(index))).map(({ name }) => name);

/** A course of all their lessons with the tag stands for them. */
function taggedCourses(draft: Draft, constraint: FetConstraint, parties: readonly Party[]): Party[] {
  const tag = textIn(constraint, 'Activity_Tag', 'Activity_Tag_Name');
  return parties.flatMap((party) => {
    const names = party.isTeacher ? [party.name] : setsOf(draft, party);
    const events = draft.events.flatMap(({ activities }, event) => {
      const takesPart = activities.some(({ tags, teachers, students }) => tags.includes(tag) && (party.isTeacher ? teachers : students).some((name) => names.includes(name)));
      return takesPart ? [event] : [];
    });
    return events.length === 0 ? [] : [{ ...party, resource: draft.addCourse(events, `${party.name} ${tag}`) }];
  });
}

const tagged =
  (convert: ConvertParties): ConvertParties =>
  (draft, constraint, parties) =>
    convert(draft, constraint, taggedCourses(draft, constraint, parties));

/** No two lessons as far apart as that: at most one of each such pair of slots is busy. */
function keepApart(draft: Draft, constraint: FetConstraint, parties: readonly Party[], pairs: Groups): void {
  limit(draft, constraint, 'limitBusyTimes', parties, pairs.filter((pair) => draft.timesAt(pair).length === 2), atMost(1));
}

const maxSpan =
  (days: Days): ConvertParties =>
  (draft, constraint, parties) => {
    const most = numberIn(constraint, 'Max_Span');
    // A break counts into the span, and the instance has no times for breaks.
    if (draft.slots.length < draft.school.days.length * draft.school.hours.length) {
      if (constraint.weight < 100) return 'a span that is only wished for where there are breaks';
      keepApart(draft, constraint, parties, days(draft.school).flatMap((day) => day.flatMap((from, index) => day.slice(index + most).map((to) => [from, to]))));
    } else limit(draft, constraint, 'limitDaySpan', parties, days(draft.school), atMost(most));
    // One day of one more is allowed by FET; nothing here is: a timetable found is right all the same.
    return textIn(constraint, 'Allow_One_Day_Exception_of_Plus_One') === 'true' ? NO_EXCEPTION : undefined;
  };

const minResting =
  (pairsOf: (school: Draft['school'], isCircular: boolean) => (readonly [number[], number[]])[]): ConvertParties =>
  (draft, constraint, parties) => {
    const least = numberIn(constraint, 'Minimum_Resting_Hours');
    if (constraint.weight < 100) return 'a rest that is only wished for';
    const nights = pairsOf(draft.school, textIn(constraint, 'Circular') === 'true');
    const tooNear = nights.flatMap(([evening, morning]) =>
      evening.flatMap((last, at) => morning.flatMap((first, index) => (evening.length - 1 - at + index < least ? [[last, first]] : []))),
    );
    keepApart(draft, constraint, parties, tooNear);
    return undefined;
  };

function listNights(school: Draft['school'], isCircular: boolean): (readonly [number[], number[]])[] {
  const days = listDays(school);
  const nights = days.slice(1).map((morning, index) => [days[index] ?? [], morning] as const);
  return isCircular ? [...nights, [days.at(-1) ?? [], days[0] ?? []]] : nights;
}

const listNoons = (school: Draft['school']): (readonly [number[], number[]])[] => listMornings(school).map((morning, index) => [morning, listAfternoons(school)[index] ?? []] as const);

const notAvailable: ConvertParties = (draft, constraint, parties) => {
  const slots = slotsIn(draft.school, constraint);
  const unavailable = { times: [], timeGroups: [draft.groupTimes(slots, constraint.kind)] };
  if (draft.timesAt(slots).length > 0) draft.add(constraint, { kind: 'avoidUnavailableTimes', appliesTo: appliesTo(parties), unavailable });
  return undefined;
};

const maxThreeConsecutive: ConvertParties = (draft, constraint, parties) => {
  const mayAlternate = textIn(constraint, 'Allow_Afternoon_Morning_Afternoon_Morning_Exception') === 'true';
  for (const [from, window] of listDays(draft.school).entries()) {
    const halves = [window, ...[1, 2, 3].flatMap((next) => [listDays(draft.school)[from + next] ?? []])];
    if (halves.every(({ length }) => length > 0) && !(mayAlternate && from % 2 === 1)) limit(draft, constraint, 'clusterBusyTimes', parties, halves, atMost(3));
  }
  return undefined;
};

/** Free open hours before a day's first lesson: so many in the week, one on a day. */
const earlyStarts =
  (days: Days): ConvertParties =>
  (draft, constraint, parties) => {
    const most = numberIn(constraint, 'Max_Beginnings_At_Second_Hour');
    for (const [closed, same] of byClosed(parties)) {
      const groups = openOf(days(draft.school), closed);
      limit(draft, constraint, 'limitLateStarts', same, groups, atMost(most));
      // With none at all in the week there is none on a day.
      if (most > 1) for (const group of groups) limit(draft, constraint, 'limitLateStarts', same, [group], atMost(1));
    }
    return undefined;
  };

const travel: ConvertParties = (draft, constraint, parties) => {
  const gap = numberIn(constraint, 'Min_Gaps_Between_Building_Changes');
  draft.add(constraint, { kind: 'keepTravelTime', appliesTo: appliesTo(parties), timeGroups: indexGroups(draft, listDays(draft.school)), gap });
  // FET counts a break as time to go; the instance has no times for breaks.
  return draft.slots.length < draft.school.days.length * draft.school.hours.length ? BREAKS_ARE_NO_TIME : undefined;
};

export const PARTY_CONVERTERS: Readonly<Record<string, ConvertParties>> = {
  NotAvailableTimes: notAvailable,
  MaxDaysPerWeek: maxDays(listDays, 'Max_Days_Per_Week'),
  MinDaysPerWeek: minDays(listDays, 'Minimum_Days_Per_Week'),
  MaxRealDaysPerWeek: maxDays(listRealDays, 'Max_Days_Per_Week'),
  MinRealDaysPerWeek: minDays(listRealDays, 'Minimum_Days_Per_Week'),
  MaxMorningsPerWeek: maxDays(listMornings, 'Max_Mornings_Per_Week'),
  MaxAfternoonsPerWeek: maxDays(listAfternoons, 'Max_Afternoons_Per_Week'),
  IntervalMaxDaysPerWeek: intervalMaxDays,
  MaxGapsPerWeek: maxGapsPerWeek,
  MaxGapsPerDay: maxGapsPerDay(singleDays),
  MaxGapsPerRealDay: maxGapsPerDay(halvesOfDays),
  MaxZeroGapsPerAfternoon: noGapsInAfternoons,
  MaxHoursDaily: maxHoursOnce(listDays),
  MaxHoursDailyRealDays: maxHoursOnce(listRealDays),
  MinHoursDaily: minHours(listDays, 'Minimum_Hours_Daily', 'Allow_Empty_Days'),
  MinHoursDailyRealDays: minHours(listRealDays, 'Minimum_Hours_Daily', 'Allow_Empty_Days'),
  MinHoursPerMorning: minHours(listMornings, 'Minimum_Hours_Per_Morning', 'Allow_Empty_Mornings'),
  MaxHoursContinuously: maxContinuously,
  ActivityTagMaxHoursDaily: tagged(maxHours(listDays)),
  ActivityTagMaxHoursDailyRealDays: tagged(maxHours(listRealDays)),
  ActivityTagMaxHoursContinuously: tagged(maxContinuously),
  MaxSpanPerDay: maxSpan(listDays),
  MaxSpanPerRealDay: maxSpan(listRealDays),
  MinRestingHours: minResting(listNights),
  MinRestingHoursBetweenMorningAndAfternoon: minResting(listNoons),
  EarlyMaxBeginningsAtSecondHour: earlyStarts((school) => (hasHalfDays(school) ? listMornings(school) : listDays(school))),
  MorningsEarlyMaxBeginningsAtSecondHour: earlyStarts(listMornings),
  AfternoonsEarlyMaxBeginningsAtSecondHour: earlyStarts(listAfternoons),
  MinGapsBetweenBuildingChanges: travel,
  MaxThreeConsecutiveDays: maxThreeConsecutive,
};

/** What FET allows and the instance does not: a timetable found is right for FET all the same. */
export const STRICTER: ReadonlySet<string> = new Set([NO_EXCEPTION, BREAKS_ARE_NO_TIME, LONGEST_COUNTS, DAYS_CHOSEN]);
