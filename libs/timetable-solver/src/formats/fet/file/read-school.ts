import { faultAt, findChild, findText, getText, listChildren, readXml, shorten, XmlError, type XmlElement } from '../../xml/index.ts';
import { readStudents } from './read-students.ts';
import type { FetActivity, FetConstraint, FetMode, FetRoom, FetSchool, FetStudents, FetTeacher } from './school.ts';

/**
 * Reads a .fet file of FET 5 or 6.
 * @throws XmlError with line and element where the file is no XML, no .fet file, or names what it does not have
 */
export function readFetSchool(source: string | Uint8Array): FetSchool {
  const root = readXml(keepSpaces(source));
  if (root.name.toLowerCase() !== 'fet') throw faultAt(root, 'this is no .fet file: its first element should be <fet>');
  const version = root.attributes['version'] ?? '';
  const mode = readMode(root, version);
  const days = readNames(root, 'Days_List', 'Day');
  const hours = readNames(root, 'Hours_List', 'Hour');
  if (days.length === 0 || hours.length === 0) throw faultAt(root, 'a school needs days and hours');
  const { students, subgroups } = readStudents(findChild(root, 'Students_List'));
  const all = listChildren(findChild(root, 'Activities_List'), 'Activity');
  const isActive = (element: XmlElement): boolean => !/^(false|no)$/i.test(findText(element, 'Active') ?? 'true');
  const teachers = readTeachers(root, days.length);
  const isOldHalfDays = mode === 'mornings-afternoons' && findText(root, 'Mode') === undefined;
  const activities = all.filter(isActive).map((element) => readActivity(element, teachers, students));
  return {
    version,
    mode,
    institution: findText(root, 'Institution_Name') ?? '',
    days,
    hours,
    daysPerTerm: mode === 'terms' ? readDaysPerTerm(root, days.length) : days.length,
    teachers,
    subjects: readNames(root, 'Subjects_List', 'Subject'),
    tags: readNames(root, 'Activity_Tags_List', 'Activity_Tag'),
    subgroups,
    students,
    rooms: readRooms(root),
    activities,
    inactive: new Set(all.filter((element) => !isActive(element)).map((element) => Number(getText(element, 'Id')))),
    constraints: [
      ...listChildren(findChild(root, 'Time_Constraints_List')).filter(isActive).map((element) => readConstraint(element, false, isOldHalfDays)),
      ...listChildren(findChild(root, 'Space_Constraints_List')).filter(isActive).map((element) => readConstraint(element, true, isOldHalfDays)),
    ],
  };
}

/** Some schools have a subject whose name is a space; an element's text is trimmed, and nothing would mean any subject. */
const SPACE = '␠';

/** Bytes that are not UTF-8 are left for the reader to refuse or to decode by what they declare. */
function keepSpaces(source: string | Uint8Array): string | Uint8Array {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
    return text.replaceAll(/<(Name|\w*(?:Subject|Tag|Teacher|Students|Room)\w*)>( +)<\/\1>/g, (_all, name: string, spaces: string) => `<${name}>${SPACE.repeat(spaces.length)}</${name}>`);
  } catch (error) {
    if (error instanceof TypeError) return source;
    throw error;
  }
}

function readMode(root: XmlElement, version: string): FetMode {
  const told = findText(root, 'Mode');
  if (told !== undefined) {
    const mode = told.toLowerCase().replaceAll('_', '-');
    if (mode === 'official' || mode === 'terms' || mode === 'mornings-afternoons' || mode === 'block-planning') return mode;
    throw faultAt(root, `the mode “${shorten(told)}” is not known`);
  }
  // Before FET 6 each mode was a program of its own that signed its version.
  if (/morocco|algeria|-ma/.test(version)) return version.includes('mathmake') ? 'terms' : 'mornings-afternoons';
  return version.includes('-bp') ? 'block-planning' : 'official';
}

function readDaysPerTerm(root: XmlElement, days: number): number {
  const told = Number(findText(root, 'Number_of_Days_Per_Term') ?? Number.NaN);
  // The first version with periods had five, always.
  if (Number.isNaN(told)) return days % 5 === 0 ? days / 5 : days;
  if (told < 1 || days % told !== 0) throw new XmlError(`${days} days do not fall into periods of ${told} days`, root.line, 'Number_of_Days_Per_Term');
  return told;
}

function readNames(root: XmlElement, list: string, item: string): string[] {
  return listChildren(findChild(root, list), item).map((element) => findText(element, 'Name') ?? element.text);
}

const BEHAVIOURS = new Map([
  ['Exclusive', 0],
  ['One day exception', 1],
  ['Two days exception', 2],
  ['Three days exception', 3],
  ['Four days exception', 4],
  ['Five days exception', 5],
]);

const EXCEPTIONS = ['Exception_Teachers_One_Day_List', 'Exception_Teachers_Two_Days_List', 'Exception_Teachers_Three_Days_List'];

function readTeachers(root: XmlElement, days: number): Map<string, FetTeacher> {
  const lists = EXCEPTIONS.map((name) => findChild(root, name));
  const byList = new Map(lists.flatMap((list, index) => listChildren(list, 'Teacher').map((element) => [element.text, index + 1] as const)));
  // The older form names those who are an exception to working either mornings or afternoons of a day.
  const unsaid = lists.some((list) => list !== undefined) ? 0 : days;
  return new Map(
    listChildren(findChild(root, 'Teachers_List'), 'Teacher').map((element) => {
      const name = getText(element, 'Name');
      const behaviour = findText(element, 'Mornings_Afternoons_Behavior');
      const mixedDays = behaviour === undefined ? (byList.get(name) ?? unsaid) : (BEHAVIOURS.get(behaviour) ?? days);
      return [name, { name, mixedDays }];
    }),
  );
}

function readRooms(root: XmlElement): Map<string, FetRoom> {
  return new Map(
    listChildren(findChild(root, 'Rooms_List'), 'Room').map((element) => {
      const name = getText(element, 'Name');
      const sets = listChildren(element, 'Set_of_Real_Rooms').map((set) => listChildren(set, 'Real_Room').map((room) => room.text));
      const capacity = Number(findText(element, 'Capacity') ?? 30000);
      return [name, { name, building: findText(element, 'Building') ?? '', capacity, realRoomSets: findText(element, 'Virtual') === 'true' ? sets : [] }];
    }),
  );
}

function readActivity(element: XmlElement, teachers: ReadonlyMap<string, FetTeacher>, sets: ReadonlyMap<string, FetStudents>): FetActivity {
  const texts = (name: string): string[] => listChildren(element, name).map((child) => child.text).filter((text) => text !== '');
  const number = (name: string): number => {
    const value = Number(getText(element, name));
    if (!Number.isInteger(value) || value < 0) throw faultAt(element, `<${name}> should be a whole number`);
    return value;
  };
  const students = texts('Students');
  for (const name of students) if (!sets.has(name)) throw faultAt(element, `there are no students “${shorten(name)}”`);
  for (const name of texts('Teacher')) if (!teachers.has(name)) throw faultAt(element, `there is no teacher “${shorten(name)}”`);
  const duration = number('Duration');
  if (duration < 1) throw faultAt(element, 'a lesson takes at least an hour');
  const told = findText(element, 'Number_Of_Students');
  return {
    id: number('Id'),
    group: number('Activity_Group_Id'),
    teachers: texts('Teacher'),
    subject: findText(element, 'Subject') ?? '',
    tags: texts('Activity_Tag'),
    students,
    duration,
    totalDuration: number('Total_Duration'),
    size: told === undefined ? students.reduce((sum, name) => sum + (sets.get(name)?.size ?? 0), 0) : Number(told),
  };
}

/** The first programs with half days meant whole days by names that later meant half days. */
function renameOld(kind: string): string {
  if (kind.endsWith('MaxHoursDailyHalfDays')) return kind.replace('HalfDays', '');
  if (kind.endsWith('MaxHoursDaily')) return `${kind}RealDays`;
  return kind.replace(/^(Teachers?)(Max|Min)DaysPerWeek$/, '$1$2RealDaysPerWeek');
}

function readConstraint(element: XmlElement, isSpace: boolean, isOldHalfDays: boolean): FetConstraint {
  const told = findText(element, 'Weight_Percentage') ?? '100';
  const weight = Number(told);
  if (!(weight >= 0 && weight <= 100)) throw faultAt(element, `the weight “${shorten(told)}” is not from 0 to 100`);
  const kind = element.name.replace(/^Constraint/, '');
  return { kind: isOldHalfDays ? renameOld(kind) : kind, isSpace, weight, element };
}
