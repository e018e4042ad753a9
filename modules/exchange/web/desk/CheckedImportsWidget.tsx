import type { CheckedImports } from '@digione/exchange/contract';
import { Card, Icon, LinkButton, List, ListItem } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';
import './desk.css';

/** Files that were checked and not yet imported: opened where they can be. */
export default function CheckedImportsWidget({ data: { runs, total }, educationProviderId }: DeskWidgetProps<CheckedImports>) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <h3 className="exchange-card-title">{t('exchange.desk.checked', { count: total })}</h3>
      <List label={t('exchange.desk.checked', { count: total })}>
        {runs.map(({ importRunId, kind, fileName, checkedAt, changes }) => (
          <ListItem
            key={importRunId}
            leading={<Icon name="upload" />}
            title={fileName}
            detail={[t(`exchange.web.kind.${kind}`), t('exchange.desk.changes', { count: changes }), t('exchange.desk.checkedAt', { when: format.moment(checkedAt) })].join(' · ')}
            href={`/imports/${importRunId}?provider=${educationProviderId ?? ''}`}
          />
        ))}
      </List>
      {total > runs.length && (
        <div className="exchange-card-more">
          <LinkButton kind="quiet" href="/imports">
            {t('exchange.desk.all')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
