import { tables, type AnyRow, type TableName, type Value } from '../rows/tables.ts';

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (text: string): string => text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);

function isList(value: readonly string[] | { readonly [key: string]: unknown }): value is readonly string[] {
  return Array.isArray(value);
}

/** One value in PostgreSQL's COPY text format. */
function copyText(value: Value | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (isList(value)) return escape(`{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escape(JSON.stringify(value));
}

/** The rows as lines of COPY text, the columns in the table's order. */
export function copyLines(table: TableName, rows: readonly AnyRow[]): string {
  const columns = tables[table];
  let text = '';
  for (const row of rows) {
    let line = '';
    for (const column of columns) line += (line === '' ? '' : '\t') + copyText(row[column]);
    text += `${line}\n`;
  }
  return text;
}
