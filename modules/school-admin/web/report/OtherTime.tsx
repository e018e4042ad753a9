import { DateRangePicker, Row, Segmented, Stack, TextField, type DayRange } from '@digione/platform/ui';
import type { ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** Days, and for a single day its part. */
export interface ChosenTime {
  readonly days: DayRange | null;
  readonly isPart: boolean;
  readonly fromTime: string;
  readonly untilTime: string;
}

/** What the request carries; undefined as long as no day is chosen. */
export function timeOf({ days, isPart, fromTime, untilTime }: ChosenTime) {
  if (days === null) return undefined;
  const hasPart = isPart && days.from === days.to;
  return {
    firstDay: days.from,
    lastDay: days.to,
    ...(hasPart && fromTime !== '' && { fromTime: fromTime.slice(0, 5) }),
    ...(hasPart && untilTime !== '' && { untilTime: untilTime.slice(0, 5) }),
  };
}

/** Any days, or hours of one day. */
export function OtherTime({ value, onChange, problem }: { value: ChosenTime; onChange: (value: ChosenTime) => void; problem: ProblemError | undefined }) {
  const t = useText();
  const fault = problem?.messageFor('firstDay') ?? problem?.messageFor('lastDay');
  const hours = [
    { field: 'fromTime', label: t('schoolAdmin.report.fromTime') },
    { field: 'untilTime', label: t('schoolAdmin.report.untilTime') },
  ] as const;
  return (
    <Stack gap={3}>
      <DateRangePicker label={t('schoolAdmin.report.days')} value={value.days} onChange={(days) => onChange({ ...value, days })} {...(fault !== undefined && { errorMessage: fault })} />
      {value.days !== null && value.days.from === value.days.to && (
        <Segmented
          label={t('schoolAdmin.report.part')}
          options={[
            { value: 'whole', label: t('schoolAdmin.report.wholeDay') },
            { value: 'part', label: t('schoolAdmin.report.partOfDay') },
          ]}
          value={value.isPart ? 'part' : 'whole'}
          onChange={(part) => onChange({ ...value, isPart: part === 'part' })}
        />
      )}
      {value.isPart && value.days !== null && value.days.from === value.days.to && (
        <Row align="start">
          {hours.map(({ field, label }) => {
            const wrong = problem?.messageFor(field);
            return <TextField key={field} type="time" label={label} value={value[field]} onChange={(time) => onChange({ ...value, [field]: time })} {...(wrong !== undefined && { errorMessage: wrong })} />;
          })}
        </Row>
      )}
    </Stack>
  );
}
