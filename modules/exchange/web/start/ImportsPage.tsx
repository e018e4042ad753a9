import { Page, PageHeader } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import { History } from './History.tsx';
import { NewImport } from './NewImport.tsx';

/** Begin an import, and see the earlier ones. */
export default function ImportsPage() {
  const t = useText();
  return (
    <Page>
      <PageHeader title={t('exchange.web.title')} subtitle={t('exchange.web.subtitle')} />
      <NewImport />
      <History />
    </Page>
  );
}
