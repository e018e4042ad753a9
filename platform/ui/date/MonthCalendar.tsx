import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components/Calendar';
import { Heading } from 'react-aria-components/Heading';
import { RangeCalendar } from 'react-aria-components/RangeCalendar';
import { useContext } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { TodayContext } from './DateLocale.tsx';
import './date.css';

/** The month under a DatePicker. */
export function MonthCalendar() {
  return (
    <Calendar className="ui-calendar" firstDayOfWeek="mon">
      <Month />
    </Calendar>
  );
}

/** The month under a DateRangePicker. */
export function MonthRangeCalendar() {
  return (
    <RangeCalendar className="ui-calendar ui-calendar-range" firstDayOfWeek="mon">
      <Month />
    </RangeCalendar>
  );
}

function Month() {
  const today = useContext(TodayContext);
  return (
    <>
      <header className="ui-calendar-header">
        <Heading className="ui-calendar-heading" />
        <Button slot="previous" className="ui-icon-button ui-icon-button-sm">
          <Icon name="chevron-left" size={16} />
        </Button>
        <Button slot="next" className="ui-icon-button ui-icon-button-sm">
          <Icon name="chevron-right" size={16} />
        </Button>
      </header>
      <CalendarGrid className="ui-calendar-grid" weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="ui-calendar-weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={({ isToday }) => `ui-calendar-cell${(today ? date.toString() === today : isToday) ? ' ui-calendar-today' : ''}`} />}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  );
}
