import { parse } from 'csv-parse/sync';
import { normalizeToken } from './vocabularies.ts';

export type FileMode = 'bulk' | 'delta' | 'absent';

export interface Manifest {
  /** As written: `1.1`, `1.2`…; `null` when missing. */
  readonly oneRosterVersion: string | null;
  readonly sourceName: string | null;
  readonly sourceCode: string | null;
  /** By file name without `.csv`, small letters. */
  readonly modes: ReadonlyMap<string, FileMode>;
}

/** Reads manifest.csv: `propertyName,value`, with whatever separator and capitals. */
export function parseManifest(text: string): Manifest {
  const delimiter = /^[^\r\n]*;/.test(text) ? ';' : /^[^\r\n]*\t/.test(text) ? '\t' : ',';
  const rows: string[][] = parse(text, { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  const properties = new Map<string, string>();
  for (const [name = '', value = ''] of rows) properties.set(name.trim().toLowerCase(), value.trim());
  const modes = new Map<string, FileMode>();
  for (const [name, value] of properties) {
    const file = /^file\.(.+)$/.exec(name)?.[1];
    const mode = value.toLowerCase();
    if (file !== undefined && (mode === 'bulk' || mode === 'delta' || mode === 'absent')) modes.set(normalizeToken(file), mode);
  }
  // Some vendors fill in "absent" here, meaning that there is nothing to say.
  const said = (name: string): string | null => {
    const value = properties.get(name);
    return value === undefined || value === '' || value.toLowerCase() === 'absent' ? null : value;
  };
  return {
    oneRosterVersion: said('oneroster.version'),
    sourceName: said('source.systemname'),
    sourceCode: said('source.systemcode'),
    modes,
  };
}
