import { toMinutes } from '@digione/local-date';
import { formatTime, formatTimeRange } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { subjectHue } from '../tokens/subject-hue.ts';
import type { WeekLesson } from './week-layout.ts';
import './week.css';

export interface DayStripProps {
  /** Whose day: “Ainon päivä”. */
  readonly label: string;
  /** One day's lessons. */
  readonly lessons: readonly WeekLesson[];
  /** `HH:MM`, if the day is today. */
  readonly time?: string;
}

/** A day as one line: how long, what, and where in it we are. */
export function DayStrip({ label, lessons, time }: DayStripProps) {
  const language = useLanguage();
  const sorted = [...lessons].sort((a, b) => a.from.localeCompare(b.from));
  const first = sorted[0];
  if (!first) return null;
  const start = toMinutes(first.from);
  const end = Math.max(...sorted.map((lesson) => toMinutes(lesson.to)));
  const share = (minutes: number) => `${((minutes - start) / (end - start)) * 100}%`;
  const now = time === undefined ? undefined : toMinutes(time);
  return (
    <figure className="ui-strip" aria-label={label}>
      <ol className="ui-strip-line">
        {sorted.map((lesson) => (
          <li
            key={lesson.id}
            className="ui-strip-lesson"
            data-hue={subjectHue(lesson.subjectCode)}
            data-past={(now !== undefined && toMinutes(lesson.to) <= now) || undefined}
            data-cancelled={lesson.isCancelled || undefined}
            style={{ insetInlineStart: share(toMinutes(lesson.from)), width: `calc(${((toMinutes(lesson.to) - toMinutes(lesson.from)) / (end - start)) * 100}% - 2px)` }}
            title={`${formatTimeRange(language, lesson.from, lesson.to)} ${lesson.title}`}
          >
            <span aria-hidden="true">{lesson.subjectCode}</span>
            <span className="ui-hidden">
              {formatTimeRange(language, lesson.from, lesson.to)} {lesson.title}
            </span>
          </li>
        ))}
      </ol>
      {now !== undefined && now >= start && now <= end && <span className="ui-strip-now" style={{ insetInlineStart: share(now) }} aria-hidden="true" />}
      <figcaption className="ui-strip-ends ui-numbers" aria-hidden="true">
        <span>{formatTime(language, first.from)}</span>
        <span>{formatTime(language, sorted.find((lesson) => toMinutes(lesson.to) === end)?.to ?? first.to)}</span>
      </figcaption>
    </figure>
  );
}
