import { ErrorState, Page, PageHeader } from '@digione/platform/ui';
import { isAble, ProblemError, useMe, useT } from '@digione/platform/web';
import type { ComponentType } from 'react';
import type fi from '../../i18n/fi.json';

const noRights = new ProblemError({ type: 'about:blank', title: '', status: 403 });

/** Shows a page to those it is for. The server judges each request anyway; this spares a page full of refusals. */
export function Guarded({ needs, page: Content }: { needs: string | undefined; page: ComponentType }) {
  const t = useT<keyof typeof fi>();
  if (isAble(useMe(), needs)) return <Content />;
  return (
    <Page width="text">
      <PageHeader title={t('web.noRights.title')} />
      <ErrorState error={noRights} />
    </Page>
  );
}
