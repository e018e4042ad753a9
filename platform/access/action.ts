import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '../db/index.ts';
import type { Actor } from './actor.ts';
import { conditionOf } from './capture.ts';

/** SQL that names the object in question: a bound id, or a column of a list. */
export type ObjectRef = RawBuilder<unknown>;

/**
 * When an actor may: role + relation + time. The same rule answers for one object and becomes the filter of a list.
 * `true` and `false` are answers that need no look into the database.
 */
export interface Rule {
  /** Kebab-case; the audit record's basis, e.g. `teaches-learner`. */
  readonly name: string;
  readonly when: (actor: Actor, object: ObjectRef) => RawBuilder<boolean> | boolean;
}

/** A kind of object and how to see whether there is one. */
export interface ObjectKind {
  readonly name: string;
  readonly exists: (object: ObjectRef) => RawBuilder<boolean>;
}

export interface Action {
  /** `entity.verb`, e.g. `absence.explain`. */
  readonly name: string;
  /** Key of the purpose shown to the data subject, e.g. `purpose.attendance`. */
  readonly purpose: string;
  readonly object: ObjectKind;
  readonly anyOf: readonly Rule[];
}

const declared = new Map<string, Action>();

/** Declares an action; every endpoint names one. */
export function defineAction(action: Action): Action {
  if (declared.has(action.name)) throw new Error(`The action ${action.name} is declared twice.`);
  declared.set(action.name, action);
  return action;
}

export const allActions = (): readonly Action[] => [...declared.values()];

/** The provider itself: for actions that are not about one object. */
export const providerObject: ObjectKind = { name: 'provider', exists: () => sql<boolean>`true` };

export type Verdict = { verdict: 'allowed'; basis: string } | { verdict: 'denied' } | { verdict: 'missing' };

/** May the actor do this to this object? One query, none when the rules need no look. */
export async function judge(tx: Transaction, actor: Actor, action: Action, objectId: string): Promise<Verdict> {
  const ref = sql`${objectId}::uuid`;
  const outcomes = action.anyOf.map((rule) => ({ name: rule.name, holds: rule.when(actor, ref) })).filter(({ holds }) => holds !== false);
  if (action.object === providerObject && outcomes.every(({ holds }) => typeof holds === 'boolean')) {
    const granted = outcomes[0];
    return granted === undefined ? { verdict: 'denied' } : { verdict: 'allowed', basis: granted.name };
  }
  const cases = outcomes.map(({ name, holds }) => sql`when ${typeof holds === 'boolean' ? sql`true` : holds} then ${name}`);
  const basis = cases.length === 0 ? sql<string | null>`null::text` : sql<string | null>`case ${sql.join(cases, sql` `)} end`;
  const { rows } = await sql<{ basis: string | null; found: boolean }>`select ${basis} as basis, ${action.object.exists(ref)} as found`.execute(tx.db);
  const row = rows[0];
  if (row === undefined || !row.found) return { verdict: 'missing' };
  return row.basis === null ? { verdict: 'denied' } : { verdict: 'allowed', basis: row.basis };
}

/** The action's rules as a condition on a column: authorisation of a list is part of its SQL. */
export function allowedFor(actor: Actor, action: Action, column: ObjectRef): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  for (const rule of action.anyOf) {
    const holds = conditionOf(rule, actor, column);
    if (holds === true) return sql<boolean>`true`;
    if (holds !== false) conditions.push(holds);
  }
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/**
 * What the actor may do with each object of a list, as one JSON column: `{"explain": true, …}`. Pages show
 * exactly the buttons that work.
 */
export function abilitiesOn<K extends string>(actor: Actor, actions: Record<K, Action>, column: ObjectRef): RawBuilder<Record<K, boolean>> {
  const pairs = Object.entries<Action>(actions).map(([name, action]) => sql`${sql.lit(name)}, coalesce(${allowedFor(actor, action, column)}, false)`);
  return sql<Record<K, boolean>>`jsonb_build_object(${sql.join(pairs)})`;
}
