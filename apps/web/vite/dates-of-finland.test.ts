import { expect, test } from 'vitest';
import { DateFormatter } from './dates-of-finland.ts';

const date = new Date('2026-11-24T10:00:00Z');
const digits = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;

test('Swedish dates of digits are in Finland’s order', () => {
  expect(new DateFormatter('sv-FI', digits).format(date)).toBe('24.11.2026');
});

test('words stay in their language, other languages as they are', () => {
  expect(new DateFormatter('sv-FI', { month: 'long' }).format(date)).toBe('november');
  expect(new DateFormatter('en-GB', digits).format(date)).toBe('24/11/2026');
});
