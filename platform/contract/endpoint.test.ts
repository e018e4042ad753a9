import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { endpoint, personIdentifying, PersonId, type BodyOf, type ParamsOf, type ResponseOf } from './index.ts';

const getThing = endpoint({
  id: 'test.getThing',
  method: 'GET',
  path: '/people/:personId',
  scope: 'provider',
  summary: 'A thing.',
  params: z.strictObject({ personId: PersonId }),
  response: z.strictObject({ name: z.string() }),
});

test('a provider-scoped endpoint names its provider in the path', () => {
  expect(getThing.path).toBe('/api/providers/:educationProviderId/people/:personId');
});

test('the types of an endpoint follow from its shapes', () => {
  expectTypeOf<ResponseOf<typeof getThing>>().toEqualTypeOf<{ name: string }>();
  expectTypeOf<ParamsOf<typeof getThing>['personId']>().toEqualTypeOf<string>();
  expectTypeOf<BodyOf<typeof getThing>>().toEqualTypeOf<undefined>();
});

test('a person id is marked, so that the audit can find it in a response', () => {
  expect(personIdentifying.has(PersonId)).toBe(true);
});
