import { parse } from 'csv-parse/sync';
import { COLUMN_SETS, type FileKind } from './columns.ts';
import { finding, type Finding, type FindingCode, type Severity } from './finding.ts';
import { normalizeToken } from './vocabularies.ts';

export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

export interface Header {
  readonly delimiter: Delimiter;
  /** As in the file, without the empty ones at the end. */
  readonly names: readonly string[];
  /** Physical line, 2 when Excel's `sep=;` stands before it. */
  readonly line: number;
}

/** Where each column of a file stands. */
export interface Layout {
  readonly kind: FileKind;
  readonly width: number;
  readonly index: ReadonlyMap<string, number>;
  readonly extensions: ReadonlyArray<readonly [name: string, index: number]>;
}

function splitLine(line: string, delimiter: Delimiter): string[] {
  const rows: string[][] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true });
  return (rows[0] ?? []).map((name) => name.trim());
}

/**
 * Finds the header and its separator: the one under which most names are known, then the one with most cells.
 * @param text the file's beginning, decoded
 */
export function findHeader(text: string, kind: FileKind): Header | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 20);
  const declared = /^"?sep=(.)"?$/i.exec(lines[0] ?? '')?.[1];
  const at = lines.findIndex((line, index) => line.trim() !== '' && !(index === 0 && declared !== undefined));
  const line = lines[at];
  if (line === undefined) return undefined;
  const known = knownNames(kind);
  let best: Header | undefined;
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    let names: string[];
    try {
      names = splitLine(line, delimiter);
    } catch {
      continue;
    }
    while (names.length > 1 && names.at(-1) === '') names.pop();
    const score = names.filter((name) => known.has(normalizeToken(name))).length * 1000 + names.length;
    if (score > bestScore) {
      best = { delimiter, names, line: at + 1 };
      bestScore = score;
    }
  }
  return best;
}

interface Known {
  readonly column: string;
  readonly isAlias: boolean;
}

const KNOWN = new Map<FileKind, ReadonlyMap<string, Known | null>>();

/** Every known name of a kind of file; `null` for columns that are left out on purpose. */
function knownNames(kind: FileKind): ReadonlyMap<string, Known | null> {
  let known = KNOWN.get(kind);
  if (!known) {
    const { needed, expected, optional, aliases, ignored = [] } = COLUMN_SETS[kind];
    const isForeign = kind.startsWith('sds');
    known = new Map<string, Known | null>([
      ...ignored.map((name) => [normalizeToken(name), null] as const),
      ...Object.entries(aliases).flatMap(([column, names]) =>
        names.map((name) => [normalizeToken(name), { column, isAlias: !isForeign }] as const),
      ),
      ...[...needed, ...expected, ...optional].map((column) => [normalizeToken(column), { column, isAlias: false }] as const),
    ]);
    KNOWN.set(kind, known);
  }
  return known;
}

/**
 * Matches a header against what is known of its kind of file.
 * @returns `layout: undefined` when a column is missing without which nothing can be read
 */
export function matchHeader(file: string, kind: FileKind, header: Header): { layout: Layout | undefined; findings: Finding[] } {
  const findings: Finding[] = [];
  const note = (severity: Severity, code: FindingCode, field: string, value?: string): void => {
    findings.push(finding(severity, code, { file, line: header.line, field, ...(value === undefined ? {} : { value }) }));
  };
  const known = knownNames(kind);
  const index = new Map<string, number>();
  const extensions: Array<readonly [string, number]> = [];
  const unknown: string[] = [];
  const aliased: Array<readonly [column: string, name: string, at: number]> = [];
  header.names.forEach((name, at) => {
    if (/^(?:metadata\.|ext_)/i.test(name)) {
      extensions.push([name, at]);
      return;
    }
    const match = known.get(normalizeToken(name));
    if (match === null) return;
    if (match === undefined) unknown.push(name);
    else if (match.isAlias) aliased.push([match.column, name, at]);
    else if (index.has(match.column)) note('warning', 'duplicate-column', match.column, name);
    else index.set(match.column, at);
  });
  // A column's own name wins over its other names, wherever they stand.
  for (const [column, name, at] of aliased) {
    if (index.has(column)) note('warning', 'duplicate-column', column, name);
    else {
      index.set(column, at);
      note('warning', 'renamed-column', column, name);
    }
  }
  const { needed, expected } = COLUMN_SETS[kind];
  if (index.size === 0) {
    note('error', 'misplaced-header', '', header.names.join(header.delimiter));
    return { layout: undefined, findings };
  }
  for (const name of unknown) if (name !== '') note('warning', 'unknown-column', name, name);
  const missing = needed.filter((column) => !index.has(column));
  // Profiles are an extra: a file of them that cannot be read keeps nobody out.
  const severity = kind === 'userProfiles' ? 'warning' : 'error';
  for (const column of missing) note(severity, 'missing-column', column);
  for (const column of expected) if (!index.has(column)) note('warning', 'missing-column', column);
  if (missing.length > 0) return { layout: undefined, findings };
  return { layout: { kind, width: header.names.length, index, extensions }, findings };
}
