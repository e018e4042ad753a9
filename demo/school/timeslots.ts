import type { LocalTime } from '@digione/local-date';

export interface Timeslot {
  readonly startsAt: LocalTime;
  readonly endsAt: LocalTime;
}

/** Comprehensive school: 45-minute lessons, lunch after the fourth. */
export const basicTimeslots: readonly Timeslot[] = [
  { startsAt: '08:15', endsAt: '09:00' },
  { startsAt: '09:00', endsAt: '09:45' },
  { startsAt: '10:00', endsAt: '10:45' },
  { startsAt: '10:45', endsAt: '11:30' },
  { startsAt: '12:15', endsAt: '13:00' },
  { startsAt: '13:15', endsAt: '14:00' },
  { startsAt: '14:15', endsAt: '15:00' },
];

/** Upper secondary: 75-minute lessons. */
export const upperSecondaryTimeslots: readonly Timeslot[] = [
  { startsAt: '08:15', endsAt: '09:30' },
  { startsAt: '09:45', endsAt: '11:00' },
  { startsAt: '11:45', endsAt: '13:00' },
  { startsAt: '13:15', endsAt: '14:30' },
];

export const SCHOOL_WEEK = 5;
