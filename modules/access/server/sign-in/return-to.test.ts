import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturnTo } from './return-to.ts';

test.each(['/', '/people?q=aino', '/timetable?weekOf=2026-11-23#monday', '/learners/1/absences', '/sign-inside', '/apiary'])('keeps a page of ours: %s', (page) => {
  expect(safeReturnTo(page)).toBe(page);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%2f/../\\evil.example',
  'javascript:alert(1)',
  'people',
  '',
  '/./\\/evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/api/me',
  '/sign-in/demo',
  '/sign-in',
  '/oidc/auth',
  '/x/../api/me',
  `/${'a'.repeat(3000)}`,
  undefined,
  ['/people', '/desk'],
])('goes to the desk instead of %j', (wanted) => {
  expect(safeReturnTo(wanted)).toBe('/');
});

test('whatever is asked, a browser stays on this host', () => {
  const piece = fc.constantFrom('/', '\\', '//', '.', '..', '@', ':', 'https:', 'evil.example', '\t', '\r', '%2f', '%5c', '?', '#', 'a', '\u0000', 'é');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const url = new URL(safeReturnTo(pieces.join('')), 'https://platform.example/sign-in/callback');
      expect(url.origin).toBe('https://platform.example');
    }),
    { numRuns: 3_000 },
  );
});
