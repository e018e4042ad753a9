import { describe, expect, test } from 'vitest';
import { XmlError } from '../../xml/index.ts';
import { constraint, readSchoolText, writeSchool } from '../testing/school.ts';
import { readFetSchool } from './read-school.ts';
import { selectActivities } from './selection.ts';

test('a school as its file tells it', () => {
  const school = readSchoolText({ lessons: [{ teachers: ['A', 'B'], students: ['7'], tags: ['lab'], duration: 2 }] });
  expect(school).toMatchObject({ mode: 'official', days: ['Mo', 'Tu'], hours: ['1', '2', '3', '4'], daysPerTerm: 2, subgroups: ['7A', '7B'] });
  expect(school.students.get('7')).toEqual({ name: '7', size: 50, level: 'year', subgroups: [0, 1] });
  expect(school.activities).toEqual([{ id: 1, group: 0, teachers: ['A', 'B'], subject: 'Maths', tags: ['lab'], students: ['7'], duration: 2, totalDuration: 2, size: 50 }]);
  expect(school.rooms.get('VR')?.realRoomSets).toEqual([['R1'], ['R2']]);
});

test('what is switched off is not there', () => {
  const text = writeSchool({ time: constraint('TeachersMaxGapsPerWeek', { Max_Gaps: 1 }).replace('<Active>true', '<Active>false') }).replace('<Id>2</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true', '<Id>2</Id><Activity_Group_Id>0</Activity_Group_Id><Active>false');
  const school = readFetSchool(text);
  expect(school.activities.map(({ id }) => id)).toEqual([1, 3]);
  expect([...school.inactive]).toEqual([2]);
  expect(school.constraints.map(({ kind }) => kind)).toEqual(['BasicCompulsoryTime', 'BasicCompulsorySpace']);
});

describe('modes', () => {
  const withoutMode = (version: string): ReturnType<typeof readFetSchool> =>
    readFetSchool(writeSchool({ time: constraint('TeacherMaxDaysPerWeek', { Teacher_Name: 'A', Max_Days_Per_Week: 1 }) }).replace('<Mode>Official</Mode>', '').replace('6.8.5', version));

  test('programs before FET 6 signed their version', () => {
    expect(withoutMode('5.41.0').mode).toBe('official');
    expect(withoutMode('5.42.2-mathmake').mode).toBe('terms');
    expect(withoutMode('5.44.2-bp').mode).toBe('block-planning');
  });

  test('the first ones with half days meant whole days by a day', () => {
    const { mode, constraints } = withoutMode('5.27.3-ma10');
    expect(mode).toBe('mornings-afternoons');
    expect(constraints.map(({ kind }) => kind)).toContain('TeacherMaxRealDaysPerWeek');
  });

  test('days that fall into no whole periods are refused', () => {
    const text = writeSchool({ mode: 'Terms', days: ['Mo', 'Tu'] }).replace('<Number_of_Days_Per_Term>1<', '<Number_of_Days_Per_Term>3<');
    expect(() => readFetSchool(text)).toThrow('do not fall into periods');
  });
});

test('a subject named by a space is not any subject', () => {
  const text = writeSchool({ lessons: [{ subject: ' ' }, {}], time: constraint('ActivitiesPreferredTimeSlots', { Subject_Name: ' ', Preferred_Time_Slot: ['Mo 1'] }).replaceAll('<Day></Day><Hour></Hour>', ' ') });
  const school = readFetSchool(new TextEncoder().encode(text));
  const preferred = school.constraints.find(({ kind }) => kind === 'ActivitiesPreferredTimeSlots');
  expect(preferred && selectActivities(school, preferred.element).map(({ id }) => id)).toEqual([1]);
});

test('what is no school is refused with its line', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['<html></html>', /line 1, <html>: this is no \.fet file/],
    [writeSchool({}).replace('<Teacher>A</Teacher>', '<Teacher>Z</Teacher>'), /line \d+, <Activity>: there is no teacher “Z”/],
    [writeSchool({}).replace('<Duration>1</Duration>', '<Duration>x</Duration>'), /<Duration> should be a whole number/],
    [writeSchool({}).replace('<Mode>Official</Mode>', '<Mode>Weird</Mode>'), /the mode “Weird” is not known/],
    [`<!DOCTYPE fet [<!ENTITY a "b">]>${writeSchool({}).replace(/^.*\n/, '')}`, /DOCTYPE/],
    [writeSchool({}).slice(0, 900), /./],
  ];
  for (const [text, message] of refused) {
    expect(() => readFetSchool(text)).toThrow(XmlError);
    expect(() => readFetSchool(text)).toThrow(message);
  }
});
