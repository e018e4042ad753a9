import { expect, test } from 'vitest';
import { gradeRange, said, withoutLabel } from './said.ts';

test('a text is read in the language asked for, else in one it has', () => {
  expect(said({ fi: 'luonto', sv: 'natur' }, 'sv')).toEqual({ text: 'natur', language: 'sv' });
  expect(said({ sv: 'natur' }, 'en')).toEqual({ text: 'natur', language: 'sv' });
  expect(said(null, 'fi')).toEqual({ text: '', language: 'fi' });
});

test('the number stands beside the text, not in it', () => {
  expect(withoutLabel('T8 rohkaista oppilasta', 'T8')).toBe('rohkaista oppilasta');
  expect(withoutLabel('M8 uppmuntra', 'T8')).toBe('uppmuntra');
  expect(withoutLabel('osaa kysyä', null)).toBe('osaa kysyä');
  expect(withoutLabel('T1', 'T1')).toBe('T1');
});

test('grade levels are said as a range', () => {
  expect([gradeRange([7, 8, 9]), gradeRange([5]), gradeRange([])]).toEqual(['7–9', '5', '']);
});
