import { UNASSIGNED, type Instance, type Solution } from '../../model/index.ts';
import { jsonFault, readCount, readFields, readJson, readList, readText, type JsonFaultKey, type JsonLimits, type JsonNode } from '../json/index.ts';
import { toTrayInstance } from './to-instance.ts';
import type { Tray, TrayCourse, TrayLearner, TrayPerson, TraySection } from './tray.ts';

/** What a tray's file says of itself in `format` and `version`. */
export const TRAY_FORMAT = 'digione-tray';
export const TRAY_VERSION = 1;

const MOST_SEATS = 10_000;
/** More sections × bars, or learners × bars, than this are no school's. */
const LARGEST_TABLE = 20_000_000;

export interface TrayFile {
  readonly tray: Tray;
  readonly instance: Instance;
  /** The timetable in the file, where there is one. */
  readonly solution?: Solution;
}

/**
 * Reads a tray's file (JSON; the library's README tells its fields).
 * @param source the file's bytes, or its text
 * @throws JsonError with line and path: not JSON, too large, a field that is missing or unknown, a reference to nothing
 */
export function readTrayFile(source: Uint8Array | string, limits?: JsonLimits): TrayFile {
  const root = readJson(source, limits);
  if (root.fields?.get('format')?.value !== TRAY_FORMAT) throw jsonFault(root, 'other-format', { wanted: TRAY_FORMAT });
  const fields = readFields(root, ['format', 'version', 'id', 'periods', 'courses', 'learners'], ['name', 'rooms', 'teachers', 'timetable', 'about']);
  const version = readCount(fields.get('version'), 1, 1000);
  if (version !== TRAY_VERSION) throw jsonFault(fields.get('version'), 'other-version', { found: version, wanted: TRAY_VERSION });

  const bars = new Ids('no-such-bar');
  const periods = new Ids('no-such-bar');
  const listed = listSome(fields.get('periods')).map((node) => {
    const period = readFields(node, ['id', 'bars']);
    return { id: periods.add(period.get('id')), bars: listSome(period.get('bars')).map((bar) => bars.add(bar)) };
  });
  const rooms = new Ids('no-such-room');
  const kinds = readList(fields.find('rooms')).map((node) => {
    const room = readFields(node, ['id', 'count']);
    return { id: rooms.add(room.get('id')), count: readCount(room.get('count'), 0, MOST_SEATS) };
  });
  const teachers = new Ids('no-such-teacher');
  const people = readList(fields.find('teachers')).map((node): TrayPerson => {
    const person = readFields(node, ['id'], ['name', 'away']);
    const id = teachers.add(person.get('id'));
    return { id, name: nameOf(person.find('name'), id), away: bars.referAll(person.find('away')) };
  });
  const learners = new Ids('no-such-learner');
  const wanted = readList(fields.get('learners')).map((node) => {
    const learner = readFields(node, ['id', 'choices'], ['name', 'away']);
    const id = learners.add(learner.get('id'));
    return { id, name: nameOf(learner.find('name'), id), away: bars.referAll(learner.find('away')), choices: learner.get('choices') };
  });
  const courses = new Ids('no-such-course');
  const courseNodes = listSome(fields.get('courses'));
  for (const node of courseNodes) courses.add(readCourseFields(node).get('id'));
  const chosen = wanted.map((learner): TrayLearner => ({ ...learner, choices: courses.referAll(learner.choices) }));
  const demand = new Map<string, number>();
  for (const { choices } of chosen) for (const course of choices) demand.set(course, (demand.get(course) ?? 0) + 1);
  const named = { bars, rooms, teachers, courses, sections: new Ids('no-such-section') };
  const tray: Tray = {
    id: readText(fields.get('id')),
    name: nameOf(fields.find('name'), readText(fields.get('id'))),
    periods: listed,
    rooms: kinds,
    teachers: people,
    courses: courseNodes.map((node) => readCourse(node, named, demand)),
    learners: chosen,
  };
  const sections = tray.courses.reduce((sum, course) => sum + course.sections.length, 0);
  const largest = Math.max(sections, chosen.length + people.length);
  if (largest * bars.size > LARGEST_TABLE || sections * sections > LARGEST_TABLE) throw jsonFault(root, 'too-many-values', { limit: LARGEST_TABLE });
  const instance = toTrayInstance(tray);
  const timetable = fields.find('timetable');
  return { tray, instance, ...(timetable === undefined ? {} : { solution: readTimetable(timetable, tray, instance, { ...named, learners }) }) };
}

const nameOf = (node: JsonNode | undefined, id: string): string => (node === undefined ? id : readText(node));

function listSome(node: JsonNode): readonly JsonNode[] {
  const items = readList(node);
  if (items.length === 0) throw jsonFault(node, 'empty-list');
  return items;
}

/** Ids of one kind: each there once, and referred to. */
class Ids {
  readonly #known = new Map<string, number>();
  readonly #fault: JsonFaultKey;

  constructor(fault: JsonFaultKey) {
    this.#fault = fault;
  }

  get size(): number {
    return this.#known.size;
  }

  add(node: JsonNode, id = readText(node)): string {
    if (this.#known.has(id)) throw jsonFault(node, 'twice', { id });
    this.#known.set(id, this.#known.size);
    return id;
  }

  refer(node: JsonNode): string {
    const id = readText(node);
    if (!this.#known.has(id)) throw jsonFault(node, this.#fault, { id });
    return id;
  }

  /** @returns ids that are known, each once; none where there is no list */
  referAll(node: JsonNode | undefined): string[] {
    const seen = new Set<string>();
    for (const item of readList(node)) {
      const id = this.refer(item);
      if (seen.has(id)) throw jsonFault(item, 'twice', { id });
      seen.add(id);
    }
    return [...seen];
  }

  /** @returns its place among those of its kind */
  indexOf(id: string): number {
    return this.#known.get(id) ?? UNASSIGNED;
  }
}

type Named = Readonly<Record<'bars' | 'rooms' | 'teachers' | 'courses' | 'sections', Ids>>;

const readCourseFields = (node: JsonNode) => readFields(node, ['id'], ['name', 'after', 'sections', 'seats', 'teachers', 'rooms', 'bars']);

function readCourse(node: JsonNode, named: Named, demand: ReadonlyMap<string, number>): TrayCourse {
  const fields = readCourseFields(node);
  const id = readText(fields.get('id'));
  const after = named.courses.referAll(fields.find('after'));
  const itself = readList(fields.find('after'))[after.indexOf(id)];
  if (itself !== undefined) throw jsonFault(itself, 'follows-itself', { id });
  const written = fields.find('sections');
  const sections = written === undefined ? formSections(node, id, named, demand.get(id) ?? 0) : readList(written).map((section) => readSection(section, named));
  return { id, name: nameOf(fields.find('name'), id), after, sections };
}

function readSection(node: JsonNode, { bars, rooms, teachers, sections }: Named): TraySection {
  const fields = readFields(node, ['id', 'seats'], ['teachers', 'rooms', 'bars']);
  return {
    id: sections.add(fields.get('id')),
    seats: readCount(fields.get('seats'), 1, MOST_SEATS),
    teachers: teachers.referAll(fields.find('teachers')),
    rooms: rooms.referAll(fields.find('rooms')),
    bars: bars.referAll(fields.find('bars')),
  };
}

/** As many sections as those who have chosen the course fill; its teachers take them in turn. */
function formSections(node: JsonNode, course: string, { bars, rooms, teachers, sections }: Named, demand: number): TraySection[] {
  const fields = readCourseFields(node);
  const seatsNode = fields.find('seats');
  if (seatsNode === undefined) throw jsonFault(node, 'missing', { name: 'seats' });
  const seats = readCount(seatsNode, 1, MOST_SEATS);
  const [own, needed, allowed] = [teachers.referAll(fields.find('teachers')), rooms.referAll(fields.find('rooms')), bars.referAll(fields.find('bars'))];
  return Array.from({ length: Math.ceil(demand / seats) }, (_, index) => {
    const teacher = own[index % own.length];
    return { id: sections.add(fields.get('id'), `${course}.${index + 1}`), seats, teachers: teacher === undefined ? [] : [teacher], rooms: needed, bars: allowed };
  });
}

/** Reads who is where; what is left out is open. */
function readTimetable(node: JsonNode, tray: Tray, instance: Instance, { bars, sections, learners }: Named & { readonly learners: Ids }): Solution {
  const fields = readFields(node, ['sections'], ['seats']);
  const times = instance.events.map(() => UNASSIGNED);
  const placed = new Set<string>();
  for (const item of readList(fields.get('sections'))) {
    const one = readFields(item, ['section', 'bar']);
    const section = sections.refer(one.get('section'));
    if (placed.has(section)) throw jsonFault(one.get('section'), 'twice', { id: section });
    placed.add(section);
    times[sections.indexOf(section)] = bars.indexOf(bars.refer(one.get('bar')));
  }
  const choiceOf = new Map<string, number>();
  const courseOf = tray.courses.flatMap((course) => course.sections.map(() => course.id));
  for (const { id, choices } of tray.learners) for (const course of choices) choiceOf.set(JSON.stringify([id, course]), choiceOf.size);
  const seats = Array.from({ length: choiceOf.size }, () => UNASSIGNED);
  const seated = new Set<string>();
  for (const item of readList(fields.find('seats'))) {
    const one = readFields(item, ['learner', 'sections']);
    const learner = learners.refer(one.get('learner'));
    if (seated.has(learner)) throw jsonFault(one.get('learner'), 'twice', { id: learner });
    seated.add(learner);
    for (const reference of readList(one.get('sections'))) {
      const section = sections.refer(reference);
      const choice = choiceOf.get(JSON.stringify([learner, courseOf[sections.indexOf(section)]]));
      if (choice === undefined) throw jsonFault(reference, 'not-chosen', { id: section });
      if (seats[choice] !== UNASSIGNED) throw jsonFault(reference, 'twice', { id: section });
      seats[choice] = sections.indexOf(section);
    }
  }
  return { events: instance.events.map(({ resources }, event) => [{ duration: 1, time: times[event] ?? UNASSIGNED, resources: resources.map(({ resource }) => resource ?? UNASSIGNED) }]), seats };
}
