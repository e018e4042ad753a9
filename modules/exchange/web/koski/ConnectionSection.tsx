import { useMemo } from 'react';
import { getKoskiConnection, listKoskiAttempts, setKoskiConnection } from '@digione/exchange/contract';
import { Card, DataTable, Facts, Muted, QueryState, Section, Stack, Switch, type Column } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

interface Attempt {
  readonly koskiAttemptId: string;
  readonly at: string;
  readonly act: 'send' | 'cancel' | 'compare';
  readonly outcome: 'done' | 'refused' | 'failed' | 'differs';
  readonly status: number | null;
  readonly key: string | null;
  readonly milliseconds: number;
}

/** The main user's: is the transfer on, where does it go, how have the latest requests gone. */
export function ConnectionSection() {
  const t = useText();
  const educationProviderId = useProviderId();
  const connection = useEndpoint(getKoskiConnection, { params: { educationProviderId } });
  const attempts = useEndpoint(listKoskiAttempts, { params: { educationProviderId }, query: {} });
  const set = useAction(setKoskiConnection, { refresh: ['koski'], done: t('exchange.koski.changed') });
  const columns = useColumns();
  return (
    <>
      <Section title={t('exchange.koski.connection')}>
        <QueryState query={connection}>
          {({ isOn, address, user, version }) => (
            <Card>
              <Stack gap={4}>
                <Switch isSelected={isOn} isDisabled={set.isPending} onChange={(wanted) => set.run({ params: { educationProviderId }, body: { isOn: wanted }, ifMatch: version })}>
                  {t('exchange.koski.isOn')}
                </Switch>
                {address === null ? <Muted>{t('exchange.koski.noAccess')}</Muted> : <Facts facts={[{ label: t('exchange.koski.address'), value: address }, { label: t('exchange.koski.user'), value: user ?? '–' }]} />}
              </Stack>
            </Card>
          )}
        </QueryState>
      </Section>
      <Section title={t('exchange.koski.attempts')}>
        <QueryState query={attempts}>{({ items }) => <DataTable label={t('exchange.koski.attempts')} columns={columns} rows={items} rowKey={({ koskiAttemptId }) => koskiAttemptId} empty={<Muted>{t('exchange.koski.noAttempts')}</Muted>} />}</QueryState>
      </Section>
    </>
  );
}

function useColumns() {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Attempt>[]>(
    () => [
      { id: 'at', header: t('exchange.koski.at'), cell: (one) => format.moment(one.at), onPhone: 'title' },
      { id: 'act', header: t('exchange.koski.act'), cell: (one) => t(`exchange.koski.act.${one.act}`), onPhone: 'line' },
      { id: 'outcome', header: t('exchange.koski.outcome'), cell: (one) => [t(`exchange.koski.outcome.${one.outcome}`), one.status, one.key].filter((part) => part !== null).join(' · '), onPhone: 'line' },
      { id: 'took', header: t('exchange.koski.took'), cell: (one) => t('exchange.koski.milliseconds', { count: one.milliseconds }), align: 'end', onPhone: 'hidden' },
    ],
    [t, format],
  );
}
