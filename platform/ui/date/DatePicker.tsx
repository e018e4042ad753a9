import { Button } from 'react-aria-components/Button';
import { DateInput, DatePicker as AriaDatePicker, DateSegment, Group, Popover } from 'react-aria-components/DatePicker';
import { DateRangePicker as AriaDateRangePicker } from 'react-aria-components/DateRangePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { FieldFault, FieldLabel, type FieldTexts } from '../field/FieldParts.tsx';
import { Icon } from '../icon/Icon.tsx';
import { MonthCalendar, MonthRangeCalendar } from './MonthCalendar.tsx';
import { toCalendarDate, toLocalDate } from './date-value.ts';
import '../overlay/popover.css';
import './date.css';

interface DateLimits {
  /** First and last day that can be chosen, `YYYY-MM-DD`. */
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
  readonly isDisabled?: boolean;
}

const limitsOf = ({ minDate, maxDate, isDisabled }: DateLimits) => ({
  minValue: toCalendarDate(minDate),
  maxValue: toCalendarDate(maxDate),
  isDisabled: isDisabled ?? false,
});

export interface DatePickerProps extends FieldTexts, DateLimits {
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}

/** One day: written, or picked from the month. */
export function DatePicker(props: DatePickerProps) {
  const { value, onChange, errorMessage } = props;
  return (
    <AriaDatePicker
      className="ui-field ui-date"
      granularity="day"
      shouldForceLeadingZeros={false}
      value={toCalendarDate(value)}
      onChange={(date) => onChange(toLocalDate(date))}
      isInvalid={errorMessage !== undefined}
      {...limitsOf(props)}
    >
      <FieldLabel {...props} />
      <Group className="ui-input ui-date-control">
        <DateInput className="ui-date-input">{(segment) => <DateSegment segment={segment} className="ui-date-segment" />}</DateInput>
        <Button className="ui-date-button">
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldFault errorMessage={errorMessage} />
      <Popover className="ui-popover ui-calendar-popover">
        <Dialog className="ui-plain-dialog">
          <MonthCalendar />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

/** First and last day, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface DateRangePickerProps extends FieldTexts, DateLimits {
  readonly value: DayRange | null;
  readonly onChange: (range: DayRange | null) => void;
}

/** From a day to a day; both are included. */
export function DateRangePicker(props: DateRangePickerProps) {
  const { value, onChange, errorMessage } = props;
  const start = toCalendarDate(value?.from);
  const end = toCalendarDate(value?.to);
  return (
    <AriaDateRangePicker
      className="ui-field ui-date"
      granularity="day"
      shouldForceLeadingZeros={false}
      value={start && end ? { start, end } : null}
      onChange={(range) => onChange(range && { from: range.start.toString().slice(0, 10), to: range.end.toString().slice(0, 10) })}
      isInvalid={errorMessage !== undefined}
      {...limitsOf(props)}
    >
      <FieldLabel {...props} />
      <Group className="ui-input ui-date-control">
        <DateInput slot="start" className="ui-date-input">
          {(segment) => <DateSegment segment={segment} className="ui-date-segment" />}
        </DateInput>
        <span aria-hidden="true">–</span>
        <DateInput slot="end" className="ui-date-input">
          {(segment) => <DateSegment segment={segment} className="ui-date-segment" />}
        </DateInput>
        <Button className="ui-date-button">
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldFault errorMessage={errorMessage} />
      <Popover className="ui-popover ui-calendar-popover">
        <Dialog className="ui-plain-dialog">
          <MonthRangeCalendar />
        </Dialog>
      </Popover>
    </AriaDateRangePicker>
  );
}
