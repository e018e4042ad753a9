import { Link } from 'react-aria-components/Link';
import { readNotifications, type Notification } from '@digione/home-school/contract';
import { Icon, VisuallyHidden, type IconName } from '@digione/platform/ui';
import { useAction, useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import '../family/family.css';

const ICONS: Readonly<Record<string, IconName>> = { 'absence.unexplained': 'question', 'absence.explained': 'check', 'absence.noticed': 'absent', 'notice.received': 'absent' };

/** Told things, newest first; opening one marks it read. */
export function NotificationList({ items, onOpen }: { items: readonly Notification[]; onOpen?: () => void }) {
  const t = useText();
  const format = useFormat();
  const read = useAction(readNotifications, { refresh: ['notification', 'desk'] });
  return (
    <ul>
      {items.map((item) => (
        <li key={item.notificationId}>
          <Link
            href={item.href}
            className="home-school-notification"
            {...(!item.isRead && { 'data-unread': true })}
            onPress={() => {
              if (!item.isRead) read.run({ body: { notifications: [{ educationProviderId: item.educationProviderId, notificationId: item.notificationId }] } });
              onOpen?.();
            }}
          >
            <Icon name={ICONS[item.kind] ?? 'info'} />
            <span className="home-school-notification-texts">
              <span className="home-school-notification-text">
                {!item.isRead && <VisuallyHidden>{t('homeSchool.notifications.unread')} </VisuallyHidden>}
                {item.text}
              </span>
              <span className="ui-muted">{format.ago(item.createdAt)}</span>
            </span>
            {!item.isRead && <span className="home-school-notification-dot" aria-hidden="true" />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
