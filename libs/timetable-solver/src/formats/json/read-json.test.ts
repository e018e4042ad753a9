import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JSON_LIMITS, JsonError, readJson, type JsonNode } from './index.ts';

const toPlain = ({ value, items, fields }: JsonNode): unknown => (items !== undefined ? items.map(toPlain) : fields !== undefined ? Object.fromEntries([...fields].map(([name, field]) => [name, toPlain(field)])) : value);

function refusal(source: string | Uint8Array, limits = JSON_LIMITS): string {
  try {
    readJson(source, limits);
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
  throw new Error('was read');
}

test('property: it reads what JSON is, as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      // NUL is refused, on purpose.
      fc.pre(!text.includes(String.raw`\u0000`));
      expect(toPlain(readJson(text))).toEqual(JSON.parse(text));
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('values know their line and path', () => {
  const { fields } = readJson('{\n "a": [1,\n  {"b": null}]\n}');
  const item = fields?.get('a')?.items?.[1];
  expect([item?.line, item?.path, item?.fields?.get('b')]).toEqual([3, 'a[1]', { value: null, line: 3, path: 'a[1].b' }]);
});

test.each([
  ['{"a": 1,}', 'line 1: " expected, not }'],
  ['{"a": 1\n"b": 2}', 'line 2: , } expected, not "'],
  ['[1 2]', 'line 1: , ] expected, not 2'],
  ['[01]', 'line 1: , ] expected, not 1'],
  ['[1, tru]', 'line 1, [1]: { [ " 0–9 expected, not t'],
  ['{"a": ', 'line 1, a: the file ends too early'],
  ['"abc', 'line 1: the file ends too early'],
  ['', 'line 1: the file ends too early'],
  ['{} x', 'line 1: { [ " 0–9 expected, not x'],
  ['"a\nb"', 'line 1: a text holds U+000A, which is not allowed'],
  ['"a\u0000b"', 'line 1: a text holds U+0000, which is not allowed'],
  [String.raw`"\u0000"`, 'line 1: a text holds U+0000, which is not allowed'],
  [String.raw`"\x"`, String.raw`line 1: a text holds \x, which is not allowed`],
  ['{"a": 1, "a": 2}', 'line 1: there are two fields “a”'],
])('%j is refused in words', (source, message) => {
  expect(refusal(source)).toBe(message);
});

test('fields by the names of a program’s own are fields like others', () => {
  const node = readJson('{"__proto__": {"polluted": true}, "constructor": 1}');
  expect([...(node.fields?.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('size, depth and number of values are limited', () => {
  const limits = { bytes: 100, depth: 3, values: 10 };
  expect(refusal(' '.repeat(200), { ...limits, bytes: 100 })).toContain('larger');
  expect(refusal('[[[[[1]]]]]', limits)).toContain('nested deeper than 3');
  expect(refusal('[1,2,3,4,5,6,7,8,9,10,11]', limits)).toContain('more than 10 values');
  expect(refusal('['.repeat(1_000_000))).toContain('nested deeper than 16');
});

test('UTF-8 with and without its mark, and UTF-16, are read; other bytes are refused', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('"ä"', 'utf16le')]);
  expect([readJson(Buffer.from('\ufeff"ä"')).value, readJson(Buffer.from('"ä"')).value, readJson(utf16).value]).toEqual(['ä', 'ä', 'ä']);
  expect(refusal(Buffer.from('"ä"', 'latin1'))).toBe('the file is not valid UTF-8');
});
