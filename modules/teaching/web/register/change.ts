import type { Mark, Register, RegisterLearner, SavedRegister } from '../../contract/index.ts';

export interface MarkNow {
  readonly mark: Mark | null;
  readonly minutes: number | null;
}

/** What a person did to a register and the server does not know yet. */
export interface Change {
  readonly marks: ReadonlyMap<string, MarkNow>;
  /** Everyone nobody has marked is present. */
  readonly allPresent: boolean;
  /** Undefined leaves the topic as it is. */
  readonly topic?: string | null;
}

export const noChange: Change = { marks: new Map(), allPresent: false };

export const isEmpty = (change: Change): boolean => change.marks.size === 0 && !change.allPresent && change.topic === undefined;

/** Both changes as one; what was done later wins. */
export function join(earlier: Change, later: Change): Change {
  const topic = later.topic === undefined ? earlier.topic : later.topic;
  // Marks taken back after "all present" take that back, too: in one request it would fill them again.
  const takesBack = [...later.marks.values()].some(({ mark }) => mark === null);
  return { marks: new Map([...earlier.marks, ...later.marks]), allPresent: later.allPresent || (earlier.allPresent && !takesBack), ...(topic !== undefined && { topic }) };
}

/** How the register will look when the change is saved: the server's own rules, without its answer. */
export function applyChange(register: Register, change: Change): Register {
  if (isEmpty(change)) return register;
  const learners = register.learners.map((learner): RegisterLearner => {
    const given = change.marks.get(learner.personId);
    const said = given === undefined ? learner : { ...learner, ...given, absenceTypeName: given.mark === learner.mark ? learner.absenceTypeName : null };
    if (said.mark !== null || !change.allPresent) return said;
    return said.notice === null ? { ...said, mark: 'present' } : { ...said, mark: 'absent', absenceTypeName: said.notice.typeName };
  });
  return {
    ...register,
    learners,
    state: learners.some((learner) => learner.mark === null) ? 'partial' : 'taken',
    topic: change.topic === undefined ? register.topic : change.topic,
  };
}

/** The register after a save, from what it was based on and what the server said of it. */
export function applySaved(register: Register, saved: SavedRegister): Register {
  const changed = new Map(saved.changed.map((learner) => [learner.personId, learner]));
  const { changed: _changed, ...rest } = saved;
  return { ...register, ...rest, learners: register.learners.map((learner) => (changed.has(learner.personId) ? { ...learner, ...changed.get(learner.personId) } : learner)) };
}

/** Somebody else's mark that stands where one's own was not saved. */
export interface Clash {
  readonly learner: RegisterLearner;
  readonly mine: Mark | null;
}

/**
 * What remains to be saved after somebody else has saved in between. One's own marks go on top, but where the other
 * marked the same learner otherwise, that mark stands and is told: neither is overwritten unseen.
 * @param before the register the change was made on
 * @param fresh the register as it is now
 */
export function rebase(change: Change, before: Register, fresh: Register): { change: Change; clashes: Clash[] } {
  const then = new Map(before.learners.map((learner) => [learner.personId, learner]));
  const marks = new Map<string, MarkNow>();
  const clashes: Clash[] = [];
  for (const learner of fresh.learners) {
    const mine = change.marks.get(learner.personId);
    if (mine === undefined || isSame(mine, learner)) continue;
    const was = then.get(learner.personId);
    if (was === undefined || isSame(was, learner)) marks.set(learner.personId, mine);
    else clashes.push({ learner, mine: mine.mark });
  }
  const keepsTopic = change.topic !== undefined && fresh.topic === before.topic && change.topic !== fresh.topic;
  return { change: { marks, allPresent: change.allPresent && fresh.state !== 'taken', ...(keepsTopic && { topic: change.topic }) }, clashes };
}

const isSame = (a: MarkNow, b: MarkNow): boolean => a.mark === b.mark && a.minutes === b.minutes;

/** What takes a change back: the marks that were before it. */
export function inverse(change: Change, before: Register): Change {
  const marks = new Map<string, MarkNow>();
  for (const learner of before.learners) {
    const isTouched = change.marks.has(learner.personId) || (change.allPresent && learner.mark === null);
    if (isTouched) marks.set(learner.personId, { mark: learner.mark, minutes: learner.minutes });
  }
  return { marks, allPresent: false, ...(change.topic !== undefined && { topic: before.topic }) };
}
