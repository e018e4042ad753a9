import type { FetPlace, FetSchool, FetTimetable } from '../file/school.ts';
import { readFetSchool } from '../file/read-school.ts';

/** What a test says about a lesson; the rest is: teacher A, Maths, class 7A, one hour. */
export interface LessonText {
  readonly teachers?: readonly string[];
  readonly subject?: string;
  readonly students?: readonly string[];
  readonly tags?: readonly string[];
  readonly duration?: number;
  readonly group?: number;
  readonly size?: number;
}

const each = (name: string, values: readonly (string | number)[]): string => values.map((value) => `<${name}>${value}</${name}>`).join('');

export interface SchoolText {
  readonly lessons?: readonly LessonText[];
  /** Constraints as they stand in a file, without BasicCompulsory ones. */
  readonly time?: string;
  readonly space?: string;
  readonly mode?: string;
  readonly days?: readonly string[];
}

/** A school of two days of four hours, teachers A and B, year 7 of classes 7A and 7B, rooms R1 (building X) and R2 (Y) and VR, which is both. */
export function writeSchool({ lessons = [{}, {}, {}], time = '', space = '', mode = 'Official', days = ['Mo', 'Tu'] }: SchoolText): string {
  const activities = lessons.map(
    ({ teachers = ['A'], subject = 'Maths', students = ['7A'], tags = [], duration = 1, group = 0, size }, index) =>
      `<Activity>${each('Teacher', teachers)}<Subject>${subject}</Subject>${each('Activity_Tag', tags)}${each('Students', students)}` +
      `<Duration>${duration}</Duration><Total_Duration>${duration}</Total_Duration><Id>${index + 1}</Id><Activity_Group_Id>${group}</Activity_Group_Id>` +
      `${size === undefined ? '' : `<Number_Of_Students>${size}</Number_Of_Students>`}<Active>true</Active></Activity>`,
  );
  const room = (name: string, building: string, capacity: number, more = ''): string =>
    `<Room><Name>${name}</Name><Building>${building}</Building><Capacity>${capacity}</Capacity>${more}</Room>`;
  const sets = ['R1', 'R2'].map((name) => `<Set_of_Real_Rooms>${each('Real_Room', [name])}</Set_of_Real_Rooms>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5"><Mode>${mode}</Mode><Institution_Name>Test</Institution_Name>
<Number_of_Terms>2</Number_of_Terms><Number_of_Days_Per_Term>${days.length / 2}</Number_of_Days_Per_Term>
<Days_List>${days.map((day) => `<Day><Name>${day}</Name></Day>`).join('')}</Days_List>
<Hours_List>${['1', '2', '3', '4'].map((hour) => `<Hour><Name>${hour}</Name></Hour>`).join('')}</Hours_List>
<Subjects_List><Subject><Name>Maths</Name></Subject><Subject><Name>Art</Name></Subject></Subjects_List>
<Activity_Tags_List><Activity_Tag><Name>lab</Name></Activity_Tag></Activity_Tags_List>
<Teachers_List><Teacher><Name>A</Name><Mornings_Afternoons_Behavior>Exclusive</Mornings_Afternoons_Behavior></Teacher><Teacher><Name>B</Name></Teacher></Teachers_List>
<Students_List><Year><Name>7</Name><Number_of_Students>50</Number_of_Students>
<Group><Name>7A</Name><Number_of_Students>25</Number_of_Students></Group><Group><Name>7B</Name><Number_of_Students>25</Number_of_Students></Group></Year></Students_List>
<Activities_List>${activities.join('\n')}</Activities_List>
<Rooms_List>${room('R1', 'X', 30)}${room('R2', 'Y', 20)}${room('VR', '', 99, `<Virtual>true</Virtual><Number_of_Sets_of_Real_Rooms>2</Number_of_Sets_of_Real_Rooms>${sets}`)}</Rooms_List>
<Time_Constraints_List>
<ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage><Active>true</Active></ConstraintBasicCompulsoryTime>
${time}
</Time_Constraints_List>
<Space_Constraints_List>
<ConstraintBasicCompulsorySpace><Weight_Percentage>100</Weight_Percentage><Active>true</Active></ConstraintBasicCompulsorySpace>
${space}
</Space_Constraints_List>
</fet>`;
}

export const readSchoolText = (text: SchoolText): FetSchool => readFetSchool(writeSchool(text));

/** `constraint('TeacherMaxDaysPerWeek', { Teacher_Name: 'A', Max_Days_Per_Week: 1 })`; a list of slots is `{ Not_Available_Time: ['Mo 1'] }`. */
export function constraint(kind: string, fields: Readonly<Record<string, string | number | readonly (string | number)[]>>, weight = 100): string {
  const inner = Object.entries(fields).map(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'number') return `<${name}>${value}</${name}>`;
    return value.map((one) => `<${name}>${typeof one === 'string' && one.includes(' ') ? slot(one) : one}</${name}>`).join('');
  });
  return `<Constraint${kind}><Weight_Percentage>${weight}</Weight_Percentage>${inner.join('')}<Active>true</Active></Constraint${kind}>`;
}

const slot = (text: string): string => {
  const [day = '', hour = ''] = text.split(' ');
  return `<Day>${day}</Day><Hour>${hour}</Hour>`;
};

/** Places of lessons 1, 2, 3… as “Mo 1 R1”, with the real rooms of a virtual one after it; “-” leaves one out. */
export function placeLessons(school: FetSchool, places: readonly string[]): FetTimetable {
  return new Map(
    places.flatMap((text, index): [number, FetPlace][] => {
      const [day = '', hour = '', room = '', ...realRooms] = text.split(' ');
      return text === '-' ? [] : [[index + 1, { day: school.days.indexOf(day), hour: school.hours.indexOf(hour), room, realRooms }]];
    }),
  );
}
