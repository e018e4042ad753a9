import { useMemo, type ReactNode } from 'react';
import { listDraftChanges, type Draft, type DraftChange } from '@digione/curriculum/contract';
import { Button, Chip, DataTable, EmptyState, QueryState, Skeleton, type Column } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText, type CurriculumTexts } from '../messages.ts';
import { said } from '../text/said.ts';
import { useDraftActs } from './use-draft-acts.ts';

const TONES = { created: 'success', changed: 'info', removed: 'danger', restored: 'neutral' } as const;
const NOTHING: readonly never[] = [];

interface Cells {
  readonly t: CurriculumTexts;
  readonly format: ReturnType<typeof useFormat>;
  readonly chip: (row: DraftChange) => ReactNode;
  readonly acts: (row: DraftChange) => ReactNode;
}

/** What it said: of a change what stood there before, of a beginning what it began with. */
function beforeText({ before: { name, body, hours } }: DraftChange, { number, language }: Pick<Cells['format'], 'number' | 'language'>): string {
  if (hours !== null) return number(hours);
  return said(name, language).text || said(body, language).text || '–';
}

function columnsOf({ t, format, chip, acts }: Cells): Column<DraftChange>[] {
  const what = (row: DraftChange) => [t(`curriculum.draft.what.${row.what}`), row.code, row.gradeLevel !== null && t('curriculum.draft.gradeShort', { grade: row.gradeLevel })].filter(Boolean).join(' · ');
  return [
    { id: 'at', header: t('curriculum.draft.changes.at'), cell: (row) => format.moment(row.at) },
    { id: 'by', header: t('curriculum.draft.changes.by'), cell: (row) => (row.by === null ? '–' : `${row.by.callName} ${row.by.lastName}`) },
    { id: 'change', header: t('curriculum.draft.changes.change'), cell: chip },
    { id: 'what', header: t('curriculum.draft.changes.what'), cell: what },
    { id: 'before', header: t('curriculum.draft.changes.before'), cell: (row) => beforeText(row, format) },
    { id: 'acts', header: t('curriculum.manage.column.acts'), cell: acts },
  ];
}

const keyOf = (row: DraftChange): string => `${String(row.changeId)} ${row.at} ${row.what} ${row.code ?? ''} ${String(row.gradeLevel)} ${said(row.before.name, 'fi').text}`;

/** Who changed what, how it was before, and the way back. */
export function ChangesTab({ draft }: { draft: Draft }) {
  const t = useText();
  const format = useFormat();
  const read = useEndpoint(listDraftChanges, { params: { educationProviderId: useProviderId(), draftId: draft.draftId } });
  const columns = useMemo(() => {
    const chip = (row: DraftChange) => <Chip tone={TONES[row.change]}>{t(`curriculum.draft.change.${row.change}`)}</Chip>;
    const acts = (row: DraftChange) => row.changeId !== null && !draft.isSubmitted && <Restore draftId={draft.draftId} changeId={row.changeId} of={beforeText(row, format)} />;
    return columnsOf({ t, format, chip, acts });
  }, [t, format, draft.isSubmitted, draft.draftId]);
  return (
    <QueryState query={read} loading={<Skeleton rows={8} />}>
      {({ changes }) => <DataTable label={t('curriculum.draft.changesTab')} columns={columns} rows={changes} rowKey={keyOf} empty={<EmptyState icon="history" title={t('curriculum.draft.noChanges')} />} />}
    </QueryState>
  );
}

function Restore({ draftId, changeId, of }: { draftId: string; changeId: number; of: string }) {
  const t = useText();
  const acts = useDraftActs(draftId, NOTHING);
  return (
    <Button kind="quiet" size="sm" icon="undo" isPending={acts.isPending} onPress={() => acts.restore(changeId)} aria-label={`${t('curriculum.draft.restore')}: ${of}`}>
      {t('curriculum.draft.restore')}
    </Button>
  );
}
