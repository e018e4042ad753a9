import { listStudyRecordHistory } from '@digione/school-admin/contract';
import { Card, EmptyState, List, ListItem, QueryState } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** What stood in the record before, who changed it and from where; newest first. */
export function HistoryList({ learnerId, educationProviderId }: { learnerId: string; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const history = useEndpoint(listStudyRecordHistory, { params: { educationProviderId, learnerId }, query: {} });
  return (
    <QueryState query={history}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon="history" title={t('schoolAdmin.record.historyNone')} />
        ) : (
          <Card padding="list">
            <List label={t('schoolAdmin.record.history')}>
              {items.map((change) => {
                const when = format.moment(change.changedAt);
                const who = change.changedBy === null ? t('schoolAdmin.record.changedBySource', { source: change.source ?? '–', when }) : t('schoolAdmin.record.changedBy', { name: `${change.changedBy.callName} ${change.changedBy.lastName}`, when });
                return (
                  <ListItem
                    key={change.changeId}
                    title={t(change.operation === 'delete' ? 'schoolAdmin.record.removed' : 'schoolAdmin.record.changed')}
                    detail={
                      <>
                        {who}
                        <br />
                        {change.before.map(({ value }) => value).join(', ')}
                      </>
                    }
                  />
                );
              })}
            </List>
          </Card>
        )
      }
    </QueryState>
  );
}
