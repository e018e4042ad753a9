import { useMemo } from 'react';
import { getHomeroom, listLearners, type LearnerRow } from '@digione/core-data/contract';
import { Button, DataTable, EmptyState, ErrorState, LinkButton, Muted, Page, PageHeader, Skeleton, type Column } from '@digione/platform/ui';
import { useAbility, useEndpoint, useEndpointPages, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** A class list, as it is looked at and printed. */
export default function HomeroomPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const homeroomId = useParam('homeroomId');
  const { data: homeroom, error, refetch } = useEndpoint(getHomeroom, { params: { educationProviderId, homeroomId } });
  const hasTimetables = useAbility('timetable.read');
  const names = homeroom?.teachers.map(({ callName, lastName }) => `${callName} ${lastName}`).join(', ') ?? '';
  return (
    <Page>
      <PageHeader
        title={homeroom?.name ?? t('core-data.homeroom.title')}
        {...(homeroom !== undefined && {
          subtitle: [format.name(homeroom.schoolName), t('core-data.schools.learners', { count: homeroom.learnerCount }), names].filter(Boolean).join(' · '),
        })}
        back={homeroom === undefined ? { href: '/schools', label: t('core-data.schools.title') } : { href: `/schools/${homeroom.schoolId}?provider=${educationProviderId}`, label: format.name(homeroom.schoolName) }}
        actions={
          <>
            {hasTimetables && (
              <LinkButton icon="week" href={`/timetable?homeroom=${homeroomId}&provider=${educationProviderId}`}>
                {t('core-data.homeroom.timetable')}
              </LinkButton>
            )}
            <Button icon="print" onPress={() => window.print()}>
              {t('core-data.homeroom.print')}
            </Button>
          </>
        }
      />
      {error === null ? <Learners educationProviderId={educationProviderId} homeroomId={homeroomId} size={homeroom?.learnerCount} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

/** Those of the class who are the reader's to see: all of it for its teacher and the office, some for who teaches some. */
function Learners({ educationProviderId, homeroomId, size }: { educationProviderId: string; homeroomId: string; size: number | undefined }) {
  const t = useText();
  const format = useFormat();
  const mayAsk = useAbility('people.list');
  const learners = useEndpointPages(listLearners, { params: { educationProviderId }, query: { homeroomId, limit: 200 } }, { enabled: mayAsk });
  const columns = useMemo<Column<LearnerRow>[]>(
    () => [
      { id: 'name', header: t('core-data.people.name'), cell: (row) => `${row.lastName} ${row.callName}`, sortBy: (row) => `${row.lastName} ${row.callName}` },
      { id: 'firstNames', header: t('core-data.person.firstNames'), cell: (row) => row.firstNames, onPhone: 'line' },
      { id: 'born', header: t('core-data.people.bornOn'), cell: (row) => (row.bornOn === null ? '–' : format.date(row.bornOn, 'numeric')), sortBy: (row) => row.bornOn, onPhone: 'line' },
    ],
    [t, format],
  );
  const rows = mayAsk ? learners.items : [];
  if (rows === undefined) return learners.error === null ? <Skeleton rows={10} /> : <ErrorState error={learners.error} onRetry={learners.retry} />;
  const isPart = rows.length > 0 && size !== undefined && rows.length < size;
  return (
    <>
      {isPart && <Muted>{t('core-data.homeroom.someOf', { count: rows.length, all: size })}</Muted>}
      <DataTable
        label={t('core-data.homeroom.learners')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.personId}
        rowHref={(row) => `/people/${row.personId}?provider=${educationProviderId}`}
        empty={
          size === 0 ? (
            <EmptyState icon="people" title={t('core-data.homeroom.empty')} />
          ) : (
            <EmptyState icon="lock" title={t('core-data.homeroom.notMine')}>
              {t('core-data.homeroom.notMineHelp')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
