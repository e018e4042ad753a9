import type { DeskRegion } from '@digione/platform/web';
import { fetchJson } from '@digione/platform/web';

/** What `GET /api/desk` answers: every card of every identity, composed by the server in one go. */
export interface Desk {
  readonly widgets: readonly {
    readonly id: string;
    readonly region: DeskRegion;
    readonly order: number;
    readonly educationProviderId: string | null;
    readonly data: unknown;
  }[];
}

/** The one read of the desk. Any live topic may concern a card. */
export const deskQuery = {
  queryKey: ['workspace.getDesk', {}, {}],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<Desk>('/api/desk', { signal }),
  meta: { refreshOn: ['*'] },
  staleTime: 15_000,
};
