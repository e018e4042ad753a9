import { SchoolChoice, useOwnSchools } from '@digione/core-data/web/parts';
import { DataTable, EmptyState, Page, PageHeader, QueryState, type Column } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useMemo } from 'react';
import { listSupportOfSchool, type SupportedLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { StateChip } from './StateChip.tsx';
import './support.css';

const LEADS = ['special-needs-teacher', 'principal'];

/** Who has support at the school, the next review first. */
export default function SupportPage() {
  const t = useText();
  const format = useFormat();
  const own = useOwnSchools(LEADS);
  const { school } = own;
  return (
    <Page width="wide">
      <PageHeader title={t('schoolAdmin.support.title')} subtitle={school === undefined ? t('schoolAdmin.support.secret') : `${format.name(school.name)} · ${t('schoolAdmin.support.secret')}`} />
      <SchoolChoice {...own} />
      {school && <Supported key={school.schoolId} educationProviderId={school.educationProviderId} schoolId={school.schoolId} />}
    </Page>
  );
}

function Supported({ educationProviderId, schoolId }: { educationProviderId: string; schoolId: string }) {
  const t = useText();
  const format = useFormat();
  const query = useEndpoint(listSupportOfSchool, { params: { educationProviderId, schoolId } });
  const columns = useMemo((): Column<SupportedLearner>[] => {
    const kindsCell = ({ measures }: SupportedLearner) => <Kinds measures={measures} />;
    const dateOf = (day: string | undefined) => (day === undefined ? '' : format.date(day));
    const nextOf = ({ measures }: SupportedLearner) => measures.flatMap(({ reviewOn }) => reviewOn ?? []).toSorted()[0];
    return [
      { id: 'learner', header: t('schoolAdmin.support.learner'), cell: ({ callName, lastName }) => `${lastName} ${callName}`, sortBy: ({ lastName, callName }) => `${lastName} ${callName}` },
      { id: 'class', header: t('schoolAdmin.support.class'), cell: ({ homeroomName }) => homeroomName ?? '', sortBy: ({ homeroomName }) => homeroomName ?? '' },
      {
        id: 'measures',
        header: t('schoolAdmin.support.measures'),
        cell: kindsCell,
      },
      { id: 'review', header: t('schoolAdmin.support.nextReview'), cell: (one) => dateOf(nextOf(one)), sortBy: (one) => nextOf(one) ?? '9999' },
    ];
  }, [t, format]);
  return (
    <QueryState query={query}>
      {({ learners }) => (
        <DataTable
          label={t('schoolAdmin.support.title')}
          columns={columns}
          rows={learners}
          rowKey={({ personId }) => personId}
          rowHref={({ personId }) => `/learners/${personId}/support?provider=${educationProviderId}`}
          empty={<EmptyState icon="shield" title={t('schoolAdmin.support.none')} />}
        />
      )}
    </QueryState>
  );
}

function Kinds({ measures }: Pick<SupportedLearner, 'measures'>) {
  const t = useText();
  return (
    <ul className="school-support-kinds">
      {measures.map(({ supportMeasureId, kind, state }) => (
        <li key={supportMeasureId}>
          {t(`schoolAdmin.support.kind.${kind}`)} <StateChip state={state} />
        </li>
      ))}
    </ul>
  );
}
