import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportRefused } from './refusal.ts';

export interface InputFile {
  readonly path: string;
  /** As the report names it. */
  readonly name: string;
}

const MAX_FILES = 1_000;

/** The JSON files of a folder, in the order of their names, or the one file. @throws ImportRefused */
export async function listJsonFiles(path: string): Promise<InputFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new ImportRefused('not-found', { file: basename(path) });
  if (found.isFile()) return [{ path, name: basename(path) }];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && /\.json$/i.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) throw new ImportRefused('no-json-files', { file: basename(path) });
  if (names.length > MAX_FILES) throw new ImportRefused('too-many-files', { file: basename(path), values: { files: MAX_FILES } });
  return names.toSorted().map((name) => ({ path: join(path, name), name }));
}
