import { DateFormatter as BrowserFormatter } from '@internationalized/date';

export * from '@internationalized/date';

/** A formatter that writes a date of digits alone in Finland's order also in Swedish; words stay Swedish. */
export class DateFormatter extends BrowserFormatter {
  constructor(locale: string, options: Intl.DateTimeFormatOptions = {}) {
    const isDigitsOnly = options.dateStyle === undefined && options.weekday === undefined && options.month !== undefined && /numeric|2-digit/.test(options.month);
    super(locale.startsWith('sv') && isDigitsOnly ? 'fi-FI' : locale, options);
  }
}
