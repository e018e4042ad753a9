import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonSplitter, type JsonElement } from './json-splitter.ts';
import { ImportRefused } from './refusal.ts';

const LIMITS = { depth: 64, elementBytes: 100_000 };

/** Splits a text handed over in pieces of the given length. */
function split(text: string | Buffer, pieceLength = 1_000_000, limits = LIMITS): JsonElement[] {
  const bytes = Buffer.from(text);
  const splitter = new JsonSplitter(limits);
  const elements: JsonElement[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) elements.push(...splitter.feed(bytes.subarray(at, at + pieceLength)));
  splitter.end();
  return elements;
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportRefused) return `${error.code}:${error.line}`;
    throw error;
  }
  return 'accepted';
};

describe('elements', () => {
  test('of a root array', () => {
    expect(split('[{"a":1},\n "x" , 2.5,true,[1,[2]]]')).toEqual([
      { key: null, line: 1, value: { a: 1 } },
      { key: null, line: 2, value: 'x' },
      { key: null, line: 2, value: 2.5 },
      { key: null, line: 2, value: true },
      { key: null, line: 2, value: [1, [2]] },
    ]);
  });

  test('of arrays in a root object, and its other values', () => {
    expect(split('{"n": 3,\n"list":[{"b":"]}\\""},\n{}],"o":{"list":[1]}, "none":[]}')).toEqual([
      { key: 'n', line: 1, value: 3 },
      { key: 'list', line: 2, value: { b: ']}"' } },
      { key: 'list', line: 3, value: {} },
      { key: 'o', line: 3, value: { list: [1] } },
    ]);
  });

  test('are the same however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), (values, pieceLength, isPretty) => {
        const inArray = split(JSON.stringify(values, null, isPretty ? 2 : 0), pieceLength).map(({ value }) => value);
        expect(inArray).toEqual(JSON.parse(JSON.stringify(values)));
        const inObject = split(JSON.stringify({ häst: values }, null, isPretty ? 2 : 0), pieceLength);
        expect(inObject.map(({ key, value }) => [key, value])).toEqual(values.map((value) => ['häst', JSON.parse(JSON.stringify(value))]));
      }),
    );
  });
});

describe('refused is', () => {
  test.each([
    ['', 'empty:0'],
    [' \n ', 'empty:0'],
    ['sourcedId,status', 'not-json:1'],
    ['[{"a":1}', 'truncated:1'],
    ['[{"a":1},\n{"b":"x', 'truncated:2'],
    ['{"list":[1,2]', 'truncated:1'],
    ['[1,\n2,]', 'bad-json:2'],
    ['[1 2]', 'bad-json:1'],
    ['[1]]', 'bad-json:1'],
    ['[1] [2]', 'bad-json:1'],
    ['[{a:1}]', 'bad-json:1'],
    ['{"a" 1}', 'bad-json:1'],
    ['{1:2}', 'bad-json:1'],
    ['[{"a":01}]', 'bad-json:1'],
    ['[tru]', 'bad-json:1'],
    ['[,1]', 'bad-json:1'],
    [`[${'['.repeat(65)}`, 'too-deep:1'],
    [`[\n"${'x'.repeat(100_001)}"]`, 'element-too-large:2'],
  ])('%.30j as %s', (text, refusal) => {
    expect(codeOf(() => split(text))).toBe(refusal);
    expect(codeOf(() => split(text, 3))).toBe(refusal);
  });

  test('a text cut anywhere', () => {
    const text = '{"numHits":2,"organisaatiot":[{"oid":"1.2","nimi":{"fi":"Ä"}},{"oid":"1.3"}]}';
    const bytes = Buffer.from(text);
    for (let length = 1; length < bytes.length; length++) expect(codeOf(() => split(bytes.subarray(0, length)))).toMatch(/^(truncated|bad-json|not-utf8):/);
  });

  test('what is not UTF-8, with its line', () => {
    expect(codeOf(() => split(Buffer.from('[\n"Åsa"]', 'latin1')))).toBe('not-utf8:2');
  });

  test('a million brackets, at once and without recursion', () => {
    const started = performance.now();
    expect(codeOf(() => split('['.repeat(1_000_000)))).toBe('too-deep:1');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
