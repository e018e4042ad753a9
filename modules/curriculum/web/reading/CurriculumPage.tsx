import { useMemo, useState } from 'react';
import { findGroupCurriculum, listEditionsInForce, listSubjects, type Adoption, type Edition, type SubjectLine } from '@digione/curriculum/contract';
import { EmptyState, IconButton, LinkButton, Page, PageHeader, QueryState, SearchBox, Segmented, Select, Skeleton } from '@digione/platform/ui';
import { useAbility, useEndpoint, useFormat, useLanguage, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said, type TextLanguage } from '../text/said.ts';
import { TextLanguageContext } from '../text/Said.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SubjectGrid } from './SubjectGrid.tsx';
import { SubjectView } from './SubjectView.tsx';
import './curriculum.css';

/** Shorter is no word to search by. */
const SHORTEST_QUERY = 2;

/** The curriculum as a handbook: subjects, their objectives at a grade level or in a module, and a search over all of it. */
export default function CurriculumPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const [groupId] = useSearchParam('group');
  const [wantedEdition] = useSearchParam('edition');
  const adoptions = useEndpoint(listEditionsInForce, { params: { educationProviderId } });
  const group = useEndpoint(findGroupCurriculum, { params: { educationProviderId, groupId } }, { enabled: groupId !== '' });
  const mayManage = useAbility('curriculum.manage');
  const manage = mayManage && (
    <LinkButton href={`/curriculum/manage?provider=${educationProviderId}`} icon="settings">
      {t('curriculum.manage.open')}
    </LinkButton>
  );
  return (
    <Page width="wide">
      <QueryState query={adoptions} loading={<PageHeader title={t('curriculum.title')} />}>
        {(data) => {
          if (groupId !== '' && group.isPending) return <Skeleton rows={8} />;
          if (data.adoptions.length === 0 && wantedEdition === '') {
            return (
              <>
                <PageHeader title={t('curriculum.title')} actions={manage} />
                <EmptyState icon="book" title={t('curriculum.none')}>
                  {mayManage ? t('curriculum.noneManage') : t('curriculum.noneHelp')}
                </EmptyState>
              </>
            );
          }
          return <Handbook adoptions={data.adoptions} from={group.data} manage={manage} />;
        }}
      </QueryState>
    </Page>
  );
}

interface HandbookProps {
  readonly adoptions: readonly Adoption[];
  /** Where the teaching group that one comes from stands. */
  readonly from: { readonly editionId: string | null; readonly subjectKey: string | null; readonly unitKey: string | null } | undefined;
  readonly manage: React.ReactNode;
}

function Handbook({ adoptions, from, manage }: HandbookProps) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const educationProviderId = useProviderId();
  const [wantedEdition, setEdition] = useSearchParam('edition');
  const [wantedSubject, setSubject] = useSearchParam('subject');
  const [wantedUnit, setUnit] = useSearchParam('unit');
  const [query, setQuery] = useSearchParam('q');
  const [typed, setTyped] = useState(query);
  const [wantedLanguage, setLanguage] = useSearchParam('text');
  const editionId = wantedEdition || from?.editionId || (adoptions[0]?.edition.editionId ?? '');
  const read = useEndpoint(listSubjects, { params: { educationProviderId, editionId } });
  // Also one that is not in force, or no longer, can be read: an earlier version, one that is yet to begin.
  const isInForce = adoptions.some(({ edition: one }) => one.editionId === editionId);
  const edition = adoptions.find(({ edition: one }) => one.editionId === editionId)?.edition ?? read.data?.edition;
  const offered: TextLanguage[] = (['fi', 'sv'] as const).filter((one) => edition?.languages.includes(one));
  const textLanguage = offered.find((one) => one === wantedLanguage) ?? offered.find((one) => one === language) ?? offered[0] ?? 'fi';
  const isOwnChoice = wantedEdition !== '' || wantedSubject !== '';
  const subjectKey = isOwnChoice ? wantedSubject : (from?.subjectKey ?? '');
  const unitKey = isOwnChoice ? wantedUnit : (from?.unitKey ?? '');
  const nameOf = (one: Edition) => said(one.name, textLanguage).text;
  const formOf = ({ educationForm }: Edition) => (educationForm === null ? undefined : t(`curriculum.form.${educationForm}`));
  const choices = [...adoptions.map((one) => one.edition), ...(isInForce || edition === undefined ? [] : [edition])];
  const choose = (key: string) => {
    setEdition(editionId);
    setSubject(key);
    setUnit('');
    setQuery('');
    setTyped('');
  };
  return (
    <TextLanguageContext value={textLanguage}>
      <PageHeader
        title={t('curriculum.title')}
        subtitle={edition && [nameOf(edition), edition.publishedAt && t('curriculum.published', { date: format.date(edition.publishedAt.slice(0, 10), 'numeric') }), !isInForce && t('curriculum.notInForce')].filter(Boolean).join(' · ')}
        actions={
          <>
            {manage}
            {edition?.curriculumKey.startsWith('own:') === true && edition.structure === 'basic-education' && (
              <LinkButton href={`/curriculum/lesson-hours?edition=${editionId}&provider=${educationProviderId}`} icon="clock">
                {t('curriculum.hours.open')}
              </LinkButton>
            )}
            <IconButton icon="print" label={t('curriculum.print')} onPress={() => window.print()} />
          </>
        }
      />
      <div className="curriculum-tools no-print">
        <SearchBox
          label={t('curriculum.search.label')}
          isLabelled
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (next === '') setQuery('');
          }}
          onSubmit={(next) => setQuery(next.trim().length >= SHORTEST_QUERY ? next.trim() : '')}
        />
        {choices.length > 1 && (
          <Select
            label={t('curriculum.edition')}
            value={editionId}
            options={choices.map((one) => ({ value: one.editionId, label: nameOf(one), detail: formOf(one) }))}
            onChange={(next) => {
              setEdition(next);
              setSubject('');
              setUnit('');
            }}
          />
        )}
        {offered.length > 1 && <Segmented label={t('curriculum.textLanguage')} value={textLanguage} options={offered.map((one) => ({ value: one, label: one === 'sv' ? 'Svenska' : 'Suomi' }))} onChange={setLanguage} />}
      </div>
      {query === '' ? (
        <QueryState query={read} loading={<Skeleton rows={8} />}>
          {({ subjects }) => <Subjects subjects={subjects} editionId={editionId} subjectKey={subjectKey} unitKey={unitKey} onSubject={choose} onUnit={setUnit} />}
        </QueryState>
      ) : (
        <SearchResults key={`${query} ${textLanguage}`} editionId={editionId} query={query} language={textLanguage === 'sv' ? 'sv' : 'fi'} />
      )}
    </TextLanguageContext>
  );
}

interface SubjectsProps {
  readonly subjects: readonly SubjectLine[];
  readonly editionId: string;
  readonly subjectKey: string;
  readonly unitKey: string;
  readonly onSubject: (key: string) => void;
  readonly onUnit: (key: string) => void;
}

function Subjects({ subjects, editionId, subjectKey, unitKey, onSubject, onUnit }: SubjectsProps) {
  const chosen = useMemo(() => subjects.find(({ key }) => key === subjectKey), [subjects, subjectKey]);
  if (chosen === undefined) return <SubjectGrid subjects={subjects} editionId={editionId} />;
  return <SubjectView key={chosen.key} subject={chosen} subjects={subjects} editionId={editionId} unitKey={unitKey} onSubject={onSubject} onUnit={onUnit} />;
}
