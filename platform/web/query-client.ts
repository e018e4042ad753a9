import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.ts';

/** The cache of everything the open pages have read. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live updates tell of changes; a minute covers what they may miss.
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        // `call` has already tried again; here only an answer that may change on its own is worth another round.
        retry: (failures, error) => failures < 1 && error instanceof ProblemError && error.status >= 500 && !error.isUnreachable,
        refetchOnWindowFocus: true,
        throwOnError: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Makes the pages ask again for what changed.
 * @param topics live topics, matched with each query's `refreshOn`; `'*'` on either side matches everything
 */
export async function refreshTopics(client: QueryClient, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  await client.invalidateQueries({
    predicate: (query) => {
      const refreshOn: unknown = query.meta?.['refreshOn'];
      return Array.isArray(refreshOn) && (topics.includes('*') || refreshOn.some((topic) => topic === '*' || topics.includes(topic)));
    },
  });
}
