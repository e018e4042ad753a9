import { formatDate, formatDay, formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/react.tsx';

type DateTextProps =
  | { /** A calendar day, `YYYY-MM-DD`. */ readonly date: string; readonly today: string; readonly style?: 'day' | 'short' | 'long' | 'numeric' }
  | { /** An instant, ISO 8601. */ readonly instant: string; readonly now: string };

/** A date as people say it, as a `<time>`: “tänään”, “ti 24.11.”, “tänään klo 9.15”. */
export function DateText(props: DateTextProps) {
  const language = useLanguage();
  if ('instant' in props) return <time dateTime={props.instant}>{formatMoment(language, props.instant, props.now)}</time>;
  const { date, today, style = 'day' } = props;
  return <time dateTime={date}>{style === 'day' ? formatDay(language, date, today) : formatDate(language, date, style, today)}</time>;
}
