import { useMemo } from 'react';
import { listHomerooms, listSchools } from '@digione/core-data/contract';
import { DataTable, EmptyState, Page, PageHeader, QueryState, type Column } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

type Homeroom = ReturnType<typeof useHomerooms>['data'] extends infer D | undefined ? (D extends { homerooms: (infer H)[] } ? H : never) : never;

const useHomerooms = (educationProviderId: string, schoolId: string) => useEndpoint(listHomerooms, { params: { educationProviderId, schoolId } });

/** One school: its classes with teachers and sizes. */
export default function SchoolPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const schoolId = useParam('schoolId');
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const homerooms = useHomerooms(educationProviderId, schoolId);
  const school = schools.data?.schools.find((one) => one.schoolId === schoolId);
  const columns = useMemo<Column<Homeroom>[]>(
    () => [
      { id: 'name', header: t('core-data.people.homeroom'), cell: (row) => row.name, sortBy: (row) => row.name },
      { id: 'teachers', header: t('core-data.homeroom.teachers'), cell: (row) => row.teachers.map((one) => `${one.callName} ${one.lastName}`).join(', ') || '–' },
      { id: 'size', header: t('core-data.homeroom.size'), cell: (row) => row.learnerCount, sortBy: (row) => row.learnerCount, align: 'end', isNarrow: true, onPhone: 'corner' },
    ],
    [t],
  );
  return (
    <Page>
      <PageHeader
        title={school === undefined ? t('core-data.school.title') : format.name(school.name)}
        back={{ href: '/schools', label: t('core-data.schools.title') }}
        {...(school !== undefined && { subtitle: t('core-data.schools.learners', { count: school.learnerCount }) })}
      />
      {homerooms.error?.status === 403 ? (
        <EmptyState icon="lock" title={t('core-data.school.closed')}>
          {t('core-data.school.closedHelp')}
        </EmptyState>
      ) : (
        <QueryState query={homerooms}>
          {(data) => (
            <DataTable
              label={t('core-data.homeroom.list')}
              columns={columns}
              rows={data.homerooms}
              rowKey={(row) => row.homeroomId}
              rowHref={(row) => `/homerooms/${row.homeroomId}?provider=${educationProviderId}`}
              empty={<EmptyState icon="group" title={t('core-data.homeroom.none')} />}
            />
          )}
        </QueryState>
      )}
    </Page>
  );
}
