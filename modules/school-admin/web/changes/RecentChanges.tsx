import { Button, Card, Chip, ErrorState, List, ListItem, Muted, Row, Section, Skeleton } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat } from '@digione/platform/web';
import { listSchoolsChanges, undoLearnerChange, type LearnerChange } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';

/** Who came and left lately; what is fresh can be undone. */
export function RecentChanges({ school }: { school: { readonly educationProviderId: string; readonly schoolId: string } }) {
  const t = useText();
  const format = useFormat();
  const changes = useEndpoint(listSchoolsChanges, { params: school, query: { limit: 20 } });
  const undo = useAction(undoLearnerChange, { refresh: ['person', 'homeroom', 'group', 'learner-change'], done: t('schoolAdmin.change.undone') });
  if (changes.data === undefined) return changes.error === null ? <Skeleton /> : <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  const title = (change: LearnerChange) => `${change.callName} ${change.lastName}`;
  return (
    <Section title={t('schoolAdmin.change.recent')}>
      {changes.data.changes.length === 0 ? (
        <Muted>{t('schoolAdmin.change.none')}</Muted>
      ) : (
        <Card padding="list">
          <List>
            {changes.data.changes.map((change) => (
              <ListItem
                key={change.learnerChangeId}
                title={title(change)}
                detail={[
                  `${t(`schoolAdmin.change.kind.${change.kind}`)} ${change.until === null ? format.day(change.from) : format.dateRange(change.from, change.until)}`,
                  t('schoolAdmin.change.madeBy', { who: change.madeBy === null ? '–' : `${change.madeBy.callName} ${change.madeBy.lastName}`, when: format.moment(change.madeAt) }),
                ].join(' · ')}
                trailing={
                  <Row>
                    {change.undoneAt !== null && <Chip icon="undo">{t('schoolAdmin.change.isUndone')}</Chip>}
                    {change.can.undo && (
                      <Button kind="quiet" aria-label={`${t('schoolAdmin.change.undo')}: ${title(change)}`} isPending={undo.pendingInput?.params.learnerChangeId === change.learnerChangeId} onPress={() => undo.run({ params: { ...school, learnerChangeId: change.learnerChangeId } })}>
                        {t('schoolAdmin.change.undo')}
                      </Button>
                    )}
                  </Row>
                }
              />
            ))}
          </List>
        </Card>
      )}
    </Section>
  );
}
