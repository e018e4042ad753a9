// The TypeScript types of a database's tables, as text.
import pg from 'pg';

interface Column {
  schema: string;
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  automatic: boolean;
  computed: boolean;
  isView: boolean;
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'string',
  time: 'string',
  timestamptz: 'string',
  daterange: 'string',
  tstzrange: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsvector: 'string',
  _text: 'string[]',
  _int4: 'number[]',
  _uuid: 'string[]',
};

/** The catalogue calls every column of a view nullable; these really are. */
const NULLABLE_IN_VIEWS = new Set(['homeroom_id', 'homeroom_name', 'grade_level', 'school_id']);

const pascal = (name: string) => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function columnType(column: Column): string {
  const isName = column.type === 'jsonb' && (column.column === 'name' || column.column === 'short_name');
  const base = isName ? 'LocalizedText' : TYPES[column.type];
  if (base === undefined) throw new Error(`${column.schema}.${column.table}.${column.column}: no TypeScript type for ${column.type}`);
  const isNullable = column.isView
    ? NULLABLE_IN_VIEWS.has(column.column) && !(column.table === 'current_enrolment' && column.column === 'school_id')
    : column.nullable;
  const type = isNullable ? `${base} | null` : base;
  if (column.computed) return `GeneratedAlways<${type}>`;
  return column.automatic ? `Generated<${type}>` : type;
}

async function readColumns(url: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(`
      select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
             a.atthasdef and a.attgenerated = '' as automatic, a.attgenerated <> '' or a.attidentity = 'a' as computed, c.relkind = 'v' as "isView"
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'graphile_worker') and n.nspname not like 'pg_%'
      order by 1, 2, a.attnum`);
    return rows;
  } finally {
    await client.end();
  }
}

function render(columns: Column[]): string {
  const tables = new Map<string, Column[]>();
  for (const column of columns) {
    const name = `${column.schema}.${column.table}`;
    tables.set(name, [...(tables.get(name) ?? []), column]);
  }
  const interfaces = [...tables].map(([name, list]) => {
    const fields = list.map((column) => `  ${column.column}: ${columnType(column)};`).join('\n');
    return `export interface ${pascal(name.replace('.', '_'))} {\n${fields}\n}\n`;
  });
  const index = [...tables.keys()].map((name) => `  '${name}': ${pascal(name.replace('.', '_'))};`).join('\n');
  return `// Made by \`npm run generate\` from the migrations; not written by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { LocalizedText } from '@digione/platform/contract';

export type Json = unknown;

${interfaces.join('\n')}
export interface Tables {\n${index}\n}\n`;
}

/** The text of db/generated/tables.ts for a migrated database. */
export const renderTables = async (url: string): Promise<string> => render(await readColumns(url));
