import type { PlanLink, PlanUnit } from '../../contract/index.ts';

/** What a teacher writes of a unit. */
export interface UnitDraft {
  readonly name: string;
  readonly notes: string | null;
  readonly startsOn: string;
  readonly lessonCount: number;
  readonly objectiveKeys: readonly string[];
  readonly contentKeys: readonly string[];
  readonly links: readonly PlanLink[];
}

export const draftOf = ({ name, notes, startsOn, lessonCount, objectiveKeys, contentKeys, links }: PlanUnit): UnitDraft => ({ name, notes, startsOn, lessonCount, objectiveKeys, contentKeys, links });

export type UnitField = keyof UnitDraft;

/** A field that both have changed, each otherwise. */
export type Conflict = UnitField;

const FIELDS = ['name', 'startsOn', 'lessonCount', 'notes', 'objectiveKeys', 'contentKeys', 'links'] as const satisfies readonly UnitField[];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Chosen things are put together: what either added is in, what either took out is not. */
function union(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const removed = new Set(base.filter((key) => !mine.includes(key) || !theirs.includes(key)));
  return [...new Set([...theirs, ...mine])].filter((key) => !removed.has(key));
}

/**
 * Puts one's own changes on top of a colleague's: a field that only one of the two has changed is that one's; of a field that
 * both have changed somebody has to choose. Meanwhile it stands as the colleague wrote it.
 * @param base the unit as it was when one began to write
 */
export function mergeUnit(base: UnitDraft, mine: UnitDraft, theirs: UnitDraft): { merged: UnitDraft; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const pick = <F extends UnitField>(field: F): UnitDraft[F] => {
    if (isSame(mine[field], base[field])) return theirs[field];
    if (isSame(theirs[field], base[field]) || isSame(theirs[field], mine[field])) return mine[field];
    conflicts.push(field);
    return theirs[field];
  };
  const merged = {
    name: pick('name'),
    startsOn: pick('startsOn'),
    lessonCount: pick('lessonCount'),
    notes: pick('notes'),
    objectiveKeys: union(base.objectiveKeys, mine.objectiveKeys, theirs.objectiveKeys),
    contentKeys: union(base.contentKeys, mine.contentKeys, theirs.contentKeys),
    links: pick('links'),
  };
  return { merged, conflicts };
}

/** The draft with the chosen side of each conflict. */
export function resolve(merged: UnitDraft, mine: UnitDraft, choices: ReadonlyMap<Conflict, 'mine' | 'theirs'>): UnitDraft {
  const chosen = FIELDS.filter((field) => choices.get(field) === 'mine');
  return { ...merged, ...Object.fromEntries(chosen.map((field) => [field, mine[field]])) };
}
