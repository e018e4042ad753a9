import { Button, Card, CardGrid, EmptyState, ErrorState, Section, Skeleton } from '@digione/platform/ui';
import { ProblemError } from '@digione/platform/web';

const problem = (status: number, detail?: string) =>
  new ProblemError({ type: 'about:blank', title: 'x', status, traceId: '7f3a1c9e', ...(detail !== undefined && { detail }) });

/** Empty, loading, failed. */
export function StatesGallery() {
  return (
    <Section title="States">
      <CardGrid>
        <Card><EmptyState icon="check" title="Ei selvitettäviä poissaoloja">Kun poissaolo odottaa selvitystä, näet sen tässä.</EmptyState></Card>
        <Card><EmptyState icon="people" title="Ryhmässä ei ole oppilaita" action={<Button kind="primary" icon="plus">Lisää oppilas</Button>} /></Card>
        <Card padding="list"><EmptyState isCompact title="Mikään ei odota sinua juuri nyt." /></Card>
        <Card><ErrorState error={problem(500)} onRetry={() => {}} /></Card>
        <Card><ErrorState error={problem(403)} /></Card>
        <Card><ErrorState error={problem(404)} /></Card>
        <Card><ErrorState error={problem(0)} onRetry={() => {}} /></Card>
        <Card><ErrorState error={problem(409, 'Opettaja Mäki tallensi läsnäolot klo 9.21.')} onRetry={() => {}} /></Card>
        <Card padding="list"><ErrorState error={problem(503)} isCompact onRetry={() => {}} /></Card>
        <Card><Skeleton rows={3} /></Card>
        <Card><Skeleton kind="text" rows={4} /></Card>
      </CardGrid>
    </Section>
  );
}
