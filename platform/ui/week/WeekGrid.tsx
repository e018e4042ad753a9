import { toMinutes } from '@digione/local-date';
import { useState } from 'react';
import { formatDate } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { translate } from '../../i18n/translate.ts';
import { useIsNarrow } from '../layout/use-narrow.ts';
import { DayList } from './DayList.tsx';
import { LessonBlock } from './LessonBlock.tsx';
import { WeekDayTabs } from './WeekDayTabs.tsx';
import { hoursOf, layOutDay, minutesPerRow, type WeekLesson } from './week-layout.ts';
import './week.css';

export interface WeekDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** “Itsenäisyyspäivä”, “Syysloma”: shown over an empty day. */
  readonly note?: string | undefined;
}

export interface WeekGridProps {
  readonly label: string;
  readonly days: readonly WeekDay[];
  readonly lessons: readonly WeekLesson[];
  /** `YYYY-MM-DD`, the server's today. */
  readonly today: string;
  /** `HH:MM`, to draw the line of now. */
  readonly time?: string;
}

/** A week as a picture: days across, hours down, subjects in their hues. On a phone one day at a time. */
export function WeekGrid(props: WeekGridProps) {
  const isNarrow = useIsNarrow(720);
  return isNarrow ? <WeekAsDays {...props} /> : <WeekAsGrid {...props} />;
}

function WeekAsGrid({ label, days, lessons, today, time }: WeekGridProps) {
  const language = useLanguage();
  const { first, last } = hoursOf(lessons);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const rows = `repeat(${((last - first) * 60) / minutesPerRow}, var(--week-row))`;
  const rowOfHour = (hour: number) => ((hour - first) * 60) / minutesPerRow + 1;
  return (
    <section className="ui-week" aria-label={label}>
      <div className="ui-week-axis" style={{ gridTemplateRows: rows }} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ gridRow: rowOfHour(hour) }}>
            {hour}
          </span>
        ))}
      </div>
      {days.map((day) => {
        const own = lessons.filter((lesson) => lesson.date === day.date);
        const isToday = day.date === today;
        return (
          <section key={day.date} className="ui-week-day" data-today={isToday || undefined}>
            <h3 className="ui-week-heading" aria-current={isToday ? 'date' : undefined}>
              <time dateTime={day.date}>{formatDate(language, day.date)}</time>
              {day.note && <span className="ui-week-note">{day.note}</span>}
            </h3>
            <div className="ui-week-column">
              <div className="ui-week-lines" style={{ gridTemplateRows: rows }} aria-hidden="true">
                {hours.map((hour) => (
                  <span key={hour} style={{ gridRow: rowOfHour(hour) }} />
                ))}
                {isToday && time && toMinutes(time) >= first * 60 && toMinutes(time) < last * 60 && (
                  <i className="ui-week-now" style={{ gridRow: Math.floor((toMinutes(time) - first * 60) / minutesPerRow) + 1 }} />
                )}
              </div>
              <ol className="ui-week-lessons" style={{ gridTemplateRows: rows }}>
                {layOutDay(own, first * 60).map(({ lesson, firstRow, lastRow, lane, lanes }) => (
                  <li
                    key={lesson.id}
                    style={{ gridRow: `${firstRow} / ${lastRow}`, marginInlineStart: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }}
                  >
                    <LessonBlock lesson={lesson} isTight={lanes > 1 || lastRow - firstRow < 8} />
                  </li>
                ))}
              </ol>
              {own.length === 0 && <p className="ui-hidden">{translate(language, 'ui.noLessons')}</p>}
            </div>
          </section>
        );
      })}
    </section>
  );
}

function WeekAsDays({ label, days, lessons, today, time }: WeekGridProps) {
  const [chosen, setChosen] = useState<string>();
  // Another week has other days: then today, or its first day.
  const date = days.find((day) => day.date === chosen)?.date ?? days.find((day) => day.date === today)?.date ?? days[0]?.date ?? today;
  return (
    <section className="ui-week-days" aria-label={label}>
      <WeekDayTabs days={days} selected={date} today={today} onSelect={setChosen} />
      <DayList date={date} note={days.find((day) => day.date === date)?.note} lessons={lessons} {...(date === today && time !== undefined && { time })} />
    </section>
  );
}
