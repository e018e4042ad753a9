import { listNotifications } from '@digione/home-school/contract';
import { EmptyState, Link, QueryState } from '@digione/platform/ui';
import { useEndpoint, type NotificationPanelProps } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { MarkAllRead } from './MarkAllRead.tsx';
import { NotificationList } from './NotificationList.tsx';
import '../family/family.css';

/** Under the bell: the latest, and the way to all of them. */
export default function NotificationPanel({ onClose }: NotificationPanelProps) {
  const t = useText();
  const latest = useEndpoint(listNotifications, { query: { limit: 6 } });
  return (
    <div className="home-school-notifications">
      <header className="home-school-notifications-header">
        <h2 className="home-school-notifications-title">{t('homeSchool.notifications.title')}</h2>
        <MarkAllRead />
      </header>
      <QueryState query={latest}>
        {({ items }) => (items.length === 0 ? <EmptyState isCompact icon="bell" title={t('homeSchool.notifications.none')} /> : <NotificationList items={items} onOpen={onClose} />)}
      </QueryState>
      <footer className="home-school-notifications-footer">
        <Link href="/notifications" onPress={onClose}>
          {t('homeSchool.notifications.all')}
        </Link>
      </footer>
    </div>
  );
}
