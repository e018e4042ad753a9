import type { Language } from './language.ts';

interface DateWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly at: string;
  readonly justNow: string;
  readonly minutesAgo: (minutes: number) => string;
  readonly timeSeparator: string;
  readonly weekdays: readonly string[];
  readonly weekdaysShort: readonly string[];
  readonly months: readonly string[];
  readonly monthsAlone: readonly string[];
  readonly monthsShort: readonly string[];
  readonly long: (weekday: string, day: number, month: string) => string;
}

const finnishMonths = ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka', 'marras', 'joulu'];
const swedishMonths = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * Own tables instead of Intl: server and browser say exactly the same (no hydration or layout shift between ICU versions),
 * and Finland's Swedish abbreviations (“ti”, “kl.”) differ from Sweden's that browsers carry.
 */
export const dateWords: Readonly<Record<Language, DateWords>> = {
  fi: {
    today: 'tänään',
    tomorrow: 'huomenna',
    yesterday: 'eilen',
    at: 'klo',
    justNow: 'juuri nyt',
    minutesAgo: (minutes) => `${minutes} min sitten`,
    timeSeparator: '.',
    weekdays: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
    weekdaysShort: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
    months: finnishMonths.map((month) => `${month}kuuta`),
    monthsAlone: finnishMonths.map((month) => `${month}kuu`),
    monthsShort: finnishMonths,
    long: (weekday, day, month) => `${weekday} ${day}. ${month}`,
  },
  sv: {
    today: 'i dag',
    tomorrow: 'i morgon',
    yesterday: 'i går',
    at: 'kl.',
    justNow: 'just nu',
    minutesAgo: (minutes) => `för ${minutes} min sedan`,
    timeSeparator: '.',
    weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    weekdaysShort: ['må', 'ti', 'on', 'to', 'fr', 'lö', 'sö'],
    months: swedishMonths,
    monthsAlone: swedishMonths,
    monthsShort: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
    long: (weekday, day, month) => `${weekday} ${day} ${month}`,
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    at: 'at',
    justNow: 'just now',
    minutesAgo: (minutes) => `${minutes} min ago`,
    timeSeparator: ':',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: englishMonths,
    monthsAlone: englishMonths,
    monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    long: (weekday, day, month) => `${weekday} ${day} ${month}`,
  },
};
