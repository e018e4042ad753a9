import { useMutation, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ResponseOf } from '../contract/index.ts';
import { translate } from '../i18n/translate.ts';
import { useLanguage } from '../i18n/react.tsx';
import { addToast } from '../ui/toast/toast-queue.ts';
import { call, type AnyEndpoint, type CallInput } from './call.ts';
import { ProblemError } from './problem.ts';
import { refreshTopics } from './query-client.ts';
import { problemText } from './problem-text.ts';
import { endpointKey } from './use-endpoint.ts';

/** Changes what the cache holds before the answer has come; everything is put back if the act fails. */
export interface OptimisticCache {
  /** @param input leave out to change every cached read of the endpoint */
  update<E extends AnyEndpoint>(endpoint: E, input: CallInput<E> | undefined, change: (data: ResponseOf<E>) => ResponseOf<E>): void;
}

export interface ActionOptions<E extends AnyEndpoint> {
  readonly optimistic?: (input: CallInput<E>, cache: OptimisticCache) => void;
  /** Live topics to refresh when done; without it the endpoint's own `refreshOn`. */
  readonly refresh?: readonly string[];
  /** Said when done, with an offer to take it back if `undo` is there. */
  readonly done?: string | ((response: ResponseOf<E>, input: CallInput<E>) => string);
  /**
   * Takes the act back; offered for ten seconds beside `done`. Returns the input with which the same endpoint undoes it, or
   * runs another action and returns nothing.
   */
  readonly undo?: (response: ResponseOf<E>, input: CallInput<E>) => CallInput<E> | void | Promise<unknown>;
  readonly onDone?: (response: ResponseOf<E>, input: CallInput<E>) => void;
  /** Handles the error in place (field errors); without it the error is told in a toast. */
  readonly onError?: (problem: ProblemError) => void;
}

/** An act of a person: idempotent, optimistic where wished, with undo. */
export function useAction<E extends AnyEndpoint>(endpoint: E, options: ActionOptions<E> = {}) {
  const client = useQueryClient();
  const language = useLanguage();
  const keys = useRef(new Map<string, string>());

  const mutation = useMutation<ResponseOf<E>, ProblemError, CallInput<E>, () => void>({
    mutationFn: async (input) => {
      const signature = JSON.stringify(input);
      const idempotencyKey = keys.current.get(signature) ?? crypto.randomUUID();
      keys.current.set(signature, idempotencyKey);
      try {
        const response = await call(endpoint, input, { idempotencyKey });
        keys.current.delete(signature);
        return response;
      } catch (error) {
        // Only when no answer came may the act have happened: then pressing again must be the same act.
        if (!(error instanceof ProblemError) || !error.isUnreachable) keys.current.delete(signature);
        throw error;
      }
    },
    onMutate: async (input) => (options.optimistic ? applyOptimistically(client, (cache) => options.optimistic?.(input, cache)) : () => {}),
    onError: (problem, _input, rollBack) => {
      rollBack?.();
      if (options.onError) options.onError(problem);
      else addToast({ tone: 'danger', ...problemText(problem, language) });
    },
    onSuccess: (response, input) => {
      const { done, undo } = options;
      if (done) {
        const text = typeof done === 'function' ? done(response, input) : done;
        addToast({
          tone: 'success',
          title: text,
          ...(undo && { action: { label: translate(language, 'ui.undo'), run: () => takeBack(undo(response, input)) } }),
        });
      }
      options.onDone?.(response, input);
    },
    onSettled: () => refreshTopics(client, options.refresh ?? endpoint.refreshOn),
  });

  const takeBack = (back: CallInput<E> | void | Promise<unknown>) => {
    if (back && !(back instanceof Promise)) mutation.mutate(back);
  };

  return {
    /** Acts; the outcome shows in `isPending`, `error`, `data` and the toast. */
    run: (input: CallInput<E>): void => mutation.mutate(input),
    /** Acts and waits. @throws ProblemError */
    runAsync: (input: CallInput<E>): Promise<ResponseOf<E>> => mutation.mutateAsync(input),
    isPending: mutation.isPending,
    isDone: mutation.isSuccess,
    /** What is being done right now, to show which of many rows is pending. */
    pendingInput: mutation.isPending ? mutation.variables : undefined,
    error: mutation.error,
    data: mutation.data,
    reset: mutation.reset,
  };
}

async function applyOptimistically(client: QueryClient, apply: (cache: OptimisticCache) => void): Promise<() => void> {
  const before: [QueryKey, unknown][] = [];
  const cancelled: Promise<void>[] = [];
  apply({
    update: (endpoint, input, change) => {
      const filter = { queryKey: endpointKey(endpoint, input) };
      // A read under way would bring back the old state over the new one.
      cancelled.push(client.cancelQueries(filter));
      for (const [key, data] of client.getQueriesData<ResponseOf<typeof endpoint>>(filter)) {
        if (data === undefined || key.at(-1) === 'pages') continue;
        before.push([key, data]);
        client.setQueryData(key, change(data));
      }
    },
  });
  await Promise.all(cancelled);
  return () => {
    for (const [key, data] of before.reverse()) client.setQueryData(key, data);
  };
}
