import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../evaluate/index.ts';
import { readFetSchool } from '../file/read-school.ts';
import { constraint, placeLessons, readSchoolText, writeSchool, type SchoolText } from '../testing/school.ts';
import { convertFetSchool } from './to-instance.ts';

/** Infeasibility and objective of three lessons at these places, as the model has them. */
function judge(text: SchoolText, places: string): { infeasibility: number; objective: number } {
  const school = readSchoolText(text);
  const { instance, toSolution, untold } = convertFetSchool(school);
  expect(untold).toEqual([]);
  const { infeasibility, objective } = evaluate(instance, toSolution(placeLessons(school, places.split(', '))));
  return { infeasibility, objective };
}

const before = (first: number, second: number): string => constraint('TwoActivitiesOrdered', { First_Activity_Id: first, Second_Activity_Id: second });

const RIGHT = { infeasibility: 0, objective: 0 };

/** A FET constraint, places that keep it and places that break it; lessons are of A, Maths, 7A, one hour. */
const CASES: readonly (readonly [kind: string, fields: Parameters<typeof constraint>[1], right: string, wrong: string, more?: SchoolText])[] = [
  ['MinDaysBetweenActivities', { Activity_Id: [1, 2], MinDays: 1 }, 'Mo 1, Tu 1, Tu 2', 'Mo 1, Mo 2, Tu 2'],
  ['MaxDaysBetweenActivities', { Activity_Id: [1, 2], MaxDays: 0 }, 'Mo 1, Mo 2, Tu 2', 'Mo 1, Tu 1, Tu 2'],
  ['MinGapsBetweenActivities', { Activity_Id: [1, 2], MinGaps: 1 }, 'Mo 1, Mo 3, Tu 1', 'Mo 1, Mo 2, Tu 2'],
  ['TwoActivitiesConsecutive', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 1, Mo 2, Tu 2', 'Mo 2, Mo 1, Tu 2'],
  ['TwoActivitiesConsecutive', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 1, Mo 2, Tu 2', 'Mo 4, Tu 1, Tu 2'],
  ['TwoActivitiesGrouped', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 2, Mo 1, Tu 2', 'Mo 1, Mo 3, Tu 2'],
  ['TwoActivitiesOrdered', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 1, Mo 3, Tu 2', 'Tu 1, Mo 3, Tu 2'],
  ['ActivitiesSameStartingDay', { Activity_Id: [1, 2] }, 'Mo 1, Mo 3, Tu 2', 'Mo 1, Tu 3, Tu 2'],
  ['ActivitiesSameStartingHour', { Activity_Id: [1, 2] }, 'Mo 1, Tu 1, Tu 2', 'Mo 1, Tu 3, Tu 2'],
  ['ActivitiesMaxInATerm', { Activity_Id: [1, 2, 3], Max_Number_of_Activities_in_A_Term: 2 }, 'Mo 1, Tu 1, We 1', 'Mo 1, Tu 1, Tu 2', { mode: 'Terms', days: ['Mo', 'Tu', 'We', 'Th'] }],
  ['ActivitiesOccupyMaxTerms', { Activity_Id: [1, 2, 3], Max_Number_of_Occupied_Terms: 1 }, 'Mo 1, Tu 1, Tu 2', 'Mo 1, Tu 1, We 1', { mode: 'Terms', days: ['Mo', 'Tu', 'We', 'Th'] }],
  ['ActivitiesOccupyMaxTimeSlotsFromSelection', { Activity_Id: [1, 2], Selected_Time_Slot: ['Mo 1', 'Mo 2'], Max_Number_of_Occupied_Time_Slots: 1 }, 'Mo 1, Tu 1, Mo 2', 'Mo 1, Mo 2, Tu 1'],
  ['ActivityPreferredStartingTime', { Activity_Id: 1, Preferred_Day: 'Mo', Preferred_Hour: '' }, 'Mo 3, Tu 1, Mo 2', 'Tu 3, Tu 1, Mo 2'],
  ['ActivitiesPreferredTimeSlots', { Subject_Name: 'Maths', Preferred_Time_Slot: ['Mo 1', 'Mo 2', 'Mo 3'] }, 'Mo 1, Mo 2, Mo 3', 'Mo 1, Mo 2, Tu 1'],
  ['ActivityEndsStudentsDay', { Activity_Id: 1 }, 'Mo 2, Mo 1, Tu 1', 'Mo 1, Mo 2, Tu 1'],
  ['TeacherMaxDaysPerWeek', { Teacher_Name: 'A', Max_Days_Per_Week: 1 }, 'Mo 2, Mo 1, Mo 4', 'Mo 1, Mo 2, Tu 1'],
  ['TeacherMaxGapsPerWeek', { Teacher_Name: 'A', Max_Gaps: 0 }, 'Mo 2, Mo 1, Tu 4', 'Mo 1, Mo 3, Tu 1'],
  ['StudentsMaxGapsPerDay', { Max_Gaps: 1 }, 'Mo 1, Mo 3, Tu 4', 'Mo 1, Mo 4, Tu 1'],
  ['StudentsSetMaxHoursDaily', { Students: '7', Maximum_Hours_Daily: 2 }, 'Mo 1, Mo 3, Tu 4', 'Mo 1, Mo 4, Mo 2'],
  ['TeachersMinHoursDaily', { Minimum_Hours_Daily: 2 }, 'Mo 1, Mo 3, Mo 4', 'Mo 1, Mo 4, Tu 2'],
  ['TeachersMaxHoursContinuously', { Maximum_Hours_Continuously: 2 }, 'Mo 1, Mo 2, Mo 4', 'Mo 1, Mo 3, Mo 2'],
  ['TeacherActivityTagMaxHoursDaily', { Teacher_Name: 'A', Activity_Tag_Name: 'lab', Maximum_Hours_Daily: 1 }, 'Mo 1, Tu 2, Mo 3', 'Mo 1, Mo 2, Tu 3', { lessons: [{ tags: ['lab'] }, { tags: ['lab'] }, {}] }],
  ['StudentsSetEarlyMaxBeginningsAtSecondHour', { Students: '7A', Max_Beginnings_At_Second_Hour: 1 }, 'Mo 2, Mo 3, Tu 1', 'Mo 2, Mo 3, Tu 2'],
  ['StudentsEarlyMaxBeginningsAtSecondHour', { Max_Beginnings_At_Second_Hour: 2 }, 'Mo 2, Mo 3, Tu 2', 'Mo 1, Mo 2, Tu 3'],
  ['TeacherNotAvailableTimes', { Teacher: 'A', Not_Available_Time: ['Mo 1'] }, 'Mo 2, Mo 3, Tu 2', 'Mo 1, Mo 3, Tu 2'],
];

describe('constraints of time keep their meaning', () => {
  for (const [kind, fields, right, wrong, more] of CASES) {
    test(`${kind} ${JSON.stringify(fields)}`, () => {
      const text = { ...more, time: constraint(kind, fields) };
      expect(judge(text, right)).toEqual(RIGHT);
      expect(judge(text, wrong).infeasibility).toBeGreaterThan(0);
      const wished = judge({ ...more, time: constraint(kind, fields, 40) }, wrong);
      expect(wished.infeasibility).toBe(0);
      expect(wished.objective).toBeGreaterThanOrEqual(40);
    });
  }
});

test('a span of a day and a rest overnight', () => {
  const span = { time: constraint('TeachersMaxSpanPerDay', { Max_Span: 2 }) };
  expect(judge(span, 'Mo 1, Mo 2, Tu 4')).toEqual(RIGHT);
  expect(judge(span, 'Mo 1, Mo 3, Tu 2').infeasibility).toBeGreaterThan(0);
  const rest = { time: constraint('TeachersMinRestingHours', { Minimum_Resting_Hours: 2 }) };
  expect(judge(rest, 'Mo 1, Mo 2, Tu 1')).toEqual(RIGHT);
  expect(judge(rest, 'Mo 1, Mo 4, Tu 2').infeasibility).toBeGreaterThan(0);
});

test('what always holds: clashes, ends of days, breaks, lessons in one piece', () => {
  const lessons = [{ duration: 2 }, { teachers: ['B'], students: ['7'] }, { teachers: ['B'], students: ['7B'] }];
  expect(judge({ lessons }, 'Mo 3, Tu 1, Mo 1')).toEqual(RIGHT);
  expect(judge({ lessons }, 'Mo 4, Tu 1, Mo 1').infeasibility).toBeGreaterThan(0);
  expect(judge({ lessons }, 'Mo 1, Mo 2, Tu 1').infeasibility).toBe(1);
  const withBreak = { lessons, time: constraint('BreakTimes', { Break_Time: ['Mo 3'] }) };
  expect(judge(withBreak, 'Mo 1, Tu 1, Mo 4')).toEqual(RIGHT);
  expect(judge(withBreak, 'Mo 2, Tu 1, Mo 4').infeasibility).toBeGreaterThan(0);
});

test('a break is no gap and what stands around it is consecutive', () => {
  const time = constraint('BreakTimes', { Break_Time: ['Mo 2'] }) + constraint('TeachersMaxGapsPerWeek', { Max_Gaps: 0 }) + constraint('TwoActivitiesConsecutive', { First_Activity_Id: 1, Second_Activity_Id: 2 });
  expect(judge({ time }, 'Mo 1, Mo 3, Tu 1')).toEqual(RIGHT);
});

test('rooms: one of those wished, large enough, one lesson at a time, none where none is wished', () => {
  const space = constraint('SubjectPreferredRooms', { Subject: 'Maths', Preferred_Room: ['R1', 'R2'] }) + constraint('RoomNotAvailableTimes', { Room: 'R1', Not_Available_Time: ['Mo 1'] });
  const lessons = [{}, { teachers: ['B'], students: ['7B'], size: 10 }, { subject: 'Art' }];
  expect(judge({ lessons, space }, 'Mo 2 R1, Mo 2 R2, Mo 3')).toEqual(RIGHT);
  expect(judge({ lessons, space }, 'Mo 2 R1, Mo 2 R1, Mo 3').infeasibility).toBe(1);
  expect(judge({ lessons, space }, 'Mo 1 R1, Mo 2 R2, Mo 3').infeasibility).toBe(1);
  const school = readSchoolText({ lessons, space });
  const { instance, toSolution, toFetTimetable } = convertFetSchool(school);
  // 7A has 25 learners, R2 holds 20: only R1 is left, given beforehand.
  expect(instance.events[0]?.resources.find(({ role }) => role === 'Room')?.resource).toBeDefined();
  const timetable = placeLessons(school, ['Mo 2 R1', 'Mo 2 R2', 'Mo 3']);
  expect(toFetTimetable(toSolution(timetable))).toEqual(timetable);
});

test('home rooms are for lessons of which nothing else is said; a wish may be left at its cost', () => {
  const home = constraint('StudentsSetHomeRoom', { Students: '7A', Room: 'R1' });
  const text = { space: home + constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'VR' }) };
  expect(judge(text, 'Mo 2 VR R1 R2, Mo 3 R1, Tu 2 R1')).toEqual(RIGHT);
  expect(judge({ space: constraint('SubjectPreferredRoom', { Subject: 'Maths', Room: 'R1' }, 30) }, 'Mo 2, Mo 3 R1, Tu 2 R1')).toEqual({ infeasibility: 0, objective: 30 });
});

describe('lessons that must begin together', () => {
  const time = constraint('ActivitiesSameStartingTime', { Activity_Id: [1, 2] });
  const apart = [{}, { teachers: ['B'], students: ['7B'] }, {}];
  const space = constraint('ActivityPreferredRooms', { Activity_Id: 1, Preferred_Room: ['R1', 'VR'] }) + constraint('ActivityPreferredRoom', { Activity_Id: 2, Room: 'R2' });

  test('are one event of all their people and rooms, and each lesson again in FET’s terms', () => {
    const school = readSchoolText({ lessons: [{ size: 5 }, { teachers: ['B'], students: ['7B'], size: 5 }, {}], time, space });
    const { instance, toSolution, toFetTimetable } = convertFetSchool(school);
    expect(instance.events.map(({ id, name, resources }) => [id, name, resources.length])).toEqual([
      ['1+2', 'Maths 7A / Maths 7B', 6],
      ['3', 'Maths 7A', 2],
    ]);
    const timetable = placeLessons(school, ['Mo 2 R1', 'Mo 2 R2', 'Tu 1']);
    expect(evaluate(instance, toSolution(timetable)).infeasibility).toBe(0);
    expect(toFetTimetable(toSolution(timetable))).toEqual(timetable);
  });

  test('stay apart where they share people, last differently, are only wished together or are counted one by one', () => {
    const count = (text: SchoolText): number => convertFetSchool(readSchoolText(text)).instance.events.length;
    expect(count({ lessons: apart, time })).toBe(2);
    expect(count({ time })).toBe(3);
    expect(count({ lessons: [{ duration: 2 }, ...apart.slice(1)], time })).toBe(3);
    expect(count({ lessons: apart, time: constraint('ActivitiesSameStartingTime', { Activity_Id: [1, 2] }, 90) })).toBe(3);
    expect(count({ lessons: apart, time: time + constraint('ActivitiesMaxInATerm', { Activity_Id: [1, 2], Max_Number_of_Activities_in_A_Term: 1 }) })).toBe(3);
    expect(count({ lessons: apart, time: time + before(1, 2) })).toBe(3);
  });
});

test('a day longer than wished counts once, however long it is', () => {
  const time = constraint('TeacherMaxHoursDaily', { Teacher_Name: 'A', Maximum_Hours_Daily: 1 }, 50);
  expect(judge({ time }, 'Mo 1, Mo 2, Mo 3')).toEqual({ infeasibility: 0, objective: 50 });
  expect(judge({ lessons: [{}, {}, {}, {}], time }, 'Mo 1, Mo 2, Tu 3, Tu 4')).toEqual({ infeasibility: 0, objective: 100 });
});

test('students who are never apart are one', () => {
  const { instance } = convertFetSchool(readSchoolText({ lessons: [{ students: ['7'] }] }));
  expect(instance.resources.filter(({ type }) => type === 1)).toHaveLength(1);
});

test('what the instance is stricter in than FET is listed as not required', () => {
  const untoldOf = (text: SchoolText): unknown[] => convertFetSchool(readSchoolText(text)).untold.map(({ kind, isRequired }) => [kind, isRequired]);
  const gaps = constraint('MinGapsBetweenActivities', { Activity_Id: [1, 2], MinGaps: 1 });
  expect(untoldOf({ lessons: [{ duration: 2 }, {}], time: gaps })).toEqual([['MinGapsBetweenActivities', false]]);
  const travel = constraint('TeachersMinGapsBetweenBuildingChanges', { Min_Gaps_Between_Building_Changes: 1 });
  expect(untoldOf({ time: constraint('BreakTimes', { Break_Time: ['Mo 3'] }), space: travel })).toEqual([['TeachersMinGapsBetweenBuildingChanges', false]]);
});

test('gaps between lessons of different lengths are those after the longest', () => {
  const school = readSchoolText({ lessons: [{ duration: 2 }, {}], time: constraint('MinGapsBetweenActivities', { Activity_Id: [1, 2], MinGaps: 1 }) });
  const { instance, toSolution } = convertFetSchool(school);
  const judged = (places: readonly string[]): number => evaluate(instance, toSolution(placeLessons(school, places))).infeasibility;
  expect([judged(['Mo 1', 'Mo 4']), judged(['Mo 1', 'Tu 1']), judged(['Mo 1', 'Mo 3']), judged(['Mo 2', 'Mo 1'])]).toEqual([0, 0, 1, 1]);
});

test('a teacher who may work morning and afternoon on one day does so on that she is least away', () => {
  const days = ['Mo am', 'Mo pm', 'Tu am', 'Tu pm'];
  const source = writeSchool({ mode: 'Mornings-Afternoons', days, lessons: [{}, {}, {}, {}] }).replace('>Exclusive<', '>One day exception<');
  const away = constraint('TeacherNotAvailableTimes', { Teacher: 'A' }).replace('<Active>', '<Not_Available_Time><Day>Mo am</Day><Hour>1</Hour></Not_Available_Time><Active>');
  const school = readFetSchool(source.replace('<Time_Constraints_List>', `<Time_Constraints_List>${away}`));
  const { instance, toSolution, untold } = convertFetSchool(school);
  expect(untold.map(({ isRequired }) => isRequired)).toEqual([false]);
  const placed = (...places: readonly [number, number][]): number => evaluate(instance, toSolution(new Map(places.map(([day, hour], index) => [index + 1, { day, hour, room: '', realRooms: [] }])))).infeasibility;
  expect(placed([0, 1], [2, 0], [3, 0], [0, 2])).toBe(0);
  expect(placed([0, 1], [1, 0], [2, 0], [2, 1])).toBe(1);
});

test('what the model has no rule for is listed with its number', () => {
  const tags = constraint('TeacherMaxTwoActivityTagsPerDayFromN1N2N3', { Teacher_Name: 'A' });
  const { untold } = convertFetSchool(readSchoolText({ time: tags + tags + constraint('TeachersMinRestingHours', { Minimum_Resting_Hours: 2 }, 50) }));
  expect(untold).toEqual([
    { kind: 'TeacherMaxTwoActivityTagsPerDayFromN1N2N3', count: 2, isRequired: true, why: 'the model has no rule for it' },
    { kind: 'TeachersMinRestingHours', count: 1, isRequired: false, why: 'a rest that is only wished for' },
  ]);
});

test('a limit that is missing is refused with its line', () => {
  const school = readSchoolText({ time: constraint('TeachersMaxGapsPerWeek', {}) });
  expect(() => convertFetSchool(school)).toThrow(/line \d+, <ConstraintTeachersMaxGapsPerWeek>: <Max_Gaps> should be a number/);
});
