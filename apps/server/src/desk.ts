import { z } from 'zod';
import { readOwnDesk } from '@digione/access/server';
import { EducationProviderId, endpoint, LocalizedText } from '@digione/platform/contract';
import { accountRoute, type DeskSource, type Route } from '@digione/platform/http';

const REGIONS = ['now', 'waiting', 'changes', 'coming'] as const;

/**
 * `GET /api/desk`: everything on the first page in one answer; per identity one transaction, its cards by module.
 * The contract is the union of the cards' contracts, so an unknown field of a card is never sent.
 */
export function deskRoute(sources: readonly DeskSource[]): Route {
  const widgets = sources.map((source) =>
    z.strictObject({
      id: z.literal(source.id),
      region: z.enum(REGIONS),
      order: z.number().int(),
      educationProviderId: EducationProviderId,
      providerName: LocalizedText,
      data: source.response,
    }),
  );
  const [first, ...rest] = widgets;
  const Widget = first === undefined ? z.never() : z.discriminatedUnion('id', [first, ...rest]);
  const getDesk = endpoint({
    id: 'workspace.getDesk',
    method: 'GET',
    path: '/desk',
    scope: 'account',
    summary: 'What is now, what waits for me, what changed and what is coming, over all my identities.',
    response: z.strictObject({ widgets: z.array(Widget) }),
    refreshOn: ['desk', 'absence', 'register', 'notification'],
  });
  return accountRoute(getDesk, {
    action: readOwnDesk,
    async handle({ account, inProvider }) {
      const cards: unknown[] = [];
      for (const identity of account.identities) {
        const mine = sources.filter((source) => source.needs(identity));
        if (mine.length === 0) continue;
        const part = await inProvider(identity, async (context) => {
          // Sent without waiting for each other: the connection answers them in order, in one round trip or few.
          const loaded = await Promise.all(mine.map(async (source) => ({ source, data: await source.load(context) })));
          return {
            widgets: loaded
              .filter(({ data }) => data !== undefined)
              .map(({ source, data }) => ({
                id: source.id,
                region: source.region,
                order: source.order,
                educationProviderId: identity.educationProviderId,
                providerName: identity.providerName,
                data,
              })),
          };
        });
        cards.push(...part.widgets);
      }
      // oxlint-disable-next-line typescript/consistent-type-assertions -- which cards there are is known only when the modules are composed; the contract cuts them
      return { widgets: cards } as never;
    },
  });
}
