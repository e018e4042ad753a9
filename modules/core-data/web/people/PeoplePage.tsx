import { useMemo } from 'react';
import { listHomerooms, listLearners, listSchools, type LearnerRow } from '@digione/core-data/contract';
import { Button, DataTable, EmptyState, Page, PageHeader, QueryState, Row, SearchBox, Select, Skeleton, ErrorState, type Column } from '@digione/platform/ui';
import { useEndpoint, useEndpointPages, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';

const ALL = 'all';

/** Learners within one's rights: found by name, narrowed by school and homeroom, printed as a list. */
export default function PeoplePage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const [q, setQ] = useSearchParam('q');
  const [schoolId, setSchoolId] = useSearchParam('school', ALL);
  const [homeroomId, setHomeroomId] = useSearchParam('homeroom', ALL);
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const homerooms = useEndpoint(listHomerooms, { params: { educationProviderId, schoolId } }, { enabled: schoolId !== ALL });
  const learners = useEndpointPages(
    listLearners,
    {
      params: { educationProviderId },
      query: { limit: 100, ...(q.trim() !== '' && { q: q.trim() }), ...(schoolId !== ALL && { schoolId }), ...(homeroomId !== ALL && { homeroomId }) },
    },
    { keepPrevious: true },
  );

  const columns = useMemo<Column<LearnerRow>[]>(
    () => [
      { id: 'name', header: t('core-data.people.name'), cell: (row) => `${row.lastName} ${row.callName}`, sortBy: (row) => `${row.lastName} ${row.callName}` },
      { id: 'homeroom', header: t('core-data.people.homeroom'), cell: (row) => row.homeroomName ?? '–', sortBy: (row) => row.homeroomName, onPhone: 'corner', isNarrow: true },
      { id: 'school', header: t('core-data.people.school'), cell: (row) => format.name(row.schoolName), sortBy: (row) => format.name(row.schoolName) },
      { id: 'born', header: t('core-data.people.bornOn'), cell: (row) => (row.bornOn === null ? '–' : format.date(row.bornOn, 'numeric')), sortBy: (row) => row.bornOn, onPhone: 'hidden' },
    ],
    [t, format],
  );

  return (
    <Page width="wide">
      <PageHeader title={t('core-data.people.title')} />
      <Row align="end">
        <SearchBox label={t('core-data.people.find')} isLabelled value={q} onChange={setQ} />
        <Select
          label={t('core-data.people.school')}
          options={[{ value: ALL, label: t('core-data.people.allSchools') }, ...(schools.data?.schools ?? []).map((one) => ({ value: one.schoolId, label: format.name(one.name) }))]}
          value={schoolId}
          onChange={(value) => {
            setSchoolId(value);
            setHomeroomId(ALL);
          }}
        />
        {schoolId !== ALL && (
          <Select
            label={t('core-data.people.homeroom')}
            options={[{ value: ALL, label: t('core-data.people.allHomerooms') }, ...(homerooms.data?.homerooms ?? []).map((one) => ({ value: one.homeroomId, label: one.name }))]}
            value={homeroomId}
            onChange={setHomeroomId}
          />
        )}
      </Row>
      {learners.items === undefined ? (
        learners.error === null ? <Skeleton rows={12} /> : <ErrorState error={learners.error} onRetry={learners.retry} />
      ) : (
        <>
          <DataTable
            label={t('core-data.people.title')}
            columns={columns}
            rows={learners.items}
            rowKey={(row) => `${row.personId}-${row.schoolId}`}
            rowHref={(row) => `/people/${row.personId}?provider=${educationProviderId}`}
            empty={<EmptyState icon="people" title={q === '' ? t('core-data.people.none') : t('core-data.people.noneFound')}>{t('core-data.people.noneHelp')}</EmptyState>}
          />
          {learners.hasMore && (
            <Row align="center">
              <Button onPress={learners.loadMore} isPending={learners.isLoadingMore}>
                {t('core-data.people.more')}
              </Button>
            </Row>
          )}
        </>
      )}
      <QueryState query={schools}>{() => null}</QueryState>
    </Page>
  );
}
