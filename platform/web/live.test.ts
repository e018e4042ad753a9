import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readTopics } from './live.ts';
import { refreshTopics } from './query-client.ts';

test('only the reads that a topic concerns are asked again', async () => {
  const client = new QueryClient();
  const read = (key: string, refreshOn: string[]) => client.fetchQuery({ queryKey: [key], queryFn: () => key, meta: { refreshOn }, staleTime: Infinity });
  await Promise.all([read('roll', ['absence', 'register']), read('people', ['person']), read('desk', ['*'])]);
  await refreshTopics(client, ['absence']);
  const isStale = (key: string) => client.getQueryState([key])?.isInvalidated;
  expect([isStale('roll'), isStale('people'), isStale('desk')]).toEqual([true, false, true]);
});

test('after a gap everything is asked again', async () => {
  const client = new QueryClient();
  await client.fetchQuery({ queryKey: ['people'], queryFn: () => 1, meta: { refreshOn: ['person'] }, staleTime: Infinity });
  await refreshTopics(client, ['*']);
  expect(client.getQueryState(['people'])?.isInvalidated).toBe(true);
});

test.each([
  ['{"topics":["absence",7,"notice"]}', ['absence', 'notice']],
  ['not json', ['*']],
  ['{}', ['*']],
])('the message %s', (data, expected) => {
  expect(readTopics(data)).toEqual(expected);
});
