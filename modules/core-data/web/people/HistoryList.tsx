import { listPersonHistory } from '@digione/core-data/contract';
import { Button, Card, EmptyState, ErrorState, List, ListItem, Row, Skeleton } from '@digione/platform/ui';
import { useEndpointPages, useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** What a person's data was before, who changed it and from where; newest first. */
export function HistoryList({ educationProviderId, personId }: { educationProviderId: string; personId: string }) {
  const t = useText();
  const format = useFormat();
  const history = useEndpointPages(listPersonHistory, { params: { educationProviderId, personId } });
  if (history.items === undefined) return history.error === null ? <Skeleton rows={4} /> : <ErrorState error={history.error} onRetry={history.retry} />;
  if (history.items.length === 0) return <EmptyState icon="history" title={t('core-data.history.none')}>{t('core-data.history.noneHelp')}</EmptyState>;
  return (
    <>
      <Card padding="list">
        <List label={t('core-data.person.history')}>
          {history.items.map((change) => {
            const who = change.changedBy === null ? t('core-data.history.bySystem', { source: change.source ?? '–' }) : `${change.changedBy.callName} ${change.changedBy.lastName}`;
            return (
              <ListItem
                key={change.changeId}
                title={`${t(`core-data.history.${change.subject}`)} · ${t(`core-data.history.${change.operation}`)}`}
                detail={
                  <>
                    {format.moment(change.changedAt)} · {who}
                    <br />
                    {t('core-data.history.before')} {change.before.filter(({ value }) => value !== null && value !== '').map(({ value }) => value).join(', ')}
                  </>
                }
              />
            );
          })}
        </List>
      </Card>
      {history.hasMore && (
        <Row>
          <Button onPress={history.loadMore} isPending={history.isLoadingMore}>
            {t('core-data.people.more')}
          </Button>
        </Row>
      )}
    </>
  );
}
