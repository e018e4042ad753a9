import { EmptyState, LinkButton, Page, PageHeader } from '@digione/platform/ui';
import { useT } from '@digione/platform/web';
import type fi from '../../i18n/fi.json';

/** No page has this address. */
export function NotFoundPage() {
  const t = useT<keyof typeof fi>();
  return (
    <Page width="text">
      <PageHeader title={t('web.notFound.title')} />
      <EmptyState
        icon="question"
        title={t('web.notFound.text')}
        action={
          <LinkButton kind="primary" href="/">
            {t('web.notFound.back')}
          </LinkButton>
        }
      />
    </Page>
  );
}
