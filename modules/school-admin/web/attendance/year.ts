import { addDays, isoWeek, startOfWeek, weekday } from '@digione/local-date';

/** What one school day of the year looks like. The gravest thing of a day is what shows. */
export type DayState = 'outside' | 'ahead' | 'break' | 'nothing' | 'noticed' | 'explained' | 'late' | 'unauthorised' | 'open';

export interface YearDay {
  readonly date: string;
  readonly state: DayState;
}

/** Monday to Friday, to Saturday where one has been a school day. */
export interface YearWeek {
  readonly week: number;
  readonly days: readonly YearDay[];
}

export interface YearMonth {
  readonly month: number;
  readonly weeks: readonly YearWeek[];
}

interface YearInput {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly today: string;
  readonly breaks: readonly { readonly firstDay: string; readonly lastDay: string }[];
  readonly notices: readonly { readonly firstDay: string; readonly lastDay: string }[];
  readonly absences: readonly { readonly heldOn: string; readonly kind: string; readonly type: { readonly category: string } | null }[];
}

const within = (date: string, ranges: YearInput['breaks']) => ranges.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);

/** The gravest first. */
function stateOf(date: string, input: YearInput, marks: YearInput['absences']): DayState {
  const away = marks.filter(({ kind }) => kind === 'absent');
  if (away.some(({ type }) => type === null)) return 'open';
  if (away.some(({ type }) => type?.category === 'unauthorised')) return 'unauthorised';
  if (away.length > 0) return 'explained';
  if (marks.length > 0) return 'late';
  if (date < input.firstDay || date > input.lastDay) return 'outside';
  if (within(date, input.breaks)) return 'break';
  if (within(date, input.notices)) return 'noticed';
  return date > input.today ? 'ahead' : 'nothing';
}

/** The school year by months and weeks; July is left out, a week belongs to the month of its Monday. */
export function yearOf(input: YearInput): YearMonth[] {
  const byDay = new Map<string, YearInput['absences']>();
  for (const absence of input.absences) byDay.set(absence.heldOn, [...(byDay.get(absence.heldOn) ?? []), absence]);
  const lastColumn = [...byDay.keys()].some((date) => weekday(date) === 6) ? 6 : 5;
  const months: { month: number; weeks: YearWeek[] }[] = [];
  for (let monday = startOfWeek(input.firstDay); monday <= input.lastDay; monday = addDays(monday, 7)) {
    const days = Array.from({ length: lastColumn }, (_, index) => addDays(monday, index)).map((date) => ({ date, state: stateOf(date, input, byDay.get(date) ?? []) }));
    const month = Number((monday < input.firstDay ? input.firstDay : monday).slice(5, 7));
    if (month === 7) continue;
    const current = months.at(-1);
    const week = { week: isoWeek(monday).week, days };
    if (current?.month === month) current.weeks.push(week);
    else months.push({ month, weeks: [week] });
  }
  return months;
}

/** How many lessons of each sort, for the words beside the picture. */
export function countLessons(absences: YearInput['absences']) {
  const away = absences.filter(({ kind }) => kind === 'absent');
  return {
    explained: away.filter(({ type }) => type !== null && type.category !== 'unauthorised').length,
    unauthorised: away.filter(({ type }) => type?.category === 'unauthorised').length,
    open: away.filter(({ type }) => type === null).length,
    late: absences.length - away.length,
  };
}
