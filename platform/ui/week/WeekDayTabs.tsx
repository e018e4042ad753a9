import { formatDate, weekdayName } from '../../i18n/dates.ts';
import { weekday } from '@digione/local-date';
import { useLanguage } from '../../i18n/react.tsx';
import type { WeekDay } from './WeekGrid.tsx';
import './week.css';

interface WeekDayTabsProps {
  readonly days: readonly WeekDay[];
  readonly selected: string;
  readonly today: string;
  readonly onSelect: (date: string) => void;
}

/** The days of a week to choose from, each a thumb wide. */
export function WeekDayTabs({ days, selected, today, onSelect }: WeekDayTabsProps) {
  const language = useLanguage();
  return (
    <div className="ui-day-tabs">
      {days.map(({ date }) => (
        <button
          key={date}
          type="button"
          className="ui-day-tab"
          aria-pressed={date === selected}
          aria-current={date === today ? 'date' : undefined}
          aria-label={formatDate(language, date, 'long')}
          onClick={() => onSelect(date)}
        >
          <span>{weekdayName(language, weekday(date))}</span>
          <b>{Number(date.slice(8))}</b>
        </button>
      ))}
    </div>
  );
}
