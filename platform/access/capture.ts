import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely';
import type { ObjectRef, Rule } from './action.ts';
import type { Actor } from './actor.ts';

/** Writes SQL out without a database. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const textOf = (part: RawBuilder<unknown>): string => part.compile(writer).sql.toLowerCase();

/** Words that may follow a table's name where it has no alias. */
const KEYWORDS = new Set(['where', 'on', 'join', 'left', 'inner', 'cross', 'using', 'group', 'order', 'limit', 'union']);

/** @returns the names by which the text calls its tables */
function aliasesIn(text: string): Set<string> {
  const found = [...text.matchAll(/\b(?:from|join)\s+(?:lateral\s+)?"?(?:[a-z_]+"?\."?)?([a-z_]+)"?(?:\s+(?:as\s+)?"?([a-z_]+)"?)?/g)];
  return new Set(found.map(([, table = '', alias]) => (alias === undefined || KEYWORDS.has(alias) ? table : alias)));
}

const aliasesOf = new WeakMap<Rule, Set<string>>();

/**
 * The rule as a condition on a column. A rule that calls a table of its own what the list calls the column's would read its own column
 * instead, compare it with itself and hold for everything: so that is refused.
 *
 * @param column an id, or a column with its table's alias: `p.person_id`
 * @throws Error where the rule's SQL could take the column for one of its own
 */
export function conditionOf(rule: Rule, actor: Actor, column: ObjectRef): RawBuilder<boolean> | boolean {
  const holds = rule.when(actor, column);
  if (typeof holds === 'boolean') return holds;
  const name = textOf(column).trim();
  if (/^"?[a-z_]+"?$/.test(name)) throw new Error(`The rule ${rule.name} is asked about ${name}: say of which table, or it may take it for a column of its own.`);
  const [, alias] = /^"?([a-z_]+)"?\."?[a-z_]+"?(?:::[a-z]+)?$/.exec(name) ?? [];
  if (alias === undefined) return holds;
  const own = aliasesOf.get(rule) ?? namesOf(rule, actor);
  if (own.has(alias)) throw new Error(`The rule ${rule.name} has a table it calls ${alias}: the query must call its own otherwise, or the rule holds for everything.`);
  return holds;
}

function namesOf(rule: Rule, actor: Actor): Set<string> {
  const written = rule.when(actor, sql`null::uuid`);
  const own = typeof written === 'boolean' ? new Set<string>() : aliasesIn(textOf(written));
  aliasesOf.set(rule, own);
  return own;
}
