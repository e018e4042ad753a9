import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cutterOf } from './cut.ts';

test('only what the contract declares is kept, at every depth', () => {
  const Row = z.strictObject({ id: z.string(), name: z.strictObject({ fi: z.string().optional() }).nullable() });
  const cut = cutterOf(z.strictObject({ rows: z.array(Row), note: z.string().optional() }));
  expect(cut?.({ rows: [{ id: 'a', name: { fi: 'A', secret: 1 }, address: 'Kuusitie 4' }, { id: 'b', name: null }], leak: true })).toEqual({
    rows: [{ id: 'a', name: { fi: 'A' } }, { id: 'b', name: null }],
  });
});

test('a discriminated union is cut by its tag, and an unknown tag is never sent', () => {
  const Widget = z.discriminatedUnion('id', [z.strictObject({ id: z.literal('one'), data: z.strictObject({ a: z.number() }) }), z.strictObject({ id: z.literal('two'), text: z.string() })]);
  const cut = cutterOf(z.array(Widget));
  expect(cut?.([{ id: 'one', data: { a: 1, b: 2 }, text: 'no' }, { id: 'two', text: 'yes', data: {} }])).toEqual([{ id: 'one', data: { a: 1 } }, { id: 'two', text: 'yes' }]);
  expect(() => cut?.([{ id: 'three' }])).toThrow(/unknown id/);
});

test('a union of objects without a tag is refused when the server is built', () => {
  expect(() => cutterOf(z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]))).toThrow(/discriminator/);
});

test('whatever is put beside the declared fields is gone', () => {
  const Shape = z.strictObject({ keep: z.string(), list: z.array(z.strictObject({ keep: z.number() })) });
  const cut = cutterOf(Shape);
  fc.assert(
    fc.property(fc.record({ keep: fc.string(), list: fc.array(fc.record({ keep: fc.integer() })) }), fc.dictionary(fc.string(), fc.anything()), (value, extra) => {
      const dirty = { ...extra, ...value, list: value.list.map((item) => ({ ...extra, ...item })) };
      expect(cut?.(dirty)).toEqual(value);
    }),
  );
});
