import { addDays, weekday } from '@digione/local-date';

/** A time that can be chosen with one press: from a day to a day, both included. */
export interface DayChoice {
  readonly firstDay: string;
  readonly lastDay: string;
  /** How it is said: one day, or until a day. */
  readonly kind: 'day' | 'until';
}

/** After this hour an absence that is reported is most likely tomorrow's. */
const AFTERNOON = '14:00';
const DAYS = 4;

const nextWorkday = (date: string): string => {
  const next = addDays(date, 1);
  return weekday(next) > 5 ? nextWorkday(next) : next;
};

/** What is offered: the day at hand, and until each of the school days after it. */
export function dayChoices(today: string, time: string): DayChoice[] {
  const isToday = weekday(today) <= 5 && time < AFTERNOON;
  const firstDay = isToday ? today : nextWorkday(today);
  const choices: DayChoice[] = [{ firstDay, lastDay: firstDay, kind: 'day' }];
  for (let lastDay = nextWorkday(firstDay); choices.length < DAYS; lastDay = nextWorkday(lastDay)) choices.push({ firstDay, lastDay, kind: 'until' });
  if (!isToday && weekday(today) <= 5) choices.push({ firstDay: today, lastDay: today, kind: 'day' });
  return choices;
}
