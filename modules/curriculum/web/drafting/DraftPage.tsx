import { getDraft, type Draft } from '@digione/curriculum/contract';
import { Chip, Page, PageHeader, QueryState, Skeleton, Tabs, type TabPage } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';
import { ApprovalTab } from './ApprovalTab.tsx';
import { ChangesTab } from './ChangesTab.tsx';
import { HoursTab } from './HoursTab.tsx';
import { StudyUnitsTab } from './StudyUnitsTab.tsx';
import { WritingTab } from './WritingTab.tsx';
import './drafting.css';

type TabId = 'hours' | 'units' | 'writing' | 'approval' | 'changes';

/** A local curriculum in the making, on top of the national one. */
export default function DraftPage() {
  const t = useText();
  const { language } = useFormat();
  const educationProviderId = useProviderId();
  const draftId = useParam('draftId');
  const read = useEndpoint(getDraft, { params: { educationProviderId, draftId } });
  return (
    <Page width="wide">
      <PageHeader
        title={read.data ? said(read.data.name, language).text : t('curriculum.draft.title')}
        subtitle={read.data && t('curriculum.draft.onTopOf', { basis: said(read.data.basis.name, language).text })}
        back={{ href: `/curriculum/manage?provider=${educationProviderId}`, label: t('curriculum.manage.title') }}
        actions={read.data?.isSubmitted && <Chip tone="attention">{t('curriculum.draft.submitted')}</Chip>}
      />
      <QueryState query={read} loading={<Skeleton rows={10} />}>
        {(draft) => <DraftTabs draft={draft} />}
      </QueryState>
    </Page>
  );
}

function DraftTabs({ draft }: { draft: Draft }) {
  const t = useText();
  const isUpperSecondary = draft.basis.structure === 'upper-secondary';
  const first: TabId = draft.educationForm === 'basic-education' ? 'hours' : isUpperSecondary ? 'units' : 'writing';
  const [wanted, setTab] = useSearchParam('tab', first);
  const pages: TabPage<TabId>[] = [
    ...(draft.educationForm === 'basic-education' ? [{ id: 'hours' as const, label: t('curriculum.hours.title'), content: <HoursTab draft={draft} /> }] : []),
    ...(isUpperSecondary ? [{ id: 'units' as const, label: t('curriculum.draft.studyUnits'), count: draft.studyUnits.length, content: <StudyUnitsTab draft={draft} /> }] : []),
    { id: 'writing', label: t('curriculum.draft.writingTab'), content: <WritingTab draft={draft} /> },
    { id: 'approval', label: t('curriculum.draft.approvalTab'), content: <ApprovalTab draft={draft} /> },
    { id: 'changes', label: t('curriculum.draft.changesTab'), content: <ChangesTab draft={draft} /> },
  ];
  const selected = pages.find(({ id }) => id === wanted)?.id ?? first;
  return <Tabs label={t('curriculum.draft.title')} pages={pages} selected={selected} onSelect={setTab} />;
}
