import { expect, test } from 'vitest';
import { allowedMarks, isGiven, readReportMark, type MarkCase } from './rules.ts';

const basic: MarkCase = { educationForm: 'basic-education', gradeLevel: 7, subjectCode: 'MA', isBehaviour: false, numbersFrom: 4 };
const reads = (one: Partial<MarkCase>, typed: string) => readReportMark(allowedMarks({ ...basic, ...one }), typed);

test.each<[string, Partial<MarkCase>, string, string]>([
  ['a common subject takes whole marks alone', {}, '4 7 10', '7+ 7½ 3 11 S O H'],
  ['an optional one S, H and O as well', { subjectCode: null }, '8 S H O', '8- 0'],
  ['guidance is completed or not', { subjectCode: 'OP' }, 'S H', '8 O'],
  ['grade levels 1–3 have no numbers', { gradeLevel: 3 }, '', '8 S'],
  ['from the grade level the provider has decided they do', { gradeLevel: 2, numbersFrom: 2 }, '8', 'S'],
  ['behaviour of grade level 7 is a number', { isBehaviour: true, subjectCode: null }, '9 10', 'S O'],
  ['behaviour of grade level 1 is words', { isBehaviour: true, subjectCode: null, gradeLevel: 1 }, '', '9 S'],
  ['upper secondary: 4–10, S and H, never O', { educationForm: 'general-upper-secondary', gradeLevel: null }, '4 10 S H', 'O 7+'],
  ['upper secondary guidance: S or H', { educationForm: 'general-upper-secondary', gradeLevel: null, subjectCode: 'OP' }, 'S H', '9 O'],
])('%s', (_what, one, taken, refused) => {
  const words = (list: string) => (list === '' ? [] : list.split(' '));
  expect(words(taken).map((typed) => reads(one, ` ${typed.toLowerCase()} `))).toEqual(words(taken));
  expect(words(refused).map((typed) => reads(one, typed))).toEqual(words(refused).map(() => undefined));
});

test('words alone complete a report where words alone will do', () => {
  const inWords = { value: null, words: 'Lukee sujuvasti.' };
  expect(isGiven(allowedMarks({ ...basic, gradeLevel: 2 }), inWords)).toBe(true);
  expect(isGiven(allowedMarks(basic), inWords)).toBe(false);
  expect(isGiven(allowedMarks(basic), { value: '8', words: null })).toBe(true);
  expect(isGiven(allowedMarks({ ...basic, isBehaviour: true }), inWords)).toBe(true);
});
