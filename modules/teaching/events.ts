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

/** `evidence.recorded`, version 1: a group's grade book has changed. Says only which; what stands in it is not for everybody. */
export const EVIDENCE_RECORDED = 'evidence.recorded';

/** `homework.changed`, `exam.changed`, version 1: a group's homework or exam was given, corrected or taken back. */
export interface GroupWorkChanged {
  readonly schoolId: string;
  readonly teachingGroupId: string;
  /** The homework or the exam. */
  readonly id: string;
  /** When it is due or held, `YYYY-MM-DD`. */
  readonly on: string;
  readonly change: 'given' | 'corrected' | 'removed';
}
export const HOMEWORK_CHANGED = 'homework.changed';
export const EXAM_CHANGED = 'exam.changed';

/** `lesson-note.changed`, version 1: something was said to learners and their homes, corrected or taken back. Never the words. */
export interface LessonNoteChanged {
  readonly schoolId: string;
  readonly teachingGroupId: string;
  readonly heldOn: string;
  readonly notes: readonly { readonly lessonNoteId: string; readonly learnerId: string }[];
  readonly tone: 'positive' | 'neutral';
  readonly change: 'given' | 'corrected' | 'removed';
}
export const LESSON_NOTE_CHANGED = 'lesson-note.changed';

/** `plan.changed`, version 1: something in a group's plan was written, moved or taken out. */
export interface PlanChanged {
  readonly schoolId: string;
  readonly teachingGroupId: string;
  readonly planId: string;
}
export const PLAN_CHANGED = 'plan.changed';

/** `marks.given`, `marks.approved`, version 1: told to those who give marks alone. Never a mark: before the publication nothing of them leaves the round. */
export const MARKS_GIVEN = 'marks.given';
export const MARKS_APPROVED = 'marks.approved';

/** `marks.published`, version 1: the moment of a round has come; its homes may read. */
export interface MarksPublished {
  readonly markRoundId: string;
  readonly schoolId: string;
  readonly learnerIds: readonly string[];
}
export const MARKS_PUBLISHED = 'marks.published';
/** `mark.corrected`, version 1: a published mark was corrected. */
export const MARK_CORRECTED = 'mark.corrected';
