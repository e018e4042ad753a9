import { listChildren, type XmlElement } from '../../xml/index.ts';
import type { FetPlace, FetSchool, FetTimetable } from './school.ts';

const textOf = (element: XmlElement, name: string): string => element.children.find((child) => child.name === name)?.text ?? '';

/**
 * Reads the timetable that a .fet file carries in itself: FET writes its result (`…_data_and_timetable.fet`) as preferred starting
 * times and rooms of 100 %.
 */
export function readOwnTimetable(school: FetSchool): FetTimetable {
  const places = new Map<number, FetPlace>();
  for (const { kind, element, weight } of school.constraints) {
    const id = Number(textOf(element, 'Activity_Id'));
    if (kind === 'ActivityPreferredStartingTime' && weight === 100) {
      const [day, hour] = [school.days.indexOf(textOf(element, 'Preferred_Day')), school.hours.indexOf(textOf(element, 'Preferred_Hour'))];
      if (day >= 0 && hour >= 0) places.set(id, { day, hour, room: '', realRooms: [] });
    }
    const place = places.get(id);
    if (kind === 'ActivityPreferredRoom' && weight === 100 && place !== undefined) {
      places.set(id, { ...place, room: textOf(element, 'Room'), realRooms: listChildren(element, 'Real_Room').map((room) => room.text) });
    }
  }
  return places;
}
