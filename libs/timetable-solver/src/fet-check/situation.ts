import { faultAt, listChildren, type XmlElement } from '../formats/xml/index.ts';
import type { FetActivity, FetPlace, FetSchool, FetTimetable } from '../formats/fet/file/school.ts';

/** An activity where it stands; hours from `hour` up to but not including `end`. */
export interface Placed extends FetPlace {
  readonly activity: FetActivity;
  readonly end: number;
}

/** Who can be overloaded: a teacher or a subgroup of students. */
export interface Party {
  readonly name: string;
  readonly kind: 'teacher' | 'students';
  /** What goes on with them, by slot = day × hours + hour. */
  readonly busy: readonly (readonly Placed[])[];
  /** 1 where a break or an absence lets nothing take place. */
  readonly closed: Uint8Array;
}

/** A timetable laid out so that rules can look at it. */
export interface Situation {
  readonly school: FetSchool;
  readonly hours: number;
  readonly slots: number;
  readonly placed: readonly Placed[];
  readonly byId: ReadonlyMap<number, Placed>;
  readonly breaks: Uint8Array;
  readonly teachers: ReadonlyMap<string, Party>;
  /** In the order of `school.subgroups`. */
  readonly subgroups: readonly Party[];
  /** Per activity (its id) what decides about its rooms before home rooms do. */
  readonly hasRoomWish: ReadonlySet<number>;
}

export function layOut(school: FetSchool, timetable: FetTimetable): Situation {
  const hours = school.hours.length;
  const slots = school.days.length * hours;
  const placed = school.activities.flatMap((activity) => {
    const place = timetable.get(activity.id);
    return place === undefined ? [] : [{ ...place, activity, end: place.hour + activity.duration }];
  });
  const breaks = new Uint8Array(slots);
  const away = new Map<string, Uint8Array>();
  for (const { kind, element } of school.constraints) {
    if (kind === 'BreakTimes') for (const slot of readSlots(school, element)) breaks[slot] = 1;
    if (kind !== 'TeacherNotAvailableTimes' && kind !== 'StudentsSetNotAvailableTimes') continue;
    for (const key of keysOfAway(school, kind, element)) {
      const closed = away.get(key) ?? new Uint8Array(slots);
      for (const slot of readSlots(school, element)) closed[slot] = 1;
      away.set(key, closed);
    }
  }
  const closedFor = (key: string): Uint8Array => {
    const own = away.get(key);
    return own === undefined ? breaks : breaks.map((shut, slot) => (shut === 1 || own[slot] === 1 ? 1 : 0));
  };
  const emptyDays = (): Placed[][] => Array.from({ length: slots }, () => []);
  const teachers = new Map([...school.teachers.keys()].map((name) => [name, { name, kind: 'teacher' as const, busy: emptyDays(), closed: closedFor(`t ${name}`) }]));
  const subgroups = school.subgroups.map((name, index) => ({ name, kind: 'students' as const, busy: emptyDays(), closed: closedFor(`s ${index}`) }));
  for (const one of placed) {
    const parties = [...new Set(one.activity.teachers)].flatMap((name) => teachers.get(name) ?? []);
    const sets = subgroupsOf(school, one.activity).flatMap((index) => subgroups[index] ?? []);
    for (const { busy } of [...parties, ...sets]) {
      for (let hour = one.hour; hour < Math.min(one.end, hours); hour++) busy[one.day * hours + hour]?.push(one);
    }
  }
  const byId = new Map(placed.map((one) => [one.activity.id, one]));
  return { school, hours, slots, placed, byId, breaks, teachers, subgroups, hasRoomWish: findRoomWishes(school) };
}

/** @returns indices of the subgroups who take part, each once */
export function subgroupsOf(school: FetSchool, activity: FetActivity): number[] {
  return [...new Set(activity.students.flatMap((name) => school.students.get(name)?.subgroups ?? []))];
}

function keysOfAway(school: FetSchool, kind: string, element: XmlElement): string[] {
  if (kind === 'TeacherNotAvailableTimes') return [`t ${textOf(element, 'Teacher')}`];
  return (school.students.get(textOf(element, 'Students'))?.subgroups ?? []).map((index) => `s ${index}`);
}

export const textOf = (element: XmlElement, ...names: readonly string[]): string =>
  element.children.find((child) => names.includes(child.name))?.text ?? '';

export const textsOf = (element: XmlElement, name: string): string[] => listChildren(element, name).map((child) => child.text);

/**
 * @returns the first of these numbers told
 * @throws XmlError where none is: a limit that is not there would let everything pass
 */
export function numberOf(element: XmlElement, ...names: readonly string[]): number {
  const text = textOf(element, ...names);
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw faultAt(element, `<${names.join('> or <')}> should be a number`);
  return value;
}

/** @returns slots of all pairs of a day and an hour inside the constraint, in the file’s order */
export function readSlots(school: FetSchool, element: XmlElement): number[] {
  const pairs = element.children.filter((child) => /(Time|Time_Slot|Times)$/.test(child.name) && child.children.length > 0);
  return pairs.flatMap((pair) => {
    const [day, hour] = pair.children;
    const dayIndex = school.days.indexOf(day?.text ?? '');
    const hourIndex = school.hours.indexOf(hour?.text ?? '');
    return dayIndex < 0 || hourIndex < 0 ? [] : [dayIndex * school.hours.length + hourIndex];
  });
}

/** Home rooms are for lessons of which nothing more particular is said. */
function findRoomWishes(school: FetSchool): ReadonlySet<number> {
  const ids = new Set<number>();
  const bySubject = new Set<string>();
  const byTag = new Set<string>();
  const byBoth = new Set<string>();
  for (const { kind, element } of school.constraints) {
    if (kind === 'ActivityPreferredRoom' || kind === 'ActivityPreferredRooms') ids.add(numberOf(element, 'Activity_Id'));
    else if (kind === 'SubjectPreferredRoom' || kind === 'SubjectPreferredRooms') bySubject.add(textOf(element, 'Subject'));
    else if (kind === 'ActivityTagPreferredRoom' || kind === 'ActivityTagPreferredRooms') byTag.add(textOf(element, 'Activity_Tag'));
    else if (kind === 'SubjectActivityTagPreferredRoom' || kind === 'SubjectActivityTagPreferredRooms')
      byBoth.add(`${textOf(element, 'Subject')}\n${textOf(element, 'Activity_Tag')}`);
  }
  const isWished = ({ id, subject, tags }: FetActivity): boolean =>
    ids.has(id) || bySubject.has(subject) || tags.some((tag) => byTag.has(tag) || byBoth.has(`${subject}\n${tag}`));
  return new Set(school.activities.filter(isWished).map(({ id }) => id));
}
