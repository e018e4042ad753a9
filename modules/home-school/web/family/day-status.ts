import type { ChildToday, LessonOfDay } from '@digione/home-school/contract';

type Notice = ChildToday['notices'][number];
type Absence = ChildToday['absences'][number];

/** Where in the day one is. */
export type Moment =
  | { kind: 'lesson'; lesson: LessonOfDay }
  | { kind: 'next'; lesson: LessonOfDay }
  | { kind: 'over'; endedAt: string }
  | { kind: 'free' }
  | { kind: 'away' };

export interface DayStatus {
  readonly moment: Moment;
  /** When the school day ends; null without lessons and after the last of them. */
  readonly endsAt: string | null;
  /** Told for today, whether or not the hour has come. */
  readonly notice: Notice | null;
  readonly open: readonly Absence[];
  readonly explained: readonly Absence[];
  readonly late: readonly Absence[];
}

/**
 * What there is to say of a child's day at a moment.
 * @param time wall clock, `HH:MM`
 */
export function dayStatus({ lessons, absences, notices }: Pick<ChildToday, 'lessons' | 'absences' | 'notices'>, today: string, time: string): DayStatus {
  const endsAt = lessons.reduce<string | null>((latest, lesson) => (latest === null || lesson.endsAt > latest ? lesson.endsAt : latest), null);
  const away = absences.filter(({ kind }) => kind === 'absent');
  const notice = notices.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay) ?? null;
  // Where the class is now says nothing of a child who stays at home.
  const isAway = notice !== null && notice.fromTime === null && notice.untilTime === null;
  return {
    moment: isAway ? { kind: 'away' } : momentOf(lessons, endsAt, time),
    endsAt: !isAway && endsAt !== null && endsAt > time ? endsAt : null,
    notice,
    open: away.filter(({ type }) => type === null),
    explained: away.filter(({ type }) => type !== null),
    late: absences.filter(({ kind }) => kind !== 'absent'),
  };
}

function momentOf(lessons: readonly LessonOfDay[], endsAt: string | null, time: string): Moment {
  if (endsAt === null) return { kind: 'free' };
  const running = lessons.find((lesson) => lesson.startsAt <= time && time < lesson.endsAt);
  if (running) return { kind: 'lesson', lesson: running };
  const next = lessons.find((lesson) => lesson.startsAt > time);
  return next ? { kind: 'next', lesson: next } : { kind: 'over', endedAt: endsAt };
}
