import { readOwnDesk } from '@digione/access/server';
import { deskSource } from '@digione/platform/http';
import { ChangesCard } from '../../contract/index.ts';
import { toNotification } from './notifications.ts';
import { findUnread, listNotifications } from './notifications.queries.ts';

/** So many fit on a card; the rest is under the bell. */
const SHOWN = 5;

export const changesDesk = deskSource({
  id: 'home-school.changes',
  region: 'changes',
  order: 10,
  action: readOwnDesk,
  needs: () => true,
  response: ChangesCard,
  async load(context) {
    // Most have read everything: the kept count answers for a tenth of what the list costs.
    if ((await findUnread(context.tx, context.actor.personId)) === 0) return undefined;
    const rows = await listNotifications(context.tx, context.actor, { limit: SHOWN, isUnreadOnly: true });
    return rows.length === 0 ? undefined : { items: rows.map((row) => toNotification(row, context)) };
  },
});
