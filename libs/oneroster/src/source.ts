import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { refuse } from './finding.ts';

/** One file inside a folder or archive. */
export interface SourceFile {
  /** Path inside the source, with `/`. */
  readonly name: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

export interface Source {
  readonly files: readonly SourceFile[];
  close(): void;
}

/** How much is read at most; sizes in bytes after unpacking. */
export interface RosterLimits {
  /** All files together. Default 1 GiB. */
  readonly totalBytes: number;
  /** One file. Default 512 MiB. */
  readonly fileBytes: number;
  /** One row. Default 256 KiB. */
  readonly rowBytes: number;
  /** Default 200. */
  readonly files: number;
  /** Unpacked to packed size of one archived file over 1 MiB; CSV packs to 1:5 … 1:50. Default 200. */
  readonly ratio: number;
}

export const DEFAULT_LIMITS: RosterLimits = {
  totalBytes: 2 ** 30,
  fileBytes: 2 ** 29,
  rowBytes: 2 ** 18,
  files: 200,
  ratio: 200,
};

/** @throws RosterRefusedError when there are too many files or they are too large */
export function checkSizes(files: readonly SourceFile[], limits: RosterLimits): void {
  if (files.length > limits.files) refuse('too-many-files', { value: String(files.length) });
  const large = files.find(({ bytes }) => bytes > limits.fileBytes);
  if (large) refuse('too-large', { file: large.name, value: String(large.bytes) });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.totalBytes) refuse('too-large', { value: String(total) });
}

function onDisk(file: string, name: string, bytes: number): SourceFile {
  // Not a byte beyond what was checked, should the file grow meanwhile.
  const open = (): Readable => (bytes === 0 ? Readable.from([]) : createReadStream(file, { end: bytes - 1 }));
  return { name, bytes, open: () => Promise.resolve(open()) };
}

/** A folder's own CSV files; links, subfolders and other files are not looked at. */
export async function openFolder(folder: string, limits: RosterLimits): Promise<Source> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name)).map(({ name }) => name);
  const files: SourceFile[] = [];
  for (const name of names.toSorted()) {
    const file = path.join(folder, name);
    files.push(onDisk(file, name, (await stat(file)).size));
  }
  checkSizes(files, limits);
  return { files, close: () => undefined };
}

/** One CSV file by itself. */
export function openSingleFile(file: string, bytes: number, limits: RosterLimits): Source {
  const files = [onDisk(file, path.basename(file), bytes)];
  checkSizes(files, limits);
  return { files, close: () => undefined };
}
