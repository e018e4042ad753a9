import { expect, test } from 'vitest';
import { z as standIn } from './zod-in-browser.ts';
import type { z as Zod } from 'zod';

// The stand-in has Zod's place, so it is used through Zod's types.
const z = standIn as typeof Zod;

test('declarations run', () => {
  const shape = z.strictObject({ id: z.uuid().brand<'Id'>().meta({ description: 'x' }), limit: z.coerce.number().int().min(1).default(50) });
  expect(() => z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a'), items: z.array(shape) })]).optional()).not.toThrow();
  expect(() => z.strictObject({ ...shape.shape, more: z.string() }).extend(shape.shape)).not.toThrow();
  expect(() => z.registry<{ person: true }>().add(shape, { person: true })).not.toThrow();
});

test('an enum keeps its options through further declarations', () => {
  expect(z.enum(['absent', 'late']).options).toEqual(['absent', 'late']);
  expect(z.enum(['absent', 'late']).meta({ description: 'x' }).options).toEqual(['absent', 'late']);
});

test('validation is refused with a reason', () => {
  expect(() => z.string().parse('x')).toThrow(/server validates/);
});
