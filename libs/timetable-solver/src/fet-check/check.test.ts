import { describe, expect, test } from 'vitest';
import { constraint, placeLessons, readSchoolText, type SchoolText } from '../formats/fet/testing/school.ts';
import { checkFetTimetable } from './index.ts';

/** Total amount found for one kind of constraint. */
function judge(kind: string, text: SchoolText, places: readonly string[]): number {
  const school = readSchoolText(text);
  const { broken, soft, unknown } = checkFetTimetable(school, placeLessons(school, places));
  expect([...unknown]).toEqual([]);
  return [...broken, ...soft].filter((finding) => finding.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
}

type Fields = Parameters<typeof constraint>[1];

/** A kind, its fields, where three lessons stand, how often it is broken, and what differs from lessons of A and 7A. */
type Case = readonly [kind: string, fields: Fields, places: string, broken: number, lessons?: SchoolText['lessons'], more?: SchoolText];

const A = { Teacher_Name: 'A' };
const LAB = [{ tags: ['lab'] }, { tags: ['lab'] }, {}];
const ART = [{ subject: 'Art' }, {}, {}];
const PERIODS: SchoolText = { mode: 'Terms', days: ['Mo', 'Tu', 'We', 'Th'] };
const HALVES: SchoolText = { mode: 'Mornings_Afternoons', days: ['Mo', 'Mo2', 'Tu', 'Tu2'] };

const CASES: readonly Case[] = [
  ['TeacherNotAvailableTimes', { Teacher: 'A', Not_Available_Time: ['Mo 1', 'Mo 2'] }, 'Mo 1, Mo 2, Tu 1', 2],
  ['StudentsSetNotAvailableTimes', { Students: '7', Not_Available_Time: ['Mo 1'] }, 'Mo 1, Mo 2, Tu 1', 1],
  ['BreakTimes', { Break_Time: ['Mo 3'] }, 'Mo 3, Mo 2, Tu 1', 1],
  ['TeacherMaxDaysPerWeek', { ...A, Max_Days_Per_Week: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['TeachersMaxDaysPerWeek', { Max_Days_Per_Week: 1 }, 'Mo 1, Mo 2, Mo 3', 0],
  ['TeacherMinDaysPerWeek', { ...A, Minimum_Days_Per_Week: 2 }, 'Mo 1, Mo 2, Mo 3', 1],
  ['TeacherIntervalMaxDaysPerWeek', { ...A, Interval_Start_Hour: '3', Interval_End_Hour: '', Max_Days_Per_Week: 0 }, 'Mo 1, Mo 4, Tu 3', 2],
  ['TeacherMaxGapsPerWeek', { ...A, Max_Gaps: 1 }, 'Mo 1, Mo 4, Tu 1', 1],
  ['TeacherMaxGapsPerDay', { ...A, Max_Gaps: 0 }, 'Mo 1, Mo 3, Tu 1', 1],
  ['StudentsMaxGapsPerWeek', { Max_Gaps: 0 }, 'Mo 1, Mo 4, Tu 1', 2],
  ['StudentsSetMaxGapsPerWeek', { Students: '7B', Max_Gaps: 0 }, 'Mo 1, Mo 4, Tu 1', 0],
  ['TeacherMaxHoursDaily', { ...A, Maximum_Hours_Daily: 1 }, 'Mo 1, Mo 2, Mo 3', 1],
  ['StudentsSetMinHoursDaily', { Students: '7A', Minimum_Hours_Daily: 2, Allow_Empty_Days: 'false' }, 'Mo 1, Mo 2, Mo 3', 2],
  ['StudentsSetMinHoursDaily', { Students: '7A', Minimum_Hours_Daily: 2, Allow_Empty_Days: 'true' }, 'Mo 1, Mo 2, Tu 3', 1],
  ['TeacherMaxHoursContinuously', { ...A, Maximum_Hours_Continuously: 2 }, 'Mo 1, Mo 2, Mo 3', 1],
  ['TeacherActivityTagMaxHoursDaily', { ...A, Activity_Tag_Name: 'lab', Maximum_Hours_Daily: 1 }, 'Mo 1, Mo 2, Mo 3', 1, LAB],
  ['StudentsActivityTagMaxHoursContinuously', { Activity_Tag: 'lab', Maximum_Hours_Continuously: 1 }, 'Mo 1, Mo 3, Mo 2', 0, LAB],
  ['TeacherMaxSpanPerDay', { ...A, Max_Span: 2, Allow_One_Day_Exception_of_Plus_One: 'false' }, 'Mo 1, Mo 3, Tu 1', 1],
  ['TeacherMaxSpanPerDay', { ...A, Max_Span: 2, Allow_One_Day_Exception_of_Plus_One: 'true' }, 'Mo 1, Mo 3, Tu 1', 0],
  ['TeacherMinRestingHours', { ...A, Minimum_Resting_Hours: 2, Circular: 'false' }, 'Mo 4, Tu 2, Tu 3', 1],
  ['StudentsEarlyMaxBeginningsAtSecondHour', { Max_Beginnings_At_Second_Hour: 0 }, 'Mo 2, Mo 3, Tu 3', 2],
  ['StudentsMinGapsBetweenOrderedPairOfActivityTags', { First_Activity_Tag: 'lab', Second_Activity_Tag: 'talk', MinGaps: 1 }, 'Mo 1, Mo 2, Tu 1', 1, [{ tags: ['lab'] }, { tags: ['talk'] }, {}]],
  ['MinDaysBetweenActivities', { Consecutive_If_Same_Day: 'true', Activity_Id: [1, 2, 3], MinDays: 1 }, 'Mo 1, Mo 3, Tu 1', 2],
  ['MinDaysBetweenActivities', { Consecutive_If_Same_Day: 'true', Activity_Id: [1, 2], MinDays: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['MaxDaysBetweenActivities', { Activity_Id: [1, 3], MaxDays: 0 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['MinGapsBetweenActivities', { Activity_Id: [1, 2], MinGaps: 2 }, 'Mo 1, Mo 3, Tu 1', 1],
  ['ActivitiesSameStartingTime', { Activity_Id: [1, 2] }, 'Mo 1, Mo 2, Tu 1', 1],
  ['ActivitiesSameStartingDay', { Activity_Id: [1, 2] }, 'Mo 1, Mo 2, Tu 1', 0],
  ['ActivitiesSameStartingHour', { Activity_Id: [1, 3] }, 'Mo 1, Mo 2, Tu 1', 0],
  ['ActivitiesNotOverlapping', { Activity_Id: [1, 2] }, 'Mo 1, Mo 1, Tu 1', 1],
  ['ActivityTagsNotOverlapping', { Activity_Tag: ['lab', 'talk'] }, 'Mo 1, Mo 1, Mo 1', 2, [{ tags: ['lab'] }, { tags: ['lab'] }, { tags: ['talk'] }]],
  ['TwoActivitiesConsecutive', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 2, Mo 1, Tu 1', 1],
  ['TwoActivitiesGrouped', { First_Activity_Id: 1, Second_Activity_Id: 2 }, 'Mo 2, Mo 1, Tu 1', 0],
  ['ThreeActivitiesGrouped', { First_Activity_Id: 1, Second_Activity_Id: 2, Third_Activity_Id: 3 }, 'Mo 3, Mo 1, Mo 4', 1],
  ['TwoActivitiesOrdered', { First_Activity_Id: 3, Second_Activity_Id: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['TwoActivitiesOrderedIfSameDay', { First_Activity_Id: 3, Second_Activity_Id: 1 }, 'Mo 1, Mo 2, Tu 1', 0],
  ['ActivitiesMaxSimultaneousInSelectedTimeSlots', { Activity_Id: [1, 2, 3], Selected_Time_Slot: ['Mo 1'], Max_Number_of_Simultaneous_Activities: 1 }, 'Mo 1, Mo 1, Mo 1', 2],
  ['ActivitiesMinSimultaneousInSelectedTimeSlots', { Activity_Id: [1, 2], Selected_Time_Slot: ['Mo 1', 'Mo 2'], Min_Number_of_Simultaneous_Activities: 2, Allow_Empty_Slots: 'true' }, 'Mo 1, Tu 1, Mo 2', 1],
  ['ActivitiesOccupyMaxTimeSlotsFromSelection', { Activity_Id: [1, 2], Selected_Time_Slot: ['Mo 1', 'Mo 2'], Max_Number_of_Occupied_Time_Slots: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['ActivitiesOccupyMinTimeSlotsFromSelection', { Activity_Id: [1, 2], Selected_Time_Slot: ['Mo 1', 'Mo 2'], Min_Number_of_Occupied_Time_Slots: 2 }, 'Mo 1, Tu 2, Mo 2', 1],
  ['MaxTotalActivitiesFromSetInSelectedTimeSlots', { Activity_Id: [1, 2, 3], Selected_Time_Slot: ['Mo 1', 'Mo 2'], Max_Total_Number_of_Activities: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['ActivitiesOccupyMaxTerms', { Activity_Id: [1, 2, 3], Max_Number_of_Occupied_Terms: 1 }, 'Mo 1, Tu 1, We 1', 1, undefined, PERIODS],
  ['ActivitiesMaxInATerm', { Activity_Id: [1, 2, 3], Max_Number_of_Activities_in_A_Term: 1 }, 'Mo 1, Tu 1, We 1', 1, undefined, PERIODS],
  ['ActivityPreferredStartingTime', { Activity_Id: 1, Preferred_Day: 'Mo', Preferred_Hour: '2' }, 'Mo 1, Mo 3, Tu 1', 1],
  ['ActivityPreferredDay', { Activity_Id: 1, Preferred_Day: 'Mo' }, 'Tu 1, Mo 3, Mo 1', 1],
  ['ActivityPreferredStartingTimes', { Activity_Id: 1, Preferred_Starting_Time: ['Mo 1', 'Mo 2'] }, 'Mo 3, Mo 1, Tu 1', 1],
  ['ActivitiesPreferredStartingTimes', { ...A, Students_Name: '', Subject_Name: 'Maths', Activity_Tag_Name: '', Preferred_Starting_Time: ['Mo 1'] }, 'Mo 2, Mo 1, Tu 1', 1, ART],
  ['SubactivitiesPreferredStartingTimes', { Component_Number: 2, Teacher_Name: '', Students_Name: '7', Subject_Name: '', Activity_Tag_Name: '', Preferred_Starting_Time: ['Mo 1'] }, 'Mo 1, Mo 2, Tu 1', 1, [{ group: 1 }, { group: 1 }, {}]],
  ['ActivitiesPreferredTimeSlots', { Teacher_Name: '', Students_Name: '', Subject_Name: 'Art', Activity_Tag_Name: '', Preferred_Time_Slot: ['Mo 1'] }, 'Mo 1, Mo 3, Tu 1', 1, [{ subject: 'Art', duration: 2 }, {}, {}]],
  ['ActivityEndsStudentsDay', { Activity_Id: 1 }, 'Mo 1, Mo 2, Tu 1', 1],
  ['ActivitiesEndStudentsDay', { Teacher_Name: '', Students_Name: '', Subject_Name: 'Art', Activity_Tag_Name: '' }, 'Mo 3, Mo 2, Tu 1', 0, ART],
  ['StudentsMinHoursPerMorning', { Minimum_Hours_Per_Morning: 2, Allow_Empty_Mornings: 'true' }, 'Mo 1, Tu 1, Tu 2', 1, undefined, HALVES],
  ['StudentsMaxAfternoonsPerWeek', { Max_Afternoons_Per_Week: 0 }, 'Mo 1, Mo2 1, Tu 2', 1, undefined, HALVES],
  ['TeacherMaxHoursDailyRealDays', { ...A, Maximum_Hours_Daily: 1 }, 'Mo 1, Mo2 1, Tu 2', 1, undefined, HALVES],
  ['TeacherMaxGapsPerRealDay', { ...A, Max_Gaps: 0 }, 'Mo 1, Mo 3, Mo2 2', 1, undefined, HALVES],
  ['TeachersMaxZeroGapsPerAfternoon', {}, 'Mo 1, Mo 3, Tu2 1', 0, undefined, HALVES],
  ['TeachersMaxZeroGapsPerAfternoon', {}, 'Mo2 1, Mo2 4, Tu2 1', 2, undefined, HALVES],
  ['TeacherMaxTwoActivityTagsPerDayFromN1N2N3', A, 'Mo 1, Mo 3, Mo 2', 1, [{ tags: ['N1'] }, { tags: ['N2'] }, { tags: ['N3'] }], HALVES],
  ['TeacherMaxRealDaysPerWeek', { ...A, Max_Days_Per_Week: 1 }, 'Mo 1, Mo2 3, Mo 2', 0, undefined, HALVES],
  ['TeachersMinRestingHoursBetweenMorningAndAfternoon', { Minimum_Resting_Hours: 1 }, 'Mo 4, Mo2 1, Tu 2', 1, undefined, HALVES],
  ['TeachersMaxThreeConsecutiveDays', { Allow_Afternoon_Morning_Afternoon_Morning_Exception: 'false' }, 'Mo 4, Mo2 1, Tu 2, Tu2 1', 1, [{}, {}, {}, {}], HALVES],
];

describe('constraints of time', () => {
  for (const [kind, fields, places, amount, lessons, more] of CASES) {
    test(`${kind} ${JSON.stringify(fields)} at ${places}: ${amount}`, () => {
      const text: SchoolText = { ...more, ...(lessons === undefined ? {} : { lessons }), time: constraint(kind, fields) };
      expect(judge(kind, text, places.split(', '))).toBe(amount);
    });
  }
});

const SPACE_CASES: readonly Case[] = [
  ['ActivityPreferredRoom', { Activity_Id: 1, Room: 'R1' }, 'Mo 1 R2, Mo 2 R1, Tu 1 R1', 1],
  ['ActivityPreferredRooms', { Activity_Id: 1, Preferred_Room: ['R1', 'R2'] }, 'Mo 1 R2, Mo 2, Tu 1', 0],
  ['SubjectPreferredRoom', { Subject: 'Maths', Room: 'R1' }, 'Mo 1 R2, Mo 2 R1, Tu 1', 1, ART],
  ['ActivityTagPreferredRooms', { Activity_Tag: 'lab', Preferred_Room: ['R1'] }, 'Mo 1 R2, Mo 2 R1, Tu 1', 1, LAB],
  ['SubjectActivityTagPreferredRoom', { Subject: 'Maths', Activity_Tag: 'lab', Room: 'R1' }, 'Mo 1 R2, Mo 2 R2, Tu 1', 2, LAB],
  ['StudentsSetHomeRoom', { Students: '7A', Room: 'R1' }, 'Mo 1 R2, Mo 2 R1, Tu 1 R1', 1],
  ['TeacherHomeRooms', { Teacher: 'A', Preferred_Room: ['R1'] }, 'Mo 1 R2, Mo 2 R1, Tu 1 R1', 0, [{ teachers: ['A', 'B'] }, {}, {}]],
  ['RoomNotAvailableTimes', { Room: 'R1', Not_Available_Time: ['Mo 1'] }, 'Mo 1 VR R1 R2, Mo 2 R1, Tu 1', 1],
  ['TeacherRoomNotAvailableTimes', { Teacher: 'B', Room: 'R1', Not_Available_Time: ['Mo 1'] }, 'Mo 1 R1, Mo 2 R1, Tu 1', 0],
  ['ActivitiesOccupyMaxDifferentRooms', { Activity_Id: [1, 2, 3], Max_Number_of_Different_Rooms: 1 }, 'Mo 1 R1, Mo 2 R2, Tu 1 R1', 1],
  ['ActivitiesSameRoomIfConsecutive', { Activity_Id: [1, 2] }, 'Mo 1 R1, Mo 2 R2, Tu 1 R1', 1],
  ['TeacherMaxBuildingChangesPerDay', { Teacher: 'A', Max_Building_Changes_Per_Day: 1 }, 'Mo 1 R1, Mo 2 R2, Mo 3 R1', 1],
  ['TeachersMaxBuildingChangesPerWeek', { Max_Building_Changes_Per_Week: 1 }, 'Mo 1 R1, Mo 2 R2, Tu 3 R1', 0],
  ['StudentsMinGapsBetweenBuildingChanges', { Min_Gaps_Between_Building_Changes: 1 }, 'Mo 1 R1, Mo 2 R2, Tu 3 R1', 1],
  ['TeacherMaxRoomChangesPerDay', { Teacher: 'A', Max_Room_Changes_Per_Day: 0 }, 'Mo 1 R1, Mo 2 R2, Tu 3 R1', 1],
];

describe('constraints of space', () => {
  for (const [kind, fields, places, amount, lessons] of SPACE_CASES) {
    test(`${kind} ${JSON.stringify(fields)} at ${places}: ${amount}`, () => {
      const text: SchoolText = { ...(lessons === undefined ? {} : { lessons }), space: constraint(kind, fields) };
      expect(judge(kind, text, places.split(', '))).toBe(amount);
    });
  }
});

describe('what always holds', () => {
  test('a teacher, a class or a room at two lessons at once, a lesson without a time or past the end of the day', () => {
    expect(judge('BasicCompulsoryTime', {}, ['Mo 1', 'Mo 1', 'Tu 1'])).toBe(2);
    expect(judge('BasicCompulsoryTime', { lessons: [{}, { teachers: ['B'], students: ['7'] }] }, ['Mo 1', 'Mo 1'])).toBe(1);
    expect(judge('BasicCompulsoryTime', {}, ['Mo 1', '-', 'Tu 1'])).toBe(1);
    expect(judge('BasicCompulsoryTime', { lessons: [{ duration: 2 }] }, ['Mo 4'])).toBe(1);
    expect(judge('BasicCompulsorySpace', { lessons: [{}, { teachers: ['B'], students: ['7B'] }] }, ['Mo 1 R1', 'Mo 1 R1'])).toBe(1);
  });

  test('a virtual room takes its real ones; a room too small or unknown is refused', () => {
    const lessons = [{}, { teachers: ['B'], students: ['7B'] }];
    expect(judge('BasicCompulsorySpace', { lessons }, ['Mo 1 VR R1 R2', 'Mo 1 R1'])).toBe(1);
    expect(judge('BasicCompulsorySpace', { lessons }, ['Mo 1 VR R2 R1', 'Mo 2 R1'])).toBe(0);
    expect(judge('BasicCompulsorySpace', { lessons }, ['Mo 1 VR R1', 'Mo 2 R1'])).toBe(1);
    expect(judge('BasicCompulsorySpace', { lessons }, ['Mo 1 R2', 'Mo 2 R1'])).toBe(1);
    expect(judge('BasicCompulsorySpace', { lessons }, ['Mo 1 R9', 'Mo 2 R1'])).toBe(1);
  });

  test('a teacher of mornings or afternoons alone has not both on a day', () => {
    expect(judge('BasicCompulsoryTime', HALVES, ['Mo 1', 'Mo2 1', 'Tu 1'])).toBe(1);
  });
});

test('what is wished for is counted apart, as FET counts it, and an unknown constraint is told', () => {
  const time = constraint('TeacherMaxGapsPerWeek', { Teacher_Name: 'A', Max_Gaps: 0 }, 50) + constraint('TeacherWearsAHat', { Teacher_Name: 'A' });
  const school = readSchoolText({ time });
  const report = checkFetTimetable(school, placeLessons(school, ['Mo 1', 'Mo 4', 'Tu 1']));
  expect(report).toMatchObject({ activities: 3, placed: 3, broken: [], softConflicts: 1 });
  expect(report.soft).toEqual([{ kind: 'TeacherMaxGapsPerWeek', weight: 50, line: expect.any(Number), amount: 2, text: 'A has 2 gaps in the week, at most 0 allowed' }]);
  expect([...report.unknown]).toEqual([['TeacherWearsAHat', 1]]);
});

test('a limit that is missing is refused: it would let everything pass', () => {
  const school = readSchoolText({ time: constraint('TeachersMaxGapsPerWeek', {}) });
  expect(() => checkFetTimetable(school, placeLessons(school, ['Mo 1', 'Mo 4', 'Tu 1']))).toThrow('<ConstraintTeachersMaxGapsPerWeek>: <Max_Gaps> should be a number');
});
