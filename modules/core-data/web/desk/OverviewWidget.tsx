import type { ProviderOverview } from '@digione/core-data/contract';
import { Card, Facts, Link, Row, Stack } from '@digione/platform/ui';
import { useFormat, useMe, type DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** The education provider at a glance. */
export default function OverviewWidget({ data, educationProviderId }: DeskWidgetProps<ProviderOverview>) {
  const t = useText();
  const format = useFormat();
  const me = useMe();
  const provider = me.identities.find((identity) => identity.educationProviderId === educationProviderId);
  return (
    <Card>
      <Stack gap={3}>
        <h3>{provider === undefined ? t('core-data.schools.title') : format.name(provider.providerName)}</h3>
        <Facts
          facts={[
            { label: t('core-data.overview.schools'), value: format.number(data.schools) },
            { label: t('core-data.overview.learners'), value: format.number(data.learners) },
            { label: t('core-data.overview.staff'), value: format.number(data.staff) },
            ...(data.schoolYear === null ? [] : [{ label: t('core-data.overview.schoolYear'), value: t('core-data.overview.until', { name: data.schoolYear.name, date: format.date(data.schoolYear.endsOn) }) }]),
          ]}
        />
        <Row>
          <Link href="/schools">{t('core-data.overview.open')}</Link>
        </Row>
      </Stack>
    </Card>
  );
}
