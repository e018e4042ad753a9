import type { VendorConnection } from '@digione/exchange/contract';
import { Card, Facts, Link, Row, Stack } from '@digione/platform/ui';
import { useFormat, useMe, type DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** What a vendor's representative and their programs may do here, and have done. */
export default function ConnectionWidget({ data, educationProviderId }: DeskWidgetProps<VendorConnection>) {
  const t = useText();
  const format = useFormat();
  const provider = useMe().identities.find((identity) => identity.educationProviderId === educationProviderId)?.providerName ?? {};
  const { startsOn, endsOn, reason, acts, lastActAt } = data;
  return (
    <Card>
      <Stack>
        <h3>{t('exchange.desk.connection', { name: format.name(provider) })}</h3>
        <p>{t('exchange.desk.connectionMay')}</p>
        <Facts
          facts={[
            { label: t('exchange.desk.validity'), value: startsOn === null ? '–' : format.dateRange(startsOn, endsOn) },
            ...(reason === null ? [] : [{ label: t('exchange.desk.reason'), value: reason }]),
            { label: t('exchange.desk.acts'), value: format.number(acts) },
            { label: t('exchange.desk.lastAct'), value: lastActAt === null ? '–' : format.moment(lastActAt) },
          ]}
        />
        <Row>
          <Link href="/api" target="_blank">
            {t('exchange.desk.api')}
          </Link>
          <Link href="/own-log">{t('exchange.desk.log')}</Link>
        </Row>
        <p className="ui-muted">{t('exchange.desk.later')}</p>
      </Stack>
    </Card>
  );
}
