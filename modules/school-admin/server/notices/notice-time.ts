import { addDays, diffDays, fromHelsinki } from '@digione/local-date';

export interface ToldTime {
  firstDay: string;
  lastDay: string;
  fromTime?: string | undefined;
  untilTime?: string | undefined;
}

/** Half-open, in instants. */
export interface NoticeTime {
  startsAt: string;
  endsAt: string;
  isWholeDays: boolean;
}

export interface TimeFault {
  path: 'firstDay' | 'lastDay' | 'fromTime' | 'untilTime';
  key: string;
}

/** Longer absences need a decision of the school. */
export const MOST_DAYS = 31;
const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

/** The time a notice covers: whole days from midnight to midnight in Finland, or a part of one day. */
export function noticeTime(told: ToldTime, today: string): NoticeTime | TimeFault {
  const { firstDay, lastDay, fromTime, untilTime } = told;
  if (lastDay < firstDay) return { path: 'lastDay', key: 'schoolAdmin.notice.endsBeforeStart' };
  if (diffDays(firstDay, lastDay) >= MOST_DAYS) return { path: 'lastDay', key: 'schoolAdmin.notice.tooLong' };
  if (diffDays(firstDay, today) > DAYS_BACK) return { path: 'firstDay', key: 'schoolAdmin.notice.tooLongAgo' };
  if (diffDays(today, lastDay) > DAYS_AHEAD) return { path: 'lastDay', key: 'schoolAdmin.notice.tooFarAhead' };
  const isWholeDays = fromTime === undefined && untilTime === undefined;
  if (!isWholeDays && firstDay !== lastDay) return { path: fromTime === undefined ? 'untilTime' : 'fromTime', key: 'schoolAdmin.notice.timesForOneDay' };
  if (fromTime !== undefined && untilTime !== undefined && untilTime <= fromTime) return { path: 'untilTime', key: 'schoolAdmin.notice.endsBeforeStart' };
  return {
    startsAt: fromHelsinki(firstDay, fromTime ?? '00:00'),
    endsAt: untilTime === undefined ? fromHelsinki(addDays(lastDay, 1), '00:00') : fromHelsinki(lastDay, untilTime),
    isWholeDays,
  };
}

export const isFault = (time: NoticeTime | TimeFault): time is TimeFault => 'key' in time;
