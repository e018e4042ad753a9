/**
 * `absence.marked`, version 1: a register's save changed who was away from a lesson. Only what changed is told; a mark
 * that was taken back has the kind `present` and no absence.
 */
export interface AbsenceMarked {
  readonly schoolId: string;
  readonly weeklyLessonId: string;
  /** `YYYY-MM-DD` */
  readonly heldOn: string;
  /** Instants, ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly teachingGroupId: string;
  readonly learnerIds: readonly string[];
  readonly changes: readonly { readonly learnerId: string; readonly kind: 'absent' | 'late' | 'left-early' | 'present'; readonly absenceId: string | null }[];
}
export const ABSENCE_MARKED = 'absence.marked';

/**
 * `register.taken`, version 1: everyone of a lesson is accounted for.
 * `register.reopened`, version 1: that was taken back, some learners' presence is unknown again.
 */
export interface RegisterTurned {
  readonly schoolId: string;
  readonly weeklyLessonId: string;
  readonly heldOn: string;
  readonly teachingGroupId: string;
}
export const REGISTER_TAKEN = 'register.taken';
export const REGISTER_REOPENED = 'register.reopened';
