import { listNotifications } from '@digione/home-school/contract';
import { Button, Card, EmptyState, ErrorState, Page, PageHeader, Row, Skeleton } from '@digione/platform/ui';
import { useEndpointPages } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { MarkAllRead } from './MarkAllRead.tsx';
import { NotificationList } from './NotificationList.tsx';

/** Everything one has been told, over all schools. */
export default function NotificationsPage() {
  const t = useText();
  const told = useEndpointPages(listNotifications, { query: { limit: 30 } });
  return (
    <Page width="text">
      <PageHeader title={t('homeSchool.notifications.title')} actions={<MarkAllRead />} />
      {told.items === undefined ? (
        told.error === null ? <Skeleton rows={6} /> : <ErrorState error={told.error} onRetry={told.retry} />
      ) : told.items.length === 0 ? (
        <EmptyState icon="bell" title={t('homeSchool.notifications.none')}>
          {t('homeSchool.notifications.noneHelp')}
        </EmptyState>
      ) : (
        <Card padding="list">
          <div className="home-school-notifications">
            <NotificationList items={told.items} />
          </div>
        </Card>
      )}
      {told.hasMore && (
        <Row>
          <Button isPending={told.isLoadingMore} onPress={told.loadMore}>
            {t('homeSchool.notifications.more')}
          </Button>
        </Row>
      )}
    </Page>
  );
}
