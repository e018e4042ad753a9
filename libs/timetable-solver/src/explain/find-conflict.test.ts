import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import { convertFetSchool } from '../formats/fet/index.ts';
import { constraint, placeLessons, readSchoolText, type SchoolText } from '../formats/fet/testing/school.ts';
import { findConflict, sayExplanation, type ConflictReport } from './index.ts';

const explain = (text: SchoolText): Promise<ConflictReport> => findConflict(convertFetSchool(readSchoolText(text)).instance);

async function say(text: SchoolText): Promise<string[]> {
  const report = await explain(text);
  return report.outcome === 'contradiction' ? report.members.map((one) => sayExplanation(one)).sort() : [report.outcome];
}

const before = (first: number, second: number): string => constraint('TwoActivitiesOrdered', { First_Activity_Id: first, Second_Activity_Id: second });
const hours = Array.from({ length: 4 }, (_, hour) => hour + 1);
const AWAY = (teacher: string, days: readonly string[]): string =>
  constraint('TeacherNotAvailableTimes', { Teacher: teacher, Not_Available_Time: days.flatMap((day) => hours.map((hour) => `${day} ${hour}`)) });

describe('a small set of rules and lessons that contradict each other', () => {
  test('rules that go round in a circle, and nothing else', async () => {
    const lessons = [{}, { teachers: ['B'], students: ['7B'] }, { subject: 'Art', students: ['7B'] }, {}];
    expect(await say({ lessons, time: before(1, 2) + before(2, 3) + before(3, 1) + before(1, 4) })).toEqual([
      'Art 7B is to have a time',
      'Maths 7A is to have a time',
      'Maths 7B is to have a time',
      'TwoActivitiesOrdered: Art 7B after Maths 7B',
      'TwoActivitiesOrdered: Maths 7A after Art 7B',
      'TwoActivitiesOrdered: Maths 7B after Maths 7A',
    ]);
  });

  test('a free day, a day each and three lessons', async () => {
    const time = AWAY('A', ['Tu']) + constraint('MinDaysBetweenActivities', { Activity_Id: [1, 2], MinDays: 1 });
    expect(await say({ time })).toEqual([
      'Maths 7A is to have a time',
      'Maths 7A is to have a time',
      'MinDaysBetweenActivities: Maths 7A, Maths 7A (at most 1)',
      'TeacherNotAvailableTimes: A',
    ]);
  });

  test('people in two lessons of a band', async () => {
    const lessons = [{ teachers: ['A'] }, { teachers: ['A'], students: ['7B'] }];
    // Either of the two lessons alone brings the other with it.
    expect(await say({ time: constraint('ActivitiesSameStartingTime', { Activity_Id: [1, 2] }), lessons })).toEqual([
      'ActivitiesSameStartingTime: Maths 7A, Maths 7B',
      'Maths 7B is to have a time',
      'nobody is at two lessons: A',
    ]);
  });

  test('no gaps, days that begin at their first time and a lesson wanted late', async () => {
    const time =
      constraint('StudentsMaxGapsPerWeek', { Max_Gaps: 0 }) +
      constraint('StudentsEarlyMaxBeginningsAtSecondHour', { Max_Beginnings_At_Second_Hour: 0 }) +
      constraint('ActivityPreferredStartingTime', { Activity_Id: 1, Preferred_Day: 'Mo', Preferred_Hour: '4' });
    expect(await say({ time })).toEqual([
      'ActivityPreferredStartingTime: Maths 7A',
      'Maths 7A is to have a time',
      'StudentsEarlyMaxBeginningsAtSecondHour: 7A (at most 0)',
      'StudentsMaxGapsPerWeek: 7A (at most 0)',
    ]);
  });

  test('rooms of a kind that go to as many lessons at a time as there are', async () => {
    const lessons = [{ size: 1 }, { teachers: ['B'], students: ['7B'], size: 1 }, { teachers: [], students: [], size: 1 }];
    const time = constraint('ActivitiesSameStartingTime', { Activity_Id: [1, 2, 3] });
    const space = constraint('SubjectPreferredRooms', { Subject: 'Maths', Preferred_Room: ['R1', 'R2'] });
    // The band is one event of three rooms.
    expect(await say({ lessons, time, space })).toEqual(['2 rooms at a time: R1, R2', 'Maths 7A / Maths 7B / Maths is to have a time']);
  });
});

test('where a timetable keeps every required rule no contradiction is found', { timeout: 60_000 }, async () => {
  const kinds = (limit: number): string[] => [
    constraint('TeachersMaxDaysPerWeek', { Max_Days_Per_Week: limit }),
    constraint('StudentsMaxGapsPerWeek', { Max_Gaps: limit - 1 }),
    constraint('TeachersMinHoursDaily', { Minimum_Hours_Daily: limit }),
    constraint('StudentsEarlyMaxBeginningsAtSecondHour', { Max_Beginnings_At_Second_Hour: limit - 1 }),
    constraint('TeachersMaxHoursContinuously', { Maximum_Hours_Continuously: limit }),
    constraint('MinDaysBetweenActivities', { Activity_Id: [1, 2], MinDays: 1 }),
    constraint('TwoActivitiesGrouped', { First_Activity_Id: 3, Second_Activity_Id: 4 }),
    constraint('ActivityEndsStudentsDay', { Activity_Id: 4 }),
    before(2, 4),
    constraint('ActivitiesSameStartingTime', { Activity_Id: [2, 5] }),
  ];
  const lessons = [{}, { duration: 2 }, { teachers: ['B'] }, { students: ['7'], teachers: ['B'] }, { teachers: ['B'], students: ['7B'], duration: 2 }];
  const [place, chosen] = [fc.constantFrom(...['Mo', 'Tu'].flatMap((day) => hours.map((hour) => `${day} ${hour}`))), fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])];
  let [kept, refuted] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 5, maxLength: 5 }), chosen, fc.integer({ min: 1, max: 2 }), async (places, indices, limit) => {
      const school = readSchoolText({ lessons, time: indices.map((index) => kinds(limit)[index] ?? '').join('') });
      const { instance, toSolution } = convertFetSchool(school);
      const isRight = evaluate(instance, toSolution(placeLessons(school, places))).infeasibility === 0;
      const { outcome } = await findConflict(instance);
      if (isRight) kept += 1;
      if (outcome === 'contradiction') refuted += 1;
      expect(isRight && outcome === 'contradiction').toBe(false);
    }),
    { numRuns: 150, seed: 7 },
  );
  // Both happen, or nothing was tried.
  expect(kept).toBeGreaterThan(2);
  expect(refuted).toBeGreaterThan(2);
});
