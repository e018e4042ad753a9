import type { Instance } from '../model/index.ts';
import { Encoding, type Member } from './encode.ts';
import { encodeRules } from './encode-rules.ts';
import type { Explanation } from './sentences.ts';

export interface ConflictOptions {
  /** Conflicts of the search for the first proof, and of each attempt to do without one rule; 200 000 and 20 000 where not said. */
  readonly effort?: { readonly first: number; readonly each: number };
  /** Wall-clock limit; 60 where not said. A school of 1 500 lessons takes some 5 s to write down. */
  readonly seconds?: number;
}

export type ConflictReport =
  /** These rules and lessons can't hold together; without any one of them the proof fails (`isMinimal`), or the search gave up on some. */
  | { readonly outcome: 'contradiction'; readonly members: readonly ConflictMember[]; readonly isMinimal: boolean }
  /** The rules looked at hold together; rules of rooms and people to be chosen are looked at in part. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'unknown' };

export interface ConflictMember extends Explanation {
  /** Index of the rule in the instance; undefined for a lesson that is to have a time. */
  readonly constraint: number | undefined;
}

/**
 * Finds a small set of required rules and lessons that contradict each other: the timetable as a formula, every rule at every point
 * behind a switch, the switches of a proof taken away one by one. CaDiCaL does the search; it is loaded at the first call.
 */
export async function findConflict(instance: Instance, { effort = { first: 200_000, each: 20_000 }, seconds = 60 }: ConflictOptions = {}): Promise<ConflictReport> {
  const { Cadical } = await import('cadical-wasm');
  const deadline = performance.now() + seconds * 1000;
  const encoding = new Encoding(instance);
  encodeRules(encoding);
  const solver = await Cadical.create({ quiet: true });
  try {
    solver.addClauses(encoding.cnf.clauses);
    solver.setTerminate(() => performance.now() > deadline);
    const bySelector = new Map(encoding.members.map((member) => [member.selector, member]));
    const failed = (selectors: readonly number[], conflicts: number): number[] | 'satisfiable' | 'unknown' => {
      const status = solver.solve({ assumptions: selectors, conflicts });
      return status === 'unsatisfiable' ? solver.failedAssumptions() : status;
    };
    const first = failed([...bySelector.keys()], effort.first);
    if (first === 'unknown') return { outcome: 'unknown' };
    if (first === 'satisfiable') return { outcome: 'none' };
    const { core, isMinimal } = minimise(first, bySelector, (selectors) => failed(selectors, effort.each));
    return { outcome: 'contradiction', members: core.flatMap((selector) => toMember(bySelector.get(selector))), isMinimal };
  } finally {
    solver.dispose();
  }
}

const toMember = (member: Member | undefined): ConflictMember[] => (member === undefined ? [] : [{ ...member.explanation, constraint: member.constraint }]);

/** Tries to do without each member; lessons first, so that few lessons are named, then rules. */
function minimise(
  core: readonly number[],
  members: ReadonlyMap<number, Member>,
  failed: (selectors: readonly number[]) => number[] | 'satisfiable' | 'unknown',
): { core: number[]; isMinimal: boolean } {
  let kept = core.toSorted((one, other) => rank(members.get(one)) - rank(members.get(other)) || one - other);
  let isMinimal = true;
  for (const selector of kept) {
    if (!kept.includes(selector)) continue;
    const answer = failed(kept.filter((one) => one !== selector));
    if (answer === 'unknown') isMinimal = false;
    // A proof may need even fewer.
    else if (answer !== 'satisfiable') kept = kept.filter((one) => answer.includes(one));
  }
  return { core: kept, isMinimal };
}

const rank = (member: Member | undefined): number => (member?.constraint === undefined ? 0 : 1);
