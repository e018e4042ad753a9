import { findEditionLessonHours } from '@digione/curriculum/contract';
import { EmptyState, IconButton, Page, PageHeader, QueryState, Skeleton } from '@digione/platform/ui';
import { useEndpoint, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { HoursTable } from './HoursTable.tsx';

/** The distribution of lesson hours as it was approved with an edition. */
export default function HoursPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const [editionId] = useSearchParam('edition');
  const read = useEndpoint(findEditionLessonHours, { params: { educationProviderId, editionId } });
  return (
    <Page width="wide">
      <PageHeader
        title={t('curriculum.hours.title')}
        back={{ href: `/curriculum?edition=${editionId}&provider=${educationProviderId}`, label: t('curriculum.title') }}
        actions={<IconButton icon="print" label={t('curriculum.print')} onPress={() => window.print()} />}
      />
      <QueryState query={read} loading={<Skeleton rows={12} />}>
        {({ lessonHours }) => (lessonHours === null ? <EmptyState icon="clock" title={t('curriculum.hours.none')} /> : <HoursTable lessonHours={lessonHours} />)}
      </QueryState>
    </Page>
  );
}
