import { useMemo } from 'react';
import { listImports, type ImportRun } from '@digione/exchange/contract';
import { Button, DataTable, EmptyState, ErrorState, Row, Section, Skeleton, type Column } from '@digione/platform/ui';
import { useEndpointPages, useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { StateChip } from '../StateChip.tsx';

const stateCell = (run: ImportRun) => <StateChip run={run} />;

/** Imports and checks so far, newest first. */
export function History() {
  const t = useText();
  const format = useFormat();
  const runs = useEndpointPages(listImports, { params: { educationProviderId: useProviderId() }, query: { limit: 20 } });
  const columns = useMemo<Column<ImportRun>[]>(
    () => [
      { id: 'file', header: t('exchange.web.file'), cell: (run) => run.fileName },
      { id: 'kind', header: t('exchange.web.what'), cell: (run) => t(`exchange.web.kind.${run.kind}`) },
      { id: 'at', header: t('exchange.web.startedAt'), cell: (run) => format.moment(run.createdAt) },
      { id: 'by', header: t('exchange.web.startedBy'), cell: (run) => (run.startedBy === null ? t('exchange.web.byCommand') : `${run.startedBy.callName} ${run.startedBy.lastName}`) },
      { id: 'state', header: t('exchange.web.stateTitle'), cell: stateCell, onPhone: 'corner', isNarrow: true },
    ],
    [t, format],
  );
  return (
    <Section title={t('exchange.web.history')}>
      {runs.items === undefined ? (
        runs.error === null ? <Skeleton rows={4} /> : <ErrorState error={runs.error} onRetry={runs.retry} />
      ) : (
        <>
          <DataTable
            label={t('exchange.web.history')}
            columns={columns}
            rows={runs.items}
            rowKey={(run) => run.importRunId}
            rowHref={(run) => `/imports/${run.importRunId}`}
            empty={
              <EmptyState icon="history" title={t('exchange.web.noHistory')}>
                {t('exchange.web.noHistoryHelp')}
              </EmptyState>
            }
          />
          {runs.hasMore && (
            <Row>
              <Button onPress={runs.loadMore} isPending={runs.isLoadingMore}>
                {t('exchange.web.older')}
              </Button>
            </Row>
          )}
        </>
      )}
    </Section>
  );
}
