import { addDays, fromHelsinki } from '@digione/local-date';
import type { Mark, RegisterLock, RegisterState } from '../../contract/index.ts';

/** A teacher who takes the register as the group comes in should not have to wait for the bell. */
const EARLY_MINUTES = 5;
/** After this the office corrects: absences have been explained, reported and counted. */
export const DAYS_OPEN = 14;

export interface RegisterRow {
  lessonRegisterId: string;
  version: number;
  isPartial: boolean;
  markedPresent: readonly string[];
  topic: string | null;
  takenAt: string;
  takenBy: { personId: string; callName: string; lastName: string };
}

export interface Member {
  personId: string;
  /** The learner's exception in this lesson, if there is one. */
  absence: Exclude<Mark, 'present'> | null;
}

export const stateOf = (register: Pick<RegisterRow, 'isPartial'> | undefined): RegisterState =>
  register === undefined ? 'untaken' : register.isPartial ? 'partial' : 'taken';

/** Null unless somebody said it: the lack of a row says nothing before the register is taken. */
export function markOf(member: Member, register: RegisterRow | undefined): Mark | null {
  if (member.absence !== null) return member.absence;
  if (register === undefined) return null;
  return !register.isPartial || register.markedPresent.includes(member.personId) ? 'present' : null;
}

/** Why the reader cannot save the register now; null when nothing is in the way. */
export function lockOf(
  lesson: { heldOn: string; startsAt: string },
  reader: { maySave: boolean; isOffice: boolean },
  at: { ms: number; today: string },
): RegisterLock | null {
  if (!reader.maySave) return 'no-right';
  if (Date.parse(fromHelsinki(lesson.heldOn, lesson.startsAt)) - EARLY_MINUTES * 60_000 > at.ms) return 'not-begun';
  return !reader.isOffice && lesson.heldOn < addDays(at.today, -DAYS_OPEN) ? 'too-old' : null;
}

export interface GivenMark {
  learnerId: string;
  /** Null takes the mark back. */
  mark: Mark | null;
  minutes: number | null;
}

export interface SavePlan {
  /** Marks to write: those given, and the absences the home has told of once the rest is said to be there. */
  marks: GivenMark[];
  isPartial: boolean;
  markedPresent: string[];
}

/**
 * What a save makes of a register.
 * @param toldAway learners of whom the home has told that they are away
 */
export function planSave(
  members: readonly Member[],
  register: RegisterRow | undefined,
  given: readonly GivenMark[],
  allPresent: boolean,
  toldAway: ReadonlySet<string>,
): SavePlan {
  const marks = new Map(given.map((mark) => [mark.learnerId, mark]));
  const unknown: string[] = [];
  const present: string[] = [];
  for (const member of members) {
    const said = marks.get(member.personId);
    const mark = said === undefined ? markOf(member, register) : said.mark;
    if (mark === null) unknown.push(member.personId);
    else if (mark === 'present') present.push(member.personId);
  }
  if (allPresent) {
    for (const learnerId of unknown) if (toldAway.has(learnerId)) marks.set(learnerId, { learnerId, mark: 'absent', minutes: null });
  }
  // Also a taken register opens again when a mark is taken back: "all present" said by a slip.
  const isPartial = unknown.length > 0 && !allPresent;
  return { marks: [...marks.values()], isPartial, markedPresent: isPartial ? present : [] };
}
