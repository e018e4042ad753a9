import { UNASSIGNED, type Instance, type Solution } from '../../model/index.ts';
import { TRAY_FORMAT, TRAY_VERSION } from './read-tray.ts';
import type { Tray } from './tray.ts';

/**
 * Writes a tray's file with its timetable, where one is given; `readTrayFile` reads the same again.
 * @param about who made the timetable and how, for people
 */
export function writeTrayFile(tray: Tray, timetable?: { readonly instance: Instance; readonly solution: Solution; readonly about?: string }): string {
  const people = (list: Tray['teachers']): object[] => list.map(({ id, name, away }) => ({ id, ...leave('name', name, id), ...some('away', away) }));
  const lines = (name: string, items: readonly object[]): string => `"${name}": [${items.length === 0 ? '' : '\n    '}${items.map((item) => JSON.stringify(item)).join(',\n    ')}${items.length === 0 ? '' : '\n  '}]`;
  const courses = tray.courses.map(({ id, name, after, sections }) => ({
    id,
    ...leave('name', name, id),
    ...some('after', after),
    sections: sections.map(({ id: section, seats, teachers, rooms, bars }) => ({ id: section, seats, ...some('teachers', teachers), ...some('rooms', rooms), ...some('bars', bars) })),
  }));
  const learners = tray.learners.map((learner) => ({ ...people([learner])[0], choices: learner.choices }));
  const head = { format: TRAY_FORMAT, version: TRAY_VERSION, id: tray.id, ...leave('name', tray.name, tray.id), ...(timetable?.about === undefined ? {} : { about: timetable.about }) };
  const parts = [
    ...Object.entries(head).map(([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)}`),
    lines('periods', tray.periods),
    lines('rooms', tray.rooms),
    lines('teachers', people(tray.teachers)),
    lines('courses', courses),
    lines('learners', learners),
    ...(timetable === undefined ? [] : [`"timetable": { ${lines('sections', listPlaced(tray, timetable.instance, timetable.solution))}, ${lines('seats', listSeated(tray, timetable.instance, timetable.solution))} }`]),
  ];
  return `{\n  ${parts.join(',\n  ')}\n}\n`;
}

const some = (field: string, list: readonly string[]): object => (list.length === 0 ? {} : { [field]: list });
const leave = (field: string, value: string, unless: string): object => (value === unless ? {} : { [field]: value });

function listPlaced(tray: Tray, { times }: Instance, { events }: Solution): object[] {
  const sections = tray.courses.flatMap((course) => course.sections);
  return sections.flatMap(({ id }, event) => {
    const time = events[event]?.[0]?.time ?? UNASSIGNED;
    return time === UNASSIGNED ? [] : [{ section: id, bar: times[time]?.id ?? '' }];
  });
}

function listSeated(tray: Tray, { events }: Instance, { seats = [] }: Solution): object[] {
  let next = 0;
  return tray.learners.flatMap(({ id, choices }) => {
    const own = seats.slice(next, next + choices.length);
    next += choices.length;
    const sections = own.flatMap((event) => (event === UNASSIGNED ? [] : [events[event]?.id ?? '']));
    return sections.length === 0 ? [] : [{ learner: id, sections }];
  });
}
