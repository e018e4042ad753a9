import { toMinutes } from '@digione/local-date';
import { formatTime } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { translate } from '../../i18n/translate.ts';
import { Chip } from '../status/Chip.tsx';
import { EmptyState } from '../state/States.tsx';
import { LessonBlock } from './LessonBlock.tsx';
import type { WeekLesson } from './week-layout.ts';
import './week.css';

export interface DayListProps {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly lessons: readonly WeekLesson[];
  readonly note?: string | undefined;
  /** `HH:MM` when the day is today: marks the running lesson. */
  readonly time?: string;
}

/** A day's lessons under each other, the running one marked. */
export function DayList({ date, lessons, note, time }: DayListProps) {
  const language = useLanguage();
  const own = lessons.filter((lesson) => lesson.date === date).sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  if (own.length === 0) return <EmptyState isCompact icon="calendar" title={note ?? translate(language, 'ui.noLessons')} />;
  const isNow = (lesson: WeekLesson) => time !== undefined && !lesson.isCancelled && toMinutes(lesson.from) <= toMinutes(time) && toMinutes(time) < toMinutes(lesson.to);
  return (
    <ol className="ui-day-list">
      {own.map((lesson) => (
        <li key={lesson.id} className="ui-day-row">
          <span className="ui-day-time ui-numbers" aria-hidden="true">
            {formatTime(language, lesson.from)}
            <span>{formatTime(language, lesson.to)}</span>
          </span>
          <LessonBlock lesson={lesson} />
          {isNow(lesson) && (
            <span className="ui-day-now">
              <Chip tone="accent" icon="clock">
                {translate(language, 'ui.lessonNow')}
              </Chip>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
