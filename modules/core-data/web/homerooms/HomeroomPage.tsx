import { useMemo } from 'react';
import { listLearners, type LearnerRow } from '@digione/core-data/contract';
import { Button, DataTable, EmptyState, ErrorState, Page, PageHeader, Skeleton, type Column } from '@digione/platform/ui';
import { useEndpointPages, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** A class list, as it is looked at and printed. */
export default function HomeroomPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const homeroomId = useParam('homeroomId');
  const learners = useEndpointPages(listLearners, { params: { educationProviderId }, query: { homeroomId, limit: 200 } });
  const first = learners.items?.[0];
  const columns = useMemo<Column<LearnerRow>[]>(
    () => [
      { id: 'name', header: t('core-data.people.name'), cell: (row) => `${row.lastName} ${row.callName}`, sortBy: (row) => `${row.lastName} ${row.callName}` },
      { id: 'firstNames', header: t('core-data.person.firstNames'), cell: (row) => row.firstNames, onPhone: 'line' },
      { id: 'born', header: t('core-data.people.bornOn'), cell: (row) => (row.bornOn === null ? '–' : format.date(row.bornOn, 'numeric')), sortBy: (row) => row.bornOn, onPhone: 'line' },
    ],
    [t, format],
  );
  return (
    <Page>
      <PageHeader
        title={first?.homeroomName ?? t('core-data.homeroom.title')}
        {...(first !== undefined && { subtitle: `${format.name(first.schoolName)} · ${t('core-data.schools.learners', { count: learners.items?.length ?? 0 })}` })}
        back={first === undefined ? { href: '/schools', label: t('core-data.schools.title') } : { href: `/schools/${first.schoolId}?provider=${educationProviderId}`, label: format.name(first.schoolName) }}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t('core-data.homeroom.print')}
          </Button>
        }
      />
      {learners.items === undefined ? (
        learners.error === null ? <Skeleton rows={10} /> : <ErrorState error={learners.error} onRetry={learners.retry} />
      ) : (
        <DataTable
          label={t('core-data.homeroom.learners')}
          columns={columns}
          rows={learners.items}
          rowKey={(row) => row.personId}
          rowHref={(row) => `/people/${row.personId}?provider=${educationProviderId}`}
          empty={<EmptyState icon="people" title={t('core-data.people.none')}>{t('core-data.people.noneHelp')}</EmptyState>}
        />
      )}
    </Page>
  );
}
