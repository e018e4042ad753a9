import { accountRoute, HttpProblem } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { readOwnNotifications } from '../actions.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { toNotification } from './notifications.ts';
import { findUnread, listNotifications, updateRead } from './notifications.queries.ts';

export const notificationRoutes = [
  accountRoute(contract.listNotifications, {
    action: readOwnNotifications,
    async handle({ account, inProvider }, { query: { cursor, limit } }) {
      const before = cursor === undefined ? undefined : readCursor(cursor);
      if (cursor !== undefined && before === undefined) throw new HttpProblem(400);
      const found: contract.Notification[] = [];
      for (const identity of account.identities) {
        const part = await inProvider(identity, async (context) => {
          const rows = await listNotifications(context.tx, context.actor, { limit: limit + 1, ...(before === undefined ? {} : { before }) });
          return { items: rows.map((row) => toNotification(row, context)), nextCursor: null };
        });
        found.push(...part.items);
      }
      found.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.notificationId.localeCompare(a.notificationId));
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last !== undefined ? writeCursor(last) : null };
    },
  }),

  accountRoute(contract.readNotifications, {
    action: readOwnNotifications,
    async handle({ account, inProvider }, { body }) {
      let unread = 0;
      for (const identity of account.identities) {
        const mine = 'all' in body ? 'all' : body.notifications.filter(({ educationProviderId }) => educationProviderId === identity.educationProviderId).map(({ notificationId }) => notificationId);
        const part = await inProvider(identity, async ({ tx, actor, clock, emit }) => {
          const read = mine.length === 0 ? 0 : await updateRead(tx, actor.personId, mine, clock.iso());
          // The other windows of the same reader follow.
          if (read > 0) await emit({ name: 'notification.read', payload: { read }, live: { topics: ['notification'], personIds: [actor.personId] } });
          return { unread: await findUnread(tx, actor.personId) };
        });
        unread += part.unread;
      }
      return { unread };
    },
  }),
];
