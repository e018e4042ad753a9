import { describe, expect, test } from 'vitest';
import { SENTENCES } from './evaluate/reasons.ts';
import { REASONS_FI } from './evaluate/reasons.fi.ts';
import { REASONS_SV } from './evaluate/reasons.sv.ts';
import { EXPLANATIONS } from './explain/sentences.ts';
import { EXPLANATIONS_FI } from './explain/sentences.fi.ts';
import { EXPLANATIONS_SV } from './explain/sentences.sv.ts';
import { sayExplanation, sayReason } from './index.ts';
import { fillSentence } from './say.ts';

test('a number takes the form of its noun', () => {
  expect([1, 2].map((count) => fillSentence('{count|lesson}', { count }))).toEqual(['1 lesson', '2 lessons']);
  expect([0, 1].map((count) => fillSentence('{count|tunti|tuntia}.', { count }))).toEqual(['0 tuntia.', '1 tunti.']);
  expect(fillSentence('{who}{where}', { who: 'Aho' })).toBe('Aho');
});

const valuesOf = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

describe.each([
  ['reasons', SENTENCES, REASONS_FI, REASONS_SV],
  ['explanations', EXPLANATIONS, EXPLANATIONS_FI, EXPLANATIONS_SV],
])('%s', (_name, english, ...translations) => {
  test('every translation tells the same values', () => {
    for (const translated of translations) {
      for (const [key, sentence] of Object.entries(translated)) expect([key, ...valuesOf(sentence)]).toEqual([key, ...valuesOf(Object.entries(english).find(([name]) => name === key)?.[1] ?? '')]);
    }
  });
});

test('a sentence is said in three languages', () => {
  const reason = { key: 'busy-above', values: { resource: '8B', count: 7, timeGroup: 'ti', limit: 6 } } as const;
  expect((['fi', 'sv', 'en'] as const).map((language) => sayReason(reason, language))).toEqual([
    '8B, ti: 7 oppituntia, enintään 6 toivotaan',
    '8B har 7 lektioner på ti, högst 6 önskas',
    '8B has 7 lessons on ti, at most 6 wanted',
  ]);
  const limits = { key: 'rule-for-resource', values: { rule: 'R', resource: '7A', most: 1 } } as const;
  expect((['fi', 'sv', 'en'] as const).map((language) => sayExplanation(limits, language))).toEqual(['R: 7A (enintään 1)', 'R: 7A (högst 1)', 'R: 7A (at most 1)']);
  expect(sayExplanation({ ...limits, values: { ...limits.values, least: 1 } })).toBe('R: 7A (1)');
});
