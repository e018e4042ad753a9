import type { Mark, Register, RegisterLearner } from '../../contract/index.ts';

export interface Counts {
  readonly present: number;
  readonly absent: number;
  readonly partly: number;
  readonly unmarked: number;
  /** Unmarked, and nothing told by the home: those whom "the rest is present" makes present. */
  readonly rest: number;
}

export function countMarks({ learners }: Pick<Register, 'learners'>): Counts {
  const have = (...marks: (Mark | null)[]) => learners.filter((learner) => marks.includes(learner.mark)).length;
  return {
    present: have('present'),
    absent: have('absent'),
    partly: have('late', 'left-early'),
    unmarked: have(null),
    rest: learners.filter((learner) => learner.mark === null && learner.notice === null).length,
  };
}

/** What the row shows: the mark, or what the home has told and nobody has yet said otherwise. */
export const shownMark = (learner: RegisterLearner): Mark | null => learner.mark ?? (learner.notice === null ? null : 'absent');

/** Minutes a learner who comes in now is late; five when the lesson is not running. Times `HH:MM` of the lesson's day. */
export function minutesLate(startsAt: string, endsAt: string, time: string | undefined): number {
  if (time === undefined || time <= startsAt || time >= endsAt) return 5;
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return Math.max(1, minutes(time) - minutes(startsAt));
}
