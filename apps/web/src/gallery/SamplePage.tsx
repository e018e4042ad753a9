import { Page, PageHeader } from '@digione/platform/ui';
import { useParam } from '@digione/platform/web';

/** A page of the sample service, named by its address; one of them fails. */
export default function SamplePage() {
  const thing = useParam('thingId');
  if (thing === 'reports') throw new Error('This page fails on purpose');
  return (
    <Page>
      <PageHeader title={`Sivu ${thing}`} back={{ href: '/', label: 'Työpöytä' }} />
      <p>Sisältö.</p>
    </Page>
  );
}
