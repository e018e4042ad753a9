import { IconButton, LinkButton, Page, PageHeader, QueryState, Skeleton, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { getRegister, type Register } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { RegisterSheet } from './RegisterSheet.tsx';
import './register.css';

/** A lesson's register. */
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
        {(read) => <RegisterSheet key={`${params.weeklyLessonId} ${params.heldOn}`} params={params} read={read} />}
      </QueryState>
    </Page>
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
