import { expect, test } from 'vitest';
import { subjectHue } from '../tokens/subject-hue.ts';
import { initialsOf } from './Avatar.tsx';

test.each([
  ['Aino Virtanen', 'AV'],
  ['Áigi', 'Á'],
  ['  von  der Leyen ', 'VL'],
  ['𝒜da 𝓑ell', '𝒜𝓑'],
  ['', ''],
])('initials of “%s” are “%s”', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});

test('a subject keeps its hue however its code is written, and unknown codes get one of the twelve', () => {
  expect(subjectHue('ma')).toBe(subjectHue(' MA '));
  for (const code of ['XK12', 'ilmaisutaito', 'ÄI', '']) {
    expect(subjectHue(code)).toBeGreaterThanOrEqual(0);
    expect(subjectHue(code)).toBeLessThan(12);
  }
});
