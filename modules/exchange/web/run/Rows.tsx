import { useEffect, useMemo, useState } from 'react';
import { listImportRows, type ImportRow, type ImportRun } from '@digione/exchange/contract';
import { Button, Chip, DataTable, EmptyState, ErrorState, Row, SearchBox, Section, Segmented, Skeleton, addToast, type Column } from '@digione/platform/ui';
import { useEndpointPages, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { downloadReport } from './download-report.ts';

const SEVERITIES = ['error', 'warning', 'notice'] as const;
const LOOKS = { error: { tone: 'danger', icon: 'alert' }, warning: { tone: 'attention', icon: 'alert' }, notice: { tone: 'info', icon: 'info' } } as const;

const messageCell = (row: ImportRow) => (
  <>
    {row.message}
    {row.advice !== '' && <span className="ui-muted"> {row.advice}</span>}
  </>
);

function SeverityChip({ severity }: { severity: ImportRow['severity'] }) {
  const t = useText();
  return (
    <Chip tone={LOOKS[severity].tone} icon={LOOKS[severity].icon}>
      {t(`exchange.web.one.${severity}`)}
    </Chip>
  );
}

const severityCell = (row: ImportRow) => <SeverityChip severity={row.severity} />;

/** The rows of the file that have something to say, narrowed by how grave it is and by words. */
export function Rows({ run, problems }: { run: ImportRun; problems: NonNullable<ImportRun['summary']>['problems'] }) {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const [wanted, setWanted] = useSearchParam('severity', 'all');
  const [words, setWords] = useSearchParam('q');
  const [isSaving, setIsSaving] = useState(false);
  const severity = SEVERITIES.find((one) => one === wanted);
  const params = { educationProviderId, importRunId: run.importRunId };
  const rows = useEndpointPages(listImportRows, { params, query: { limit: 200, ...(severity !== undefined && { severity }) } }, { keepPrevious: true });
  const total = problems.error + problems.warning + problems.notice;
  const needle = words.trim().toLocaleLowerCase();

  // Words are looked for here, so all rows must have come before nothing may be said to be found.
  const { hasMore, isLoadingMore, loadMore } = rows;
  const loaded = rows.items?.length;
  const mustLoad = needle !== '' && hasMore && !isLoadingMore;
  useEffect(() => {
    if (mustLoad) loadMore();
    // `loadMore` is a new function at every draw; how much has come tells when to go on.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [mustLoad, loaded]);

  const shown = useMemo(
    () => (rows.items ?? []).filter((row) => needle === '' || `${row.file} ${row.line} ${row.field} ${row.message} ${row.advice}`.toLocaleLowerCase().includes(needle)),
    [rows.items, needle],
  );
  const columns = useMemo<Column<ImportRow>[]>(
    () => [
      {
        id: 'message',
        header: t('exchange.web.message'),
        cell: messageCell,
      },
      { id: 'place', header: t('exchange.web.place'), cell: (row) => (row.line > 0 ? t('exchange.web.lineOf', { file: row.file, line: format.number(row.line) }) : row.file) },
      { id: 'field', header: t('exchange.web.field'), cell: (row) => (row.field === '' ? '–' : row.field) },
      {
        id: 'severity',
        header: t('exchange.web.severity'),
        cell: severityCell,
        onPhone: 'corner',
        isNarrow: true,
      },
    ],
    [t, format],
  );

  const save = async () => {
    setIsSaving(true);
    try {
      await downloadReport(params, run.fileName, t);
    } catch {
      addToast({ tone: 'danger', title: t('exchange.web.saveFailed') });
    } finally {
      setIsSaving(false);
    }
  };

  if (total === 0) return null;
  return (
    <Section
      title={t('exchange.web.rows')}
      description={t('exchange.web.rowsHelp')}
      actions={
        <Button icon="download" isPending={isSaving} onPress={() => void save()}>
          {t('exchange.web.save')}
        </Button>
      }
    >
      <Row>
        <Segmented
          label={t('exchange.web.severity')}
          options={[{ value: 'all', label: `${t('exchange.web.all')} ${format.number(total)}` }, ...SEVERITIES.filter((one) => problems[one] > 0).map((one) => ({ value: one, label: `${t(`exchange.web.many.${one}`)} ${format.number(problems[one])}` }))]}
          value={severity ?? 'all'}
          onChange={setWanted}
        />
        <SearchBox label={t('exchange.web.findRow')} value={words} onChange={setWords} />
      </Row>
      {rows.items === undefined ? (
        rows.error === null ? <Skeleton rows={6} /> : <ErrorState error={rows.error} onRetry={rows.retry} />
      ) : (
        <DataTable
          label={t('exchange.web.rows')}
          columns={columns}
          rows={shown}
          rowKey={(row) => String(row.rowNo)}
          empty={mustLoad || isLoadingMore ? <Skeleton rows={6} /> : <EmptyState icon="search" title={t('exchange.web.noRowFound')} isCompact />}
        />
      )}
      {rows.items !== undefined && hasMore && needle === '' && (
        <Row>
          <Button onPress={loadMore} isPending={isLoadingMore}>
            {t('exchange.web.moreRows')}
          </Button>
        </Row>
      )}
    </Section>
  );
}
