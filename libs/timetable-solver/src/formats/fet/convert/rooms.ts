import { listChildren } from '../../xml/index.ts';
import type { FetActivity, FetConstraint, FetPlace, FetRoom, FetSchool } from '../file/school.ts';
import { TYPES, type Draft } from './draft.ts';
import { numberIn, slotsIn, textIn, textsIn } from './fields.ts';

type Binds = (constraint: FetConstraint, activity: FetActivity) => boolean;

const ofId: Binds = (constraint, { id }) => id === numberIn(constraint, 'Activity_Id');
const ofSubject: Binds = (constraint, { subject }) => subject === textIn(constraint, 'Subject');
const ofTag: Binds = (constraint, { tags }) => tags.includes(textIn(constraint, 'Activity_Tag'));
const ofBoth: Binds = (constraint, activity) => ofSubject(constraint, activity) && ofTag(constraint, activity);
const ofStudents: Binds = (constraint, { students }) => students.length === 1 && students[0] === textIn(constraint, 'Students');
const ofTeacher: Binds = (constraint, { teachers }) => teachers.length === 1 && teachers[0] === textIn(constraint, 'Teacher');

const WISHES: Readonly<Record<string, { readonly binds: Binds; readonly isHome: boolean }>> = {
  ActivityPreferredRoom: { binds: ofId, isHome: false },
  ActivityPreferredRooms: { binds: ofId, isHome: false },
  SubjectPreferredRoom: { binds: ofSubject, isHome: false },
  SubjectPreferredRooms: { binds: ofSubject, isHome: false },
  ActivityTagPreferredRoom: { binds: ofTag, isHome: false },
  ActivityTagPreferredRooms: { binds: ofTag, isHome: false },
  SubjectActivityTagPreferredRoom: { binds: ofBoth, isHome: false },
  SubjectActivityTagPreferredRooms: { binds: ofBoth, isHome: false },
  StudentsSetHomeRoom: { binds: ofStudents, isHome: true },
  StudentsSetHomeRooms: { binds: ofStudents, isHome: true },
  TeacherHomeRoom: { binds: ofTeacher, isHome: true },
  TeacherHomeRooms: { binds: ofTeacher, isHome: true },
};

export const isRoomWish = (kind: string): boolean => Object.hasOwn(WISHES, kind);

interface Wish {
  readonly constraint: FetConstraint;
  readonly rooms: readonly string[];
  readonly realRooms: readonly string[];
}

/** Which event resources of an event are its rooms, to read a timetable back. */
export interface RoomPlaces {
  readonly first: number;
  /** The virtual room whose real rooms the places are; empty where the place is the room itself. */
  readonly virtual: string;
  readonly count: number;
}

export interface Rooms {
  readonly resourceOf: ReadonlyMap<string, number>;
  /** By the activity's id. */
  readonly places: ReadonlyMap<number, RoomPlaces>;
  /** What could not be told: kind and words. */
  readonly untold: readonly (readonly [FetConstraint, string])[];
}

const ALWAYS = (kind: string, weight = 100): FetConstraint => ({ kind, isSpace: true, weight, element: { name: kind, attributes: {}, children: [], text: '', line: 0 } });

/** Gives each lesson that a room is wished for a place for it. Home rooms count where nothing more particular is wished. */
export function addRooms(draft: Draft): Rooms {
  const { school } = draft;
  const real = [...school.rooms.values()].filter(({ realRoomSets }) => realRoomSets.length === 0);
  const buildings = [...new Set([...school.rooms.values()].map(({ building }) => building).filter((building) => building !== ''))];
  const resourceOf = new Map(
    real.map(({ name, building, capacity }) => [name, draft.addResource(TYPES.room, name, { size: capacity, ...(building === '' ? {} : { site: buildings.indexOf(building) }) })]),
  );
  const places = new Map<number, RoomPlaces>();
  const untold: (readonly [FetConstraint, string])[] = [];
  const choices = new Choices(draft, resourceOf);
  for (const [event, { activities, resources }] of draft.events.entries()) {
    for (const [index, activity] of activities.entries()) {
      // Of a band each lesson has a room of its own.
      const role = index === 0 ? 'Room' : `Room of lesson ${index + 1}`;
      const wishes = listWishes(school, activity);
      if (wishes.length === 0) continue;
      const hard = wishes.filter(({ constraint }) => constraint.weight >= 100);
      const allowed = listAllowed(school, activity, hard.length > 0 ? hard : wishes, hard.length > 0);
      const single = allowed.filter(({ realRoomSets }) => realRoomSets.length === 0);
      const first = resources.length;
      if (single.length === 0 && allowed[0] !== undefined) {
        const told = hard.find(({ realRooms }) => realRooms.length > 0)?.realRooms ?? [];
        for (const [part, set] of allowed[0].realRoomSets.entries()) choices.add(event, told[part] === undefined ? set : [told[part]], `${role}, part ${part + 1}`);
        places.set(activity.id, { first, virtual: allowed[0].name, count: allowed[0].realRoomSets.length });
        continue;
      }
      if (single.length === 0) for (const { constraint } of hard.slice(0, 1)) untold.push([constraint, `no room is left for lesson ${activity.id}`]);
      if (single.length === 0) continue;
      places.set(activity.id, { first, virtual: '', count: 1 });
      choices.add(event, single.map(({ name }) => name), role, hard.length > 0 ? undefined : wishes);
      for (const wish of wishes) if (hard.length > 0 && wish.constraint.weight < 100) choices.prefer(event, wish, role);
    }
  }
  choices.close();
  if (real.length > 0) draft.add(ALWAYS('BasicCompulsorySpace'), { kind: 'avoidClashes', appliesTo: { resources: [...resourceOf.values()], resourceGroups: [] } });
  for (const constraint of school.constraints) if (constraint.kind === 'RoomNotAvailableTimes') addClosedRoom(draft, constraint, resourceOf, untold);
  return { resourceOf, places, untold };
}

function addClosedRoom(draft: Draft, constraint: FetConstraint, resourceOf: ReadonlyMap<string, number>, untold: (readonly [FetConstraint, string])[]): void {
  const resource = resourceOf.get(textIn(constraint, 'Room'));
  const slots = slotsIn(draft.school, constraint);
  if (resource === undefined) untold.push([constraint, 'a virtual room that is closed']);
  else if (draft.timesAt(slots).length > 0) {
    draft.add(constraint, { kind: 'avoidUnavailableTimes', appliesTo: { resources: [resource], resourceGroups: [] }, unavailable: { times: [], timeGroups: [draft.groupTimes(slots, constraint.kind)] } });
  }
}

function listWishes(school: FetSchool, activity: FetActivity): Wish[] {
  const wishes = school.constraints.flatMap((constraint) => {
    const wish = Object.hasOwn(WISHES, constraint.kind) ? WISHES[constraint.kind] : undefined;
    if (wish === undefined || constraint.weight <= 0 || !wish.binds(constraint, activity)) return [];
    const rooms = textsIn(constraint, 'Room', 'Preferred_Room');
    return [{ constraint, rooms, isHome: wish.isHome, realRooms: listChildren(constraint.element, 'Real_Room').map(({ text }) => text) }];
  });
  const particular = wishes.filter(({ isHome }) => !isHome);
  return particular.length > 0 ? particular : wishes;
}

/** Rooms that all wishes (or any of them) name and that are large enough. */
function listAllowed(school: FetSchool, { size }: FetActivity, wishes: readonly Wish[], isAll: boolean): FetRoom[] {
  const [first, ...others] = wishes.map(({ rooms }) => rooms);
  const names = isAll ? (first ?? []).filter((room) => others.every((rooms) => rooms.includes(room))) : [...new Set(wishes.flatMap(({ rooms }) => rooms))];
  return names.flatMap((name) => school.rooms.get(name) ?? []).filter(({ capacity }) => capacity >= size);
}

/** Collects choices so that events with the same ones share a rule. */
class Choices {
  readonly #draft: Draft;
  readonly #resourceOf: ReadonlyMap<string, number>;
  readonly #byRooms = new Map<string, { role: string; rooms: readonly number[]; events: number[] }>();
  readonly #required = new Map<string, number[]>();
  readonly #wished = new Map<string, { constraint: FetConstraint; role: string; rooms: readonly string[]; events: number[]; isAssign: boolean }>();

  constructor(draft: Draft, resourceOf: ReadonlyMap<string, number>) {
    this.#draft = draft;
    this.#resourceOf = resourceOf;
  }

  /** @param wishes given where the lesson may do without a room, at their cost */
  add(event: number, names: readonly string[], role: string, wishes?: readonly Wish[]): void {
    const rooms = names.flatMap((name) => this.#resourceOf.get(name) ?? []);
    const resources = this.#draft.events[event]?.resources;
    const [only, ...others] = rooms;
    if (others.length === 0 && only !== undefined && wishes === undefined) {
      resources?.push({ type: TYPES.room, role, resource: only });
      return;
    }
    resources?.push({ type: TYPES.room, role });
    const key = `${role} ${rooms.join(' ')}`;
    const known = this.#byRooms.get(key);
    if (known === undefined) this.#byRooms.set(key, { role, rooms, events: [event] });
    else known.events.push(event);
    if (wishes === undefined) this.#required.set(role, [...(this.#required.get(role) ?? []), event]);
    for (const wish of wishes ?? []) this.#note(wish, event, role, true);
  }

  prefer(event: number, wish: Wish, role: string): void {
    this.#note(wish, event, role, false);
  }

  #note({ constraint, rooms }: Wish, event: number, role: string, isAssign: boolean): void {
    const key = `${this.#draft.school.constraints.indexOf(constraint)} ${role} ${isAssign}`;
    const known = this.#wished.get(key);
    if (known === undefined) this.#wished.set(key, { constraint, role, rooms, events: [event], isAssign });
    else known.events.push(event);
  }

  close(): void {
    for (const { role, rooms, events } of this.#byRooms.values()) {
      this.#draft.add(ALWAYS('rooms allowed'), { kind: 'preferResources', appliesTo: { events, eventGroups: [] }, role, resources: rooms, resourceGroups: [] });
    }
    for (const [role, events] of this.#required) this.#draft.add(ALWAYS('BasicCompulsorySpace'), { kind: 'assignResource', appliesTo: { events, eventGroups: [] }, role });
    for (const { constraint, role, rooms, events, isAssign } of this.#wished.values()) {
      const resources = rooms.flatMap((name) => this.#resourceOf.get(name) ?? []);
      this.#draft.add(constraint, { kind: 'preferResources', appliesTo: { events, eventGroups: [] }, role, resources, resourceGroups: [] }, { costFunction: 'step' });
      if (isAssign) this.#draft.add(constraint, { kind: 'assignResource', appliesTo: { events, eventGroups: [] }, role }, { costFunction: 'step' });
    }
  }
}

/** @returns the rooms of a lesson by what was assigned to its places */
export function roomsOf({ first, virtual, count }: RoomPlaces, assigned: readonly number[], nameOf: (resource: number) => string): Pick<FetPlace, 'room' | 'realRooms'> {
  const names = assigned.slice(first, first + count).map(nameOf);
  return virtual === '' ? { room: names[0] ?? '', realRooms: [] } : { room: virtual, realRooms: names };
}
