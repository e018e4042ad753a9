import { node, writeElement, type XmlNode } from '../xml/index.ts';
import type { FetPlace, FetSchool, FetTimetable } from './file/school.ts';

/**
 * Puts a timetable into a .fet file the way FET itself does: as preferred starting times and rooms of 100 % at the end of its
 * constraints. FET opens such a file, shows the timetable and can go on from it.
 * @param source the file's text
 * @throws RangeError where the file has no lists of constraints to put it into
 */
export function writeFetTimetable(source: string, school: FetSchool, timetable: FetTimetable): string {
  const places = [...timetable].sort(([one], [other]) => one - other);
  const starts = places.map(([id, place]) => writeStart(id, place, school));
  const rooms = places.filter(([, { room }]) => room !== '').map(([id, place]) => writeRoom(id, place));
  return insert(insert(source, '</Time_Constraints_List>', starts), '</Space_Constraints_List>', rooms);
}

function insert(source: string, end: string, elements: readonly XmlNode[]): string {
  if (elements.length === 0) return source;
  const at = source.lastIndexOf(end);
  if (at === -1) throw new RangeError(`the file has no ${end}`);
  return source.slice(0, at) + elements.map(writeElement).join('') + source.slice(at);
}

const ALWAYS = node('Weight_Percentage', '100');
const FREE = [node('Permanently_Locked', 'false'), node('Active', 'true'), node('Comments')];

const writeStart = (id: number, { day, hour }: FetPlace, { days, hours }: FetSchool): XmlNode =>
  node('ConstraintActivityPreferredStartingTime', [
    ALWAYS,
    node('Activity_Id', String(id)),
    node('Preferred_Day', days[day] ?? ''),
    node('Preferred_Hour', hours[hour] ?? ''),
    ...FREE,
  ]);

const writeRoom = (id: number, { room, realRooms }: FetPlace): XmlNode =>
  node('ConstraintActivityPreferredRoom', [
    ALWAYS,
    node('Activity_Id', String(id)),
    node('Room', room),
    realRooms.length === 0 ? undefined : node('Number_of_Real_Rooms', String(realRooms.length)),
    ...realRooms.map((real) => node('Real_Room', real)),
    ...FREE,
  ]);
