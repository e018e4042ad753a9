import type { ProviderContext } from '@digione/platform/http';
import type { Notification } from '../../contract/index.ts';
import { notificationText } from './notification-text.ts';
import type { NotificationRow } from './notifications.queries.ts';

/** A row as its reader sees it. */
export function toNotification(row: NotificationRow, { actor, language, clock }: Pick<ProviderContext, 'actor' | 'language' | 'clock'>): Notification {
  return {
    educationProviderId: actor.educationProviderId,
    notificationId: row.notificationId,
    kind: row.kind,
    text: notificationText(row, language, clock.today()),
    aboutPersonId: row.aboutPersonId,
    // Whom the home hears about opens on their page; a teacher's is the list of the class.
    href: row.isOfFamily && row.aboutPersonId !== null ? `/children/${row.aboutPersonId}?provider=${actor.educationProviderId}` : row.link,
    createdAt: row.createdAt,
    isRead: row.isRead,
  };
}
