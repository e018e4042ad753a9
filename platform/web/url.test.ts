import { expect, test } from 'vitest';
import { endpointUrl } from './url.ts';

test('parameters are filled in and escaped, the query appended', () => {
  expect(endpointUrl('/api/providers/:educationProviderId/people/:personId', { educationProviderId: 'a/b', personId: 7 }, { q: 'ä ö', limit: 20, cursor: undefined, tag: ['x', 'y'], empty: '' })).toBe(
    '/api/providers/a%2Fb/people/7?q=%C3%A4+%C3%B6&limit=20&tag=x&tag=y&empty=',
  );
});

test('a forgotten parameter is a clear error', () => {
  expect(() => endpointUrl('/api/providers/:educationProviderId/rooms', {})).toThrow(/educationProviderId/);
});
