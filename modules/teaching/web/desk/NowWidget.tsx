import { toHelsinki } from '@digione/local-date';
import { Card, DayStrip, EmptyState, Link, LinkButton, List, ListItem, Stack, SubjectChip, subjectHue, useIsNarrow } from '@digione/platform/ui';
import { useFormat, useNow, type DeskWidgetProps } from '@digione/platform/web';
import type { TaughtLesson, TeachersDay } from '../../contract/index.ts';
import { registerAddress } from '../addresses.ts';
import { useText } from '../messages.ts';
import { momentOf, subjectOf } from './lesson-text.ts';
import { StateChip } from './StateChip.tsx';
import './desk.css';

/** The running or next lesson, its register one press away, and the whole day as a line. */
export default function NowWidget({ data: { lessons }, educationProviderId }: DeskWidgetProps<TeachersDay>) {
  const t = useText();
  const format = useFormat();
  const { date, time } = toHelsinki(useNow());
  const moment = momentOf(lessons, time);
  const isNarrow = useIsNarrow(720);
  return (
    <Card tone={moment.kind === 'running' ? 'accent' : 'plain'} padding={moment.kind === 'free' ? 'list' : 'normal'}>
      {moment.kind === 'free' ? (
        <EmptyState isCompact icon="calendar" title={t('teaching.now.free')} />
      ) : (
        <Stack gap={4}>
          {moment.kind === 'over' ? <h3>{t('teaching.now.over')}</h3> : <LessonNow kind={moment.kind} lesson={moment.lesson} educationProviderId={educationProviderId ?? ''} />}
          <DayStrip
            label={t('teaching.now.day')}
            time={time}
            lessons={lessons.map((lesson) => ({
              id: lesson.weeklyLessonId,
              date,
              from: lesson.startsAt,
              to: lesson.endsAt,
              title: [subjectOf(lesson, format.name), lesson.groupName, lesson.roomName].filter(Boolean).join(', '),
              subjectCode: lesson.subject?.code ?? '',
            }))}
          />
          {!isNarrow && lessons.length > 1 && <DayRows lessons={lessons} time={time} educationProviderId={educationProviderId ?? ''} />}
          <div className="teaching-now-foot">
            <Link href="/timetable">{t('teaching.now.week')}</Link>
          </div>
        </Stack>
      )}
    </Card>
  );
}

/** Every lesson of the day, each a press from its register; on a phone the line above is enough. */
function DayRows({ lessons, time, educationProviderId }: { lessons: readonly TaughtLesson[]; time: string; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <div className="teaching-day-rows">
      <List label={t('teaching.now.day')}>
        {lessons.map((lesson) => (
          <ListItem
            key={lesson.weeklyLessonId}
            href={registerAddress(educationProviderId, lesson)}
            leading={<span className="ui-numbers">{format.timeRange(lesson.startsAt, lesson.endsAt)}</span>}
            title={subjectOf(lesson, format.name)}
            detail={[lesson.groupName, lesson.roomName, t('teaching.now.learners', { count: lesson.learnerCount })].filter(Boolean).join(' · ')}
            // A lesson that has not begun owes nobody a register.
            {...((lesson.startsAt <= time || lesson.register !== 'untaken') && { trailing: <StateChip state={lesson.register} /> })}
          />
        ))}
      </List>
    </div>
  );
}

function LessonNow({ kind, lesson, educationProviderId }: { kind: 'running' | 'next'; lesson: TaughtLesson; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const subject = subjectOf(lesson, format.name);
  const isRunning = kind === 'running';
  return (
    <div className="teaching-now">
      <div className="teaching-now-texts">
        <h3>{t(isRunning ? 'teaching.now.running' : 'teaching.now.next', { subject: subject.toLocaleLowerCase(format.language) })}</h3>
        <p className="teaching-now-facts">
          <SubjectChip hue={subjectHue(lesson.subject?.code ?? '')}>{lesson.groupName}</SubjectChip>
          <span>
            {[
              isRunning ? format.timeRange(lesson.startsAt, lesson.endsAt) : t('teaching.now.from', { time: format.time(lesson.startsAt) }),
              lesson.roomName,
              t('teaching.now.learners', { count: lesson.learnerCount }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {lesson.register !== 'untaken' && <StateChip state={lesson.register} />}
        </p>
      </div>
      <RegisterLink lesson={lesson} isRunning={isRunning} href={registerAddress(educationProviderId, lesson)} />
    </div>
  );
}

function RegisterLink({ lesson, isRunning, href }: { lesson: TaughtLesson; isRunning: boolean; href: string }) {
  const t = useText();
  const isOpen = isRunning && lesson.canTake && lesson.register !== 'taken';
  const label = !isOpen ? 'teaching.now.open' : lesson.register === 'partial' ? 'teaching.now.continue' : 'teaching.now.take';
  return (
    <LinkButton kind={isOpen ? 'primary' : 'secondary'} icon="register" href={href}>
      {t(label)}
    </LinkButton>
  );
}
