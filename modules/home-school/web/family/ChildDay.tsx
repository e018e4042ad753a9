import { toHelsinki } from '@digione/local-date';
import type { ChildToday } from '@digione/home-school/contract';
import { Avatar, Chip, DayStrip, Link } from '@digione/platform/ui';
import { useFormat, useNow } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { dayStatus, type DayStatus } from './day-status.ts';
import './family.css';

export interface ChildDayProps {
  readonly child: ChildToday;
  /** Where the name leads. */
  readonly href?: string;
  /** In the name's place, for one's own day. */
  readonly heading?: string;
  /** The heading's level on its page. */
  readonly level?: 3 | 4;
  /** The school, where the page does not say it otherwise. */
  readonly showsPlace?: boolean;
}

/** One child's day: where they are in it, when it ends, and what is known of absences. */
export function ChildDay({ child, href, heading, level = 3, showsPlace = true }: ChildDayProps) {
  const t = useText();
  const format = useFormat();
  const { date: today, time } = toHelsinki(useNow());
  const status = dayStatus(child, today, time);
  const name = `${child.callName} ${child.lastName}`;
  const place = child.place === null ? '' : [format.name(child.place.schoolName), child.place.homeroomName].filter(Boolean).join(' · ');
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <article className="home-school-child">
      <header className="home-school-child-header">
        <Avatar name={name} />
        <div className="home-school-child-texts">
          <div className="home-school-child-names">
            <Heading>
              {href === undefined ? (
                (heading ?? child.callName)
              ) : (
                <Link href={href} kind="quiet">
                  {child.callName}
                </Link>
              )}
            </Heading>
            {showsPlace && place !== '' && <span className="ui-muted">{place}</span>}
          </div>
          <StatusChips status={status} />
          <p>
            <MomentText status={status} />
          </p>
        </div>
      </header>
      <DayStrip
        label={t('homeSchool.family.dayOf', { name: child.callName })}
        time={time}
        lessons={child.lessons.map((lesson) => ({
          id: lesson.weeklyLessonId,
          date: today,
          from: lesson.startsAt,
          to: lesson.endsAt,
          title: [lesson.subjectName === null ? lesson.groupName : format.name(lesson.subjectName), lesson.roomName].filter(Boolean).join(', '),
          subjectCode: lesson.subjectCode ?? '',
        }))}
      />
    </article>
  );
}

/** “Nyt matematiikka klo 9.45 asti. Koulu päättyy klo 14.00.” */
function MomentText({ status: { moment, endsAt } }: { status: DayStatus }) {
  const t = useText();
  const format = useFormat();
  const subject = (lesson: ChildToday['lessons'][number]) => (lesson.subjectName === null ? (lesson.groupName ?? t('homeSchool.family.lesson')) : format.name(lesson.subjectName));
  const end = endsAt === null ? '' : ` ${t('homeSchool.family.endsAt', { time: format.time(endsAt) })}`;
  switch (moment.kind) {
    case 'lesson':
      return `${t('homeSchool.family.now', { subject: subject(moment.lesson), time: format.time(moment.lesson.endsAt) })}${end}`;
    case 'next':
      return `${t('homeSchool.family.next', { subject: subject(moment.lesson), time: format.time(moment.lesson.startsAt) })}${end}`;
    case 'over':
      return t('homeSchool.family.over', { time: format.time(moment.endedAt) });
    case 'free':
      return t('homeSchool.family.free');
    case 'away':
      return t('homeSchool.family.awayToday');
  }
}

function StatusChips({ status: { notice, open, explained, late } }: { status: DayStatus }) {
  const t = useText();
  const format = useFormat();
  const firstLate = late[0];
  if (open.length === 0 && notice === null && explained.length === 0 && firstLate === undefined) return null;
  return (
    <div className="home-school-child-chips">
      {open.length > 0 && (
        <Chip tone="attention" icon="question">
          {t('homeSchool.family.open', { count: open.length })}
        </Chip>
      )}
      {notice !== null ? (
        <Chip tone="info" icon="absent">
          {t('homeSchool.family.noticed', { days: notice.lastDay === notice.firstDay ? format.day(notice.firstDay) : format.dateRange(notice.firstDay, notice.lastDay) })}
        </Chip>
      ) : (
        explained.length > 0 && (
          <Chip tone="info" icon="absent">
            {t('homeSchool.family.away', { count: explained.length })}
          </Chip>
        )
      )}
      {firstLate !== undefined && (
        <Chip tone="neutral" icon="clock">
          {t(firstLate.kind === 'late' ? 'homeSchool.family.late' : 'homeSchool.family.leftEarly', { minutes: firstLate.minutes ?? 0 })}
        </Chip>
      )}
    </div>
  );
}
