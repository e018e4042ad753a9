import { Page, Skeleton } from '@digione/platform/ui';

/** While a page's own program is on its way. */
export function PagePending() {
  return (
    <Page>
      <Skeleton kind="text" rows={2} />
      <Skeleton rows={6} />
    </Page>
  );
}
