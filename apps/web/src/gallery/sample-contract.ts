import { endpoint } from '@digione/platform/contract';
import { z } from 'zod';

const Item = z.strictObject({ id: z.string(), name: z.string(), isDone: z.boolean() });

export const listItems = endpoint({
  id: 'sample.listItems',
  method: 'GET',
  path: '/sample/items',
  scope: 'account',
  summary: 'Things of the sample service.',
  response: z.strictObject({ items: z.array(Item) }),
  refreshOn: ['sample'],
});

export const markItem = endpoint({
  id: 'sample.markItem',
  method: 'PUT',
  path: '/sample/items/:itemId',
  scope: 'account',
  summary: 'Marks one of them done or not.',
  params: z.strictObject({ itemId: z.string() }),
  body: z.strictObject({ isDone: z.boolean() }),
  response: Item,
  refreshOn: ['sample'],
});
