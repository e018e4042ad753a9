import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ResponseOf } from '../contract/index.ts';
import { call, type AnyEndpoint, type CallInput, type UntypedInput } from './call.ts';
import type { ProblemError } from './problem.ts';

export interface ReadOptions {
  /** `false` waits (for a search word, a choice). */
  readonly enabled?: boolean;
  /** Shows the former answer while a changed input (next week, other filter) is being read: no flicker. */
  readonly keepPrevious?: boolean;
}

/** The key of one read in the cache. */
export function endpointKey(endpoint: AnyEndpoint, input?: UntypedInput): readonly unknown[] {
  return input ? [endpoint.id, input.params ?? {}, input.query ?? {}] : [endpoint.id];
}

function readOptions<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>) {
  return {
    queryKey: endpointKey(endpoint, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoint, input, { signal }),
    meta: { refreshOn: endpoint.refreshOn },
  };
}

/** Reads an endpoint; the page is drawn again when a live topic of the endpoint's `refreshOn` comes. */
export function useEndpoint<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>, options: ReadOptions = {}): UseQueryResult<ResponseOf<E>, ProblemError> {
  return useQuery<ResponseOf<E>, ProblemError>({
    ...readOptions(endpoint, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type PageOf<E> = ResponseOf<E> extends { items: readonly (infer Item)[]; nextCursor: string | null } ? Item : never;

/** A list that is read page by page (`page()` of the contract): all items so far, and how to get more. */
export function useEndpointPages<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>, options: ReadOptions = {}) {
  const query = useInfiniteQuery<ResponseOf<E>, ProblemError, { pages: ResponseOf<E>[] }, readonly unknown[], string | undefined>({
    queryKey: [...endpointKey(endpoint, input), 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const asked = { ...input, query: { ...('query' in input ? input.query : {}), ...(pageParam ? { cursor: pageParam } : {}) } };
      return call(endpoint, asked as CallInput<E>, { signal });
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { nextCursor?: string | null }).nextCursor ?? undefined,
    meta: { refreshOn: endpoint.refreshOn },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const items = query.data?.pages.flatMap((page) => (page as { items: PageOf<E>[] }).items);
  return {
    items,
    error: query.error,
    isPending: query.isPending,
    isRefreshing: query.isFetching && !query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** Reads ahead (pointer over a link, next week), so that the page opens at once. */
export function usePrefetch() {
  const client = useQueryClient();
  return useCallback(<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>) => void prefetch(client, endpoint, input), [client]);
}

/** Reads ahead outside of components. */
export function prefetch<E extends AnyEndpoint>(client: QueryClient, endpoint: E, input: CallInput<E>): Promise<void> {
  return client.prefetchQuery(readOptions(endpoint, input));
}
