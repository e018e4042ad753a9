import { Button, Chip, DataTable, Page, PageHeader, QueryState, Section, type Column } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useMemo, useState } from 'react';
import { getMarkRound, withdrawApproval, type SheetProgress } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { sheetAddress } from './addresses.ts';
import { RoundChip } from './MarkRoundsPage.tsx';
import './assessment.css';

/** One round: how far each group and class is, and the approval. */
export default function MarkRoundPage() {
  const t = useText();
  const format = useFormat();
  const params = { educationProviderId: useProviderId(), schoolId: useParam('schoolId'), markRoundId: useParam('markRoundId') };
  const query = useEndpoint(getMarkRound, { params });
  const withdraw = useAction(withdrawApproval);
  const [isApproving, setApproving] = useState(false);
  const columns = useMemo((): Column<SheetProgress>[] => sheetColumns(t, format), [t, format]);
  const read = query.data;
  const locked = read?.sheets.filter(({ isLocked }) => isLocked).length ?? 0;
  return (
    <Page width="wide">
      <PageHeader
        title={read?.round.name ?? t('teaching.rounds.title')}
        back={{ href: `/mark-rounds?school=${params.schoolId}`, label: t('teaching.rounds.title') }}
        {...(read && { subtitle: <>{t(`teaching.rounds.kind.${read.round.kind}`)} <RoundChip round={read.round} /></> })}
        actions={
          read?.canApprove === true &&
          (read.round.state === 'open' ? (
            <Button kind="primary" icon="check" isDisabled={locked === 0} onPress={() => setApproving(true)}>
              {t('teaching.rounds.approve')}
            </Button>
          ) : (
            read.round.state === 'approved' && (
              <Button icon="undo" isPending={withdraw.isPending} onPress={() => withdraw.run({ params, ifMatch: read.round.version })}>
                {t('teaching.rounds.withdraw')}
              </Button>
            )
          ))
        }
      />
      <QueryState query={query}>
        {({ sheets }) => (
          <Section title={t('teaching.rounds.sheets')} description={t('teaching.rounds.lockedCount', { locked, all: sheets.length })}>
            <DataTable
              label={t('teaching.rounds.sheets')}
              columns={columns}
              rows={sheets}
              rowKey={({ groupId, homeroomId }) => groupId ?? homeroomId ?? ''}
              {...(read?.canApprove === true && { rowHref: (sheet: SheetProgress) => sheetAddress(params.educationProviderId, { ...sheet, markRoundId: params.markRoundId }) })}
            />
          </Section>
        )}
      </QueryState>
      {isApproving && read && <ApproveDialog params={params} round={read.round} openSheets={read.sheets.length - locked} onClose={() => setApproving(false)} />}
    </Page>
  );
}

function sheetColumns(t: ReturnType<typeof useText>, format: ReturnType<typeof useFormat>): Column<SheetProgress>[] {
  return [
    { id: 'name', header: t('teaching.rounds.group'), cell: ({ name, subjectName }) => `${name} · ${subjectName === null ? t('teaching.rounds.behaviour') : format.name(subjectName)}`, sortBy: ({ name }) => name },
    { id: 'teachers', header: t('teaching.rounds.teachers'), cell: ({ teachers }) => teachers.map(({ callName, lastName }) => `${callName} ${lastName}`).join(', ') },
    { id: 'given', header: t('teaching.rounds.progress'), align: 'end', cell: ({ given, learners }) => `${given}/${learners}`, sortBy: ({ given, learners }) => given / Math.max(learners, 1) },
    {
      id: 'state',
      header: t('teaching.rounds.state'),
      cell: ({ isLocked }) => (isLocked ? <Chip tone="success" icon="lock">{t('teaching.marks.locked')}</Chip> : <Chip tone="neutral" icon="edit">{t('teaching.marks.open')}</Chip>),
      sortBy: ({ isLocked }) => Number(isLocked),
    },
  ];
}
