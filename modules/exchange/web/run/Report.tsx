import { useMemo } from 'react';
import type { ImportRun } from '@digione/exchange/contract';
import { Card, DataTable, Section, ShareBar, Stack, type Column } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { AskPerson } from './AskPerson.tsx';
import { Rows } from './Rows.tsx';

type Summary = NonNullable<ImportRun['summary']>;
type Entity = Summary['byEntity'][number];

const OUTCOMES = ['created', 'changed', 'unchanged', 'ended', 'ignored', 'refused', 'skipped'] as const;
const TONES = { created: 'success', changed: 'info', unchanged: 'neutral', ended: 'attention', ignored: 'accent', refused: 'danger', skipped: 'neutral' } as const;

/** What was found: the numbers first, then every row that has something to say. */
export function Report({ run }: { run: ImportRun }) {
  const { summary } = run;
  if (summary === null) return null;
  return (
    <>
      {run.kind === 'population' && run.state === 'refused' && <AskPerson run={run} />}
      {summary.byEntity.length > 0 && <Numbers run={run} summary={summary} />}
      <Rows run={run} problems={summary.problems} />
    </>
  );
}

function Numbers({ run, summary }: { run: ImportRun; summary: Summary }) {
  const t = useText();
  const format = useFormat();
  const told = OUTCOMES.filter((outcome) => summary.counts[outcome] > 0);
  const columns = useMemo<Column<Entity>[]>(
    () => [
      { id: 'name', header: t('exchange.web.entity'), cell: (row) => row.name },
      // What happened to nothing in the file is no column; a file of nothing has them all.
      ...OUTCOMES.filter((outcome) => summary.counts[outcome] > 0 || OUTCOMES.every((each) => summary.counts[each] === 0)).map(
        (outcome): Column<Entity> => ({
          id: outcome,
          header: t(`exchange.web.outcome.${outcome}`),
          align: 'end',
          cell: (row) => (row.counts[outcome] === 0 ? '–' : format.number(row.counts[outcome])),
        }),
      ),
    ],
    [t, format, summary.counts],
  );
  const title = run.state !== 'succeeded' ? 'exchange.web.numbersRefused' : run.isDryRun ? 'exchange.web.numbersDry' : 'exchange.web.numbersDone';
  return (
    <Section title={t(title)} description={t('exchange.web.rowsRead', { count: summary.read })}>
      <Stack>
        {told.length > 1 && (
          <Card>
            <ShareBar label={t(title)} parts={told.map((outcome) => ({ label: t(`exchange.web.outcome.${outcome}`), count: summary.counts[outcome], tone: TONES[outcome] }))} />
          </Card>
        )}
        <DataTable label={t(title)} columns={columns} rows={summary.byEntity} rowKey={(row) => row.entity} />
        {summary.counts.ended > 0 && <p className="ui-muted">{t('exchange.web.endedHelp')}</p>}
        {summary.counts.ignored > 0 && <p className="ui-muted">{t('exchange.web.ignoredHelp')}</p>}
      </Stack>
    </Section>
  );
}
