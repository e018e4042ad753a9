import { getStudyRecord, type StudyRecord } from '@digione/school-admin/contract';
import { EmptyState, Page, PageHeader, QueryState, Stack, Tabs } from '@digione/platform/ui';
import { useEndpoint, useParam, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { HistoryList } from './HistoryList.tsx';
import { StudyRightSection } from './StudyRightSection.tsx';
import './study-records.css';

/** A learner's study rights with all the school keeps of them, and what the national register would refuse. */
export default function StudyRecordPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const learnerId = useParam('learnerId');
  const record = useEndpoint(getStudyRecord, { params: { educationProviderId, learnerId } });
  const name = record.data && `${record.data.learner.callName} ${record.data.learner.lastName}`;
  return (
    <Page width="wide">
      <PageHeader
        title={name === undefined ? t('schoolAdmin.record.title') : t('schoolAdmin.record.of', { name })}
        subtitle={t('schoolAdmin.record.help')}
        {...(name !== undefined && { back: { href: `/people/${learnerId}`, label: name } })}
      />
      <QueryState query={record}>{(data) => <Body record={data} educationProviderId={educationProviderId} />}</QueryState>
    </Page>
  );
}

function Body({ record, educationProviderId }: { record: StudyRecord; educationProviderId: string }) {
  const t = useText();
  const [tab, setTab] = useSearchParam('tab', 'record');
  const learnerId = record.learner.personId;
  if (record.studyRights.length === 0) return <EmptyState icon="school" title={t('schoolAdmin.record.none')}>{t('schoolAdmin.record.noneHelp')}</EmptyState>;
  return (
    <Tabs
      label={t('schoolAdmin.record.title')}
      selected={tab === 'history' ? 'history' : 'record'}
      onSelect={setTab}
      pages={[
        {
          id: 'record',
          label: t('schoolAdmin.record.records'),
          content: (
            <Stack gap={8}>
              {record.studyRights.map((right) => (
                <StudyRightSection key={right.studyRightId} right={right} learnerId={learnerId} educationProviderId={educationProviderId} />
              ))}
            </Stack>
          ),
        },
        { id: 'history', label: t('schoolAdmin.record.history'), content: <HistoryList learnerId={learnerId} educationProviderId={educationProviderId} /> },
      ]}
    />
  );
}
