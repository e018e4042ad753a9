import { useMemo } from 'react';
import { KoskiState, listKoskiTransfers, resendToKoski, type KoskiTransfer } from '@digione/exchange/contract';
import { Button, Chip, DataTable, EmptyState, ErrorState, LinkButton, Muted, Page, PageHeader, Row, Select, Skeleton, Stack, type Column, type Option, type Tone } from '@digione/platform/ui';
import { useAbility, useAction, useEndpoint, useEndpointPages, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { ConnectionSection } from './ConnectionSection.tsx';

const ALL = 'all';
const TONES: Readonly<Record<KoskiState, Tone>> = { waiting: 'info', sending: 'info', sent: 'success', refused: 'attention', differs: 'attention', cancelled: 'neutral' };
const ICONS = { waiting: 'clock', sending: 'refresh', sent: 'check', refused: 'alert', differs: 'alert', cancelled: 'ban' } as const;

/** What was told to KOSKI, what waits, and what somebody has to mend, with the way to where it is mended. */
export default function KoskiPage() {
  const t = useText();
  const runsConnection = useAbility('koski.run');
  return (
    <Page width="wide">
      <PageHeader title={t('exchange.koski.title')} subtitle={t('exchange.koski.subtitle')} />
      <Stack gap={8}>
        <Transfers />
        {runsConnection && <ConnectionSection />}
      </Stack>
    </Page>
  );
}

function Transfers() {
  const t = useText();
  const educationProviderId = useProviderId();
  const [chosen, setChosen] = useSearchParam('state', 'refused');
  const state = KoskiState.options.find((one) => one === chosen);
  const query = state === undefined ? {} : { state };
  const counts = useEndpoint(listKoskiTransfers, { params: { educationProviderId }, query: { limit: 1 } });
  const transfers = useEndpointPages(listKoskiTransfers, { params: { educationProviderId }, query }, { keepPrevious: true });
  const columns = useColumns(educationProviderId);
  const options: Option<KoskiState | typeof ALL>[] = [
    ...KoskiState.options.map((value) => ({ value, label: `${t(`exchange.koski.state.${value}`)} (${counts.data?.counts[value] ?? 0})` })),
    { value: ALL, label: t('exchange.koski.all') },
  ];
  return (
    <Stack gap={4}>
      <Row>
        <Select label={t('exchange.koski.show')} options={options} value={state ?? ALL} onChange={setChosen} />
      </Row>
      {transfers.items === undefined ? (
        transfers.error === null ? <Skeleton rows={5} /> : <ErrorState error={transfers.error} onRetry={transfers.retry} />
      ) : (
        <>
          <DataTable
            label={t('exchange.koski.title')}
            columns={columns}
            rows={transfers.items}
            rowKey={({ studyRightId }) => studyRightId}
            empty={<EmptyState icon="check" title={t('exchange.koski.none')}>{t('exchange.koski.noneHelp')}</EmptyState>}
          />
          {transfers.hasMore && (
            <Row>
              <Button onPress={transfers.loadMore} isPending={transfers.isLoadingMore}>
                {t('exchange.koski.more')}
              </Button>
            </Row>
          )}
        </>
      )}
    </Stack>
  );
}

function useColumns(educationProviderId: string) {
  const t = useText();
  const format = useFormat();
  const canMend = useAbility('study-record.read');
  const { run } = useAction(resendToKoski, { refresh: ['koski'], done: t('exchange.koski.resent') });
  return useMemo<Column<KoskiTransfer>[]>(
    () => [
      { id: 'learner', header: t('exchange.koski.learner'), cell: (one) => `${one.learner.lastName} ${one.learner.callName}`, onPhone: 'title' },
      { id: 'school', header: t('exchange.koski.school'), cell: (one) => format.name(one.schoolName), onPhone: 'line' },
      { id: 'state', header: t('exchange.koski.stateTitle'), cell: (one) => <Chip tone={TONES[one.state]} icon={ICONS[one.state]}>{t(`exchange.koski.state.${one.state}`)}</Chip>, onPhone: 'line', isNarrow: true },
      { id: 'what', header: t('exchange.koski.what'), cell: (one) => <Faults transfer={one} />, onPhone: 'line' },
      { id: 'when', header: t('exchange.koski.when'), cell: (one) => format.moment(one.askedAt), onPhone: 'hidden' },
      {
        id: 'act',
        header: t('exchange.koski.act'),
        isNarrow: true,
        onPhone: 'line',
        cell: (one) => {
          const name = `${one.learner.callName} ${one.learner.lastName}`;
          return (
            <Row>
              {canMend && (
                <LinkButton size="sm" href={`/learners/${one.learner.personId}/study-record`} aria-label={t('exchange.koski.mendOf', { name })}>
                  {t('exchange.koski.mend')}
                </LinkButton>
              )}
              {one.state !== 'cancelled' && (
                <Button size="sm" icon="refresh" aria-label={t('exchange.koski.resendOf', { name })} onPress={() => run({ params: { educationProviderId, learnerId: one.learner.personId, studyRightId: one.studyRightId } })}>
                  {t('exchange.koski.resend')}
                </Button>
              )}
            </Row>
          );
        },
      },
    ],
    [t, format, canMend, run, educationProviderId],
  );
}

function Faults({ transfer }: { transfer: KoskiTransfer }) {
  const t = useText();
  const format = useFormat();
  if (transfer.faults.length === 0) return <Muted>–</Muted>;
  return (
    <Stack gap={1}>
      {transfer.faults.map((fault, index) => (
        <span key={`${fault.key} ${index}`}>{fault.message}</span>
      ))}
      {transfer.nextAttemptAt !== null && <Muted>{t('exchange.koski.again', { when: format.moment(transfer.nextAttemptAt) })}</Muted>}
    </Stack>
  );
}

