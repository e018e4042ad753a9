import { expect, test } from 'vitest';
import { readFetSchool } from './file/read-school.ts';
import { readOwnTimetable } from './file/read-timetable.ts';
import type { FetTimetable } from './file/school.ts';
import { writeSchool } from './testing/school.ts';
import { writeFetTimetable } from './write-timetable.ts';

const timetable: FetTimetable = new Map([
  [2, { day: 1, hour: 3, room: 'VR', realRooms: ['R1', 'R2'] }],
  [1, { day: 0, hour: 0, room: '', realRooms: [] }],
]);

test('a timetable put into a file is read from it again, and the school stays as it was', () => {
  const source = writeSchool({ lessons: [{}, {}] });
  const school = readFetSchool(source);
  const written = readFetSchool(writeFetTimetable(source, school, timetable));
  expect(readOwnTimetable(written)).toEqual(timetable);
  expect(written.activities).toEqual(school.activities);
  expect(written.constraints.length).toBe(school.constraints.length + 3);
});

test('an empty timetable changes nothing; a file without lists of constraints is refused', () => {
  const source = writeSchool({ lessons: [{}, {}] });
  const school = readFetSchool(source);
  expect(writeFetTimetable(source, school, new Map())).toBe(source);
  expect(() => writeFetTimetable('<fet></fet>', school, timetable)).toThrow('the file has no </Time_Constraints_List>');
});
