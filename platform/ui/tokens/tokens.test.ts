import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const tokens = new Map(
  [...read('tokens.css').matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);
const hues = [...read('subject-hues.css').matchAll(/--hue: (\d+)/g)].map(([, hue]) => Number(hue));
const hueTokens = new Map(
  [...read('subject-hues.css').matchAll(/--(hue-[\w-]+): light-dark\((oklch\([^)]*\)+), (oklch\([^;]*\))\);/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const found = tokens.get(name)?.[theme];
  if (!found) throw new Error(`No colour --${name}`);
  return found;
}

const papers = ['paper', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover'];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(papers)('body text on %s is AAA, quiet text AA', (paper) => {
    expect(contrast(colour('ink', theme), colour(paper, theme))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour('ink-soft', theme), colour(paper, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['ink-soft', 'surface', 7],
    ['ink-faint', 'surface', 4.5],
    ['ink-faint', 'paper', 4.5],
    ['ink-faint', 'surface-sunken', 4.5],
    ['accent', 'surface', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'accent-tint', 4.5],
    ['accent-ink', 'accent', 4.5],
    ['accent-ink', 'accent-hover', 4.5],
    ['accent-tint-ink', 'accent-tint', 4.5],
    ['danger', 'surface', 4.5],
    ['danger', 'paper', 4.5],
    ['danger-ink', 'danger', 4.5],
    ['danger-tint-ink', 'danger-tint', 4.5],
    ['attention', 'surface', 4.5],
    ['attention-tint-ink', 'attention-tint', 4.5],
    ['success-tint-ink', 'success-tint', 4.5],
    ['info-tint-ink', 'info-tint', 4.5],
    ['neutral-tint-ink', 'neutral-tint', 4.5],
    ['line-strong', 'surface', 3],
    ['line-strong', 'paper', 3],
    ['focus', 'paper', 3],
    ['focus', 'surface', 3],
  ])('%s on %s is at least %d', (ink, paper, least) => {
    expect(contrast(colour(ink, theme), colour(paper, theme))).toBeGreaterThanOrEqual(least);
  });

  test('each of the twelve subject hues carries its text and can be told from the paper', () => {
    expect(hues).toHaveLength(12);
    for (const hue of hues) {
      const at = (name: string) => (hueTokens.get(name)?.[theme] ?? '').replace('var(--hue)', String(hue));
      expect(contrast(at('hue-ink'), at('hue-tint')), `text, hue ${hue}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at('hue-ink'), at('hue-tint-hover')), `text when hovered, hue ${hue}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at('hue-mark'), colour('surface', theme)), `mark, hue ${hue}`).toBeGreaterThanOrEqual(3);
    }
  });
});
