import type { FetActivity } from '../../formats/fet/file/school.ts';
import type { XmlElement } from '../../formats/xml/index.ts';
import { nameActivity, nameSlot } from '../days.ts';
import { over, type Rule } from '../rule.ts';
import { numberOf, readSlots, textOf, textsOf, type Placed, type Situation } from '../situation.ts';

type Binds = (element: XmlElement, activity: FetActivity, situation: Situation) => boolean;

/** The lessons bound have one of the rooms named. */
const inRooms =
  (binds: Binds): Rule =>
  ({ element }, situation) => {
    const rooms = [...textsOf(element, 'Room'), ...textsOf(element, 'Preferred_Room')];
    const told = textsOf(element, 'Real_Room');
    return situation.placed
      .filter(({ activity }) => binds(element, activity, situation))
      .flatMap((one) => {
        const isRight = rooms.includes(one.room) && told.every((room) => one.realRooms.includes(room));
        return over(isRight ? 0 : 1, () => `${nameActivity(one)} is in “${one.room}”, wanted ${rooms.join(', ')}`);
      });
  };

/** @returns hours a room is taken, as itself or for a virtual one */
export function listRoomSlots(one: Placed, { hours }: Situation): number[] {
  return Array.from({ length: one.activity.duration }, (_, hour) => one.day * hours + one.hour + hour);
}

/** @returns real rooms a lesson takes */
export function listRoomsTaken(one: Placed, { school }: Situation): string[] {
  const isVirtual = (school.rooms.get(one.room)?.realRoomSets.length ?? 0) > 0;
  return isVirtual ? [...one.realRooms] : one.room === '' ? [] : [one.room];
}

/** A room is closed at some hours, for all or for one teacher. */
const closedRoom: Rule = ({ element }, situation) => {
  const [room, teacher] = [textOf(element, 'Room'), textOf(element, 'Teacher')];
  const closed = new Set(readSlots(situation.school, element));
  return situation.placed
    .filter((one) => (one.room === room || listRoomsTaken(one, situation).includes(room)) && (teacher === '' || one.activity.teachers.includes(teacher)))
    .flatMap((one) => {
      const slots = listRoomSlots(one, situation).filter((slot) => closed.has(slot));
      return over(slots.length, () => `${nameActivity(one)} is in ${room} at ${nameSlot(situation, slots[0] ?? 0)}, when it is closed`);
    });
};

/** The lessons use at most so many rooms. */
const maxDifferentRooms: Rule = ({ element }, { byId }) => {
  const most = numberOf(element, 'Max_Number_of_Different_Rooms');
  const rooms = new Set(textsOf(element, 'Activity_Id').flatMap((id) => byId.get(Number(id))?.room ?? []).filter((room) => room !== ''));
  return over(rooms.size - most, () => `the lessons ${textsOf(element, 'Activity_Id').slice(0, 6).join(', ')} … use ${rooms.size} rooms, at most ${most} allowed`);
};

/** Two of the lessons that follow each other are in the same room. */
const sameRoomIfConsecutive: Rule = ({ element }, { byId }) => {
  const lessons = textsOf(element, 'Activity_Id').flatMap((id) => byId.get(Number(id)) ?? []);
  return lessons.flatMap((one) =>
    lessons
      .filter((next) => next.day === one.day && next.hour === one.end && one.room !== '' && next.room !== '' && next.room !== one.room)
      .map((next) => ({ amount: 1, text: `${nameActivity(next)} follows ${nameActivity(one)} in another room` })),
  );
};

const byId: Binds = (element, { id }) => id === numberOf(element, 'Activity_Id');
const bySubject: Binds = (element, { subject }) => subject === textOf(element, 'Subject');
const byTag: Binds = (element, { tags }) => tags.includes(textOf(element, 'Activity_Tag'));
const byBoth: Binds = (element, activity, situation) => bySubject(element, activity, situation) && byTag(element, activity, situation);
/** Home rooms are for lessons of one set of students (one teacher) of which nothing more particular is said. */
const byStudents: Binds = (element, { id, students }, { hasRoomWish }) => !hasRoomWish.has(id) && students.length === 1 && students[0] === textOf(element, 'Students');
const byTeacher: Binds = (element, { id, teachers }, { hasRoomWish }) => !hasRoomWish.has(id) && teachers.length === 1 && teachers[0] === textOf(element, 'Teacher');

export const ROOM_RULES: Readonly<Record<string, Rule>> = {
  ActivityPreferredRoom: inRooms(byId),
  ActivityPreferredRooms: inRooms(byId),
  SubjectPreferredRoom: inRooms(bySubject),
  SubjectPreferredRooms: inRooms(bySubject),
  ActivityTagPreferredRoom: inRooms(byTag),
  ActivityTagPreferredRooms: inRooms(byTag),
  SubjectActivityTagPreferredRoom: inRooms(byBoth),
  SubjectActivityTagPreferredRooms: inRooms(byBoth),
  StudentsSetHomeRoom: inRooms(byStudents),
  StudentsSetHomeRooms: inRooms(byStudents),
  TeacherHomeRoom: inRooms(byTeacher),
  TeacherHomeRooms: inRooms(byTeacher),
  RoomNotAvailableTimes: closedRoom,
  TeacherRoomNotAvailableTimes: closedRoom,
  ActivitiesOccupyMaxDifferentRooms: maxDifferentRooms,
  ActivitiesSameRoomIfConsecutive: sameRoomIfConsecutive,
};
