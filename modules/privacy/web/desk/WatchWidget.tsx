import { Card, Facts, Stack } from '@digione/platform/ui';
import { useFormat, useT, type DeskWidgetProps } from '@digione/platform/web';
import type { PrivacyWatch } from '@digione/privacy/contract';
import type fi from '../../i18n/fi.json';

/** A week in the audit log, in counts. */
export default function WatchWidget({ data }: DeskWidgetProps<PrivacyWatch>) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  return (
    <Card>
      <Stack gap={3}>
        <h3>{t('privacy.watch.title')}</h3>
        <Facts
          facts={[
            { label: t('privacy.watch.refused'), value: format.number(data.refused) },
            { label: t('privacy.watch.reveals'), value: format.number(data.reveals) },
          ]}
        />
      </Stack>
    </Card>
  );
}
