import { addDays, contains, dateRange, mondayOfIsoWeek, weekday, type DateRange, type LocalDate } from '@digione/local-date';

export interface Name {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
}

export interface SchoolBreak {
  readonly key: string;
  readonly name: Name;
  readonly valid: DateRange;
}

export interface TeachingPeriod {
  readonly key: string;
  readonly name: string;
  readonly valid: DateRange;
}

export interface SchoolYear {
  readonly startYear: number;
  readonly name: string;
  readonly valid: DateRange;
  readonly breaks: readonly SchoolBreak[];
  readonly terms: readonly TeachingPeriod[];
  /** The five teaching periods (jaksot) of upper secondary. */
  readonly periods: readonly TeachingPeriod[];
}

/** How long into August the demo keeps the old year running, so that three weeks of lessons lie behind any day. */
const OVERRUN_DAYS = 35;

const namesOfBreaks = {
  autumn: { fi: 'Syysloma', sv: 'Höstlov', en: 'Autumn break' },
  independence: { fi: 'Itsenäisyyspäivä', sv: 'Självständighetsdagen', en: 'Independence Day' },
  christmas: { fi: 'Joululoma', sv: 'Jullov', en: 'Christmas break' },
  winter: { fi: 'Talviloma', sv: 'Sportlov', en: 'Winter break' },
  easter: { fi: 'Pääsiäinen', sv: 'Påsk', en: 'Easter' },
  mayDay: { fi: 'Vappu', sv: 'Första maj', en: 'May Day' },
  ascension: { fi: 'Helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
  summerBefore: { fi: 'Kesäloma', sv: 'Sommarlov', en: 'Summer break' },
  summer: { fi: 'Kesäloma', sv: 'Sommarlov', en: 'Summer break' },
} as const satisfies Record<string, Name>;

/** Gregorian Easter Sunday (Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}

const days = (from: LocalDate, count: number): DateRange => dateRange(from, addDays(from, count));

function allBreaks(startYear: number, winterWeek: number): SchoolBreak[] {
  const next = startYear + 1;
  const easter = easterSunday(next);
  const breaks: [keyof typeof namesOfBreaks, DateRange][] = [
    ['summerBefore', dateRange(`${startYear}-08-01`, mondayOfIsoWeek(startYear, 33))],
    ['autumn', days(mondayOfIsoWeek(startYear, 42), 7)],
    ['independence', days(`${startYear}-12-06`, 1)],
    ['christmas', dateRange(`${startYear}-12-22`, `${next}-01-07`)],
    ['winter', days(mondayOfIsoWeek(next, winterWeek), 7)],
    ['easter', days(addDays(easter, -2), 4)],
    ['mayDay', days(`${next}-05-01`, 1)],
    ['ascension', days(addDays(easter, 39), 1)],
    // The work of the year ends on the Saturday of week 22 (Decree on Basic Education 852/1998, section 7).
    ['summer', dateRange(addDays(mondayOfIsoWeek(next, 22), 6), `${next}-08-01`)],
  ];
  return breaks.map(([key, valid]) => ({ key, name: namesOfBreaks[key], valid }));
}

/** Consecutive periods that begin on the given days and fill the year. */
function periodsFrom(starts: readonly LocalDate[], end: LocalDate, nameOf: (index: number) => string, key: string): TeachingPeriod[] {
  return starts.map((from, index) => ({ key: `${key}-${index + 1}`, name: nameOf(index), valid: dateRange(from, starts[index + 1] ?? end) }));
}

/**
 * The demo's school year around a day. Unlike a real one it never has a break on that day, and in June, July and
 * August it runs on, so that there is a school day to show on any day of the year.
 * @param winterWeek ISO week of the winter break: 8, 9 or 10 by region
 */
export function schoolYearAround(today: LocalDate, winterWeek = 8): SchoolYear {
  const anchor = addDays(today, -OVERRUN_DAYS);
  const year = Number(anchor.slice(0, 4));
  const startYear = anchor.slice(5) >= '08-01' ? year : year - 1;
  const next = startYear + 1;
  const runsOver = today >= `${next}-06-01`;
  const start = `${startYear}-08-01`;
  const end = runsOver ? `${next}-09-15` : `${next}-08-01`;
  const breaks = allBreaks(startYear, winterWeek).filter(({ key, valid }) => !contains(valid, today) && !(runsOver && key === 'summer'));
  const firstMonday = (month: string, ofYear: number): LocalDate => {
    const first = `${ofYear}-${month}-01`;
    return addDays(first, (8 - weekday(first)) % 7);
  };
  return {
    startYear,
    name: `${startYear}–${next}`,
    valid: dateRange(start, end),
    breaks,
    terms: periodsFrom([start, `${next}-01-01`], end, (index) => (index === 0 ? 'Syyslukukausi' : 'Kevätlukukausi'), 'term'),
    periods: periodsFrom(
      [start, firstMonday('10', startYear), addDays(firstMonday('12', startYear), -7), firstMonday('02', next), firstMonday('04', next)],
      end,
      (index) => `${index + 1}. jakso`,
      'period',
    ),
  };
}

/** Monday to Friday, inside the year and outside its breaks. */
export function isSchoolDay(year: SchoolYear, day: LocalDate): boolean {
  return weekday(day) <= 5 && contains(year.valid, day) && !year.breaks.some(({ valid }) => contains(valid, day));
}

/** The last `count` school days before a day, oldest first; fewer when the year is younger than that. */
export function listSchoolDaysBefore(year: SchoolYear, day: LocalDate, count: number): LocalDate[] {
  const found: LocalDate[] = [];
  for (let at = addDays(day, -1); found.length < count && contains(year.valid, at); at = addDays(at, -1)) {
    if (isSchoolDay(year, at)) found.unshift(at);
  }
  return found;
}
