import { sql } from 'kysely';
import type { AccountContext, ProviderContext, Route } from '@digione/platform/http';

export interface Probe {
  /** Trace ids of the requests whose handler ran: the action allowed them. */
  readonly reached: ReadonlySet<string>;
  restore(): void;
}

/** Takes back all that the work wrote, but not its answer and not the record of it. */
async function undone<T>({ tx }: ProviderContext, work: () => Promise<T>): Promise<T> {
  await sql`savepoint before_the_handler`.execute(tx.db);
  const result = await work();
  await sql`rollback to savepoint before_the_handler`.execute(tx.db);
  return result;
}

/**
 * Watches which requests come through to their handler, and takes back what a write did, so that each of thousands of
 * requests finds the city as it was. What an account does to itself (its sessions) is not taken back.
 */
export function installProbe(routes: readonly Route[]): Probe {
  const reached = new Set<string>();
  const originals = routes.map((route) => route.handle);
  for (const route of routes) {
    const { handle, endpoint } = route;
    const isWrite = endpoint.method !== 'GET';
    const watched = async (context: ProviderContext | AccountContext, input: Parameters<typeof handle>[1]): Promise<unknown> => {
      reached.add(context.traceId);
      if (!isWrite) return handle(context as never, input);
      if ('tx' in context) return undone(context, () => handle(context as never, input));
      const { inProvider } = context;
      const undoing: AccountContext = { ...context, inProvider: (identity, work) => inProvider(identity, (scoped) => undone(scoped, () => work(scoped))) };
      return handle(undoing as never, input);
    };
    Object.assign(route, { handle: watched });
  }
  return {
    reached,
    restore: () => {
      for (const [index, route] of routes.entries()) Object.assign(route, { handle: originals[index] });
    },
  };
}
