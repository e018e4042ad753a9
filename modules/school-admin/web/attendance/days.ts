import type { Absence } from '@digione/school-admin/contract';

/** What happened on one day, as one entry of the timeline: what is said and explained together. */
export interface AttendanceDay {
  readonly heldOn: string;
  /** In the order of the day. */
  readonly absences: readonly Absence[];
  /** Still to be explained. */
  readonly open: readonly Absence[];
  /** Those the reader explained and may say otherwise of. */
  readonly changeable: readonly Absence[];
}

/** Absences, newest first, by their days. */
export function byDay(absences: readonly Absence[]): AttendanceDay[] {
  const days = new Map<string, Absence[]>();
  for (const absence of absences) days.set(absence.heldOn, [absence, ...(days.get(absence.heldOn) ?? [])]);
  return [...days].map(([heldOn, ofDay]) => ({
    heldOn,
    absences: ofDay,
    open: ofDay.filter(({ type, kind }) => type === null && kind === 'absent'),
    changeable: ofDay.filter(({ can, type }) => can.explain && type !== null),
  }));
}
