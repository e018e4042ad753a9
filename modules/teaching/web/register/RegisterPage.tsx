import { IconButton, LinkButton, Page, PageHeader, QueryState, Skeleton, SubjectChip, subjectHue, Tabs } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId, useSearchParam } from '@digione/platform/web';
import { getRegister, type Register } from '../../contract/index.ts';
import { EntrySheet } from '../entry/EntrySheet.tsx';
import { useText } from '../messages.ts';
import { RegisterSheet } from './RegisterSheet.tsx';
import type { RegisterParams } from './use-save-queue.ts';
import './register.css';

/** A lesson: its register first, beside it what is written down of it. */
export default function RegisterPage() {
  const t = useText();
  const params = { educationProviderId: useProviderId(), weeklyLessonId: useParam('weeklyLessonId'), heldOn: useParam('heldOn') };
  const register = useEndpoint(getRegister, { params });
  const lesson = register.data?.lesson;
  return (
    <Page>
      <PageHeader
        title={lesson === undefined ? t('teaching.register.title') : lesson.groupName}
        {...(lesson !== undefined && { documentTitle: t('teaching.register.documentTitle', { group: lesson.groupName }), subtitle: <LessonLine lesson={lesson} /> })}
        actions={
          <>
            {lesson?.subject && (
              <LinkButton icon="book" href={`/curriculum?group=${lesson.teachingGroupId}&provider=${params.educationProviderId}`}>
                {t('teaching.register.curriculum')}
              </LinkButton>
            )}
            <IconButton icon="print" label={t('teaching.register.print')} onPress={() => window.print()} />
          </>
        }
      />
      <QueryState query={register} loading={<Skeleton rows={12} />}>
        {(read) => <LessonTabs key={`${params.weeklyLessonId} ${params.heldOn}`} params={params} read={read} />}
      </QueryState>
    </Page>
  );
}

function LessonTabs({ params, read }: { params: RegisterParams; read: Register }) {
  const t = useText();
  const [tab, setTab] = useSearchParam('tab', 'register');
  return (
    <Tabs
      label={t('teaching.lesson.sides')}
      selected={tab === 'entry' ? 'entry' : 'register'}
      onSelect={setTab}
      pages={[
        { id: 'register', label: t('teaching.register.title'), content: <RegisterSheet params={params} read={read} /> },
        { id: 'entry', label: t('teaching.lesson.entry'), content: <EntrySheet params={params} register={read} /> },
      ]}
    />
  );
}

function LessonLine({ lesson }: { lesson: Register['lesson'] }) {
  const format = useFormat();
  const when = `${format.day(lesson.heldOn)} ${format.timeRange(lesson.startsAt, lesson.endsAt)}`;
  return (
    <span className="teaching-lesson-line">
      {lesson.subject && <SubjectChip hue={subjectHue(lesson.subject.code)}>{format.name(lesson.subject.name)}</SubjectChip>}
      <span>{[when.charAt(0).toLocaleUpperCase(format.language) + when.slice(1), lesson.roomName].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
