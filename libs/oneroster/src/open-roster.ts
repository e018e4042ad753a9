import { stat } from 'node:fs/promises';
import { COLUMN_SETS, FILE_KINDS, findFileKind } from './columns.ts';
import { decode, inspect } from './encoding.ts';
import { finding, refuse, RosterRefusedError, type Finding } from './finding.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { openFile, type OpenedFile, type RosterFile } from './roster-file.ts';
import { readRows, type RosterRow } from './rows.ts';
import { openZip } from './source-zip.ts';
import { DEFAULT_LIMITS, openFolder, openSingleFile, type RosterLimits, type Source } from './source.ts';
import { normalizeToken } from './vocabularies.ts';

/** What the files are, whatever they claim: OneRoster, or Microsoft School Data Sync's three formats. */
export type RosterVersion = '1.1' | '1.2' | 'sds1' | 'sds2' | 'sds2.1';

export interface Roster {
  readonly version: RosterVersion;
  readonly manifest: Manifest | null;
  /** The files that hold records, each after the files it refers to. */
  readonly files: readonly RosterFile[];
  /** What is to be said of the whole and of its files; what is to be said of rows comes with them. */
  readonly findings: readonly Finding[];
  /**
   * Streams a file's rows; can be called again. Nothing comes of a file that is not readable.
   * @throws RangeError when there is no such file
   */
  rows(fileName: string): AsyncGenerator<RosterRow>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

async function openSource(input: string | Buffer, limits: RosterLimits): Promise<Source> {
  if (typeof input !== 'string') return openZip(input, limits);
  const found = await stat(input).catch(() => undefined);
  if (!found) return refuse('not-found', { value: input });
  if (found.isDirectory()) return openFolder(input, limits);
  return /\.csv$/i.test(input) ? openSingleFile(input, found.size, limits) : openZip(input, limits);
}

const isManifest = (name: string): boolean => /(?:^|\/)manifest\.csv$/i.test(name);

async function readManifest(source: Source, findings: Finding[]): Promise<Manifest | null> {
  const file = source.files.find(({ name }) => isManifest(name));
  if (!file) return null;
  const { encoding, bytes } = await inspect(await file.open());
  if (encoding === null || bytes > 2 ** 20) {
    findings.push(finding('error', encoding === null ? 'not-text' : 'too-large', { file: file.name }));
    return null;
  }
  let text = '';
  for await (const chunk of decode(await file.open(), encoding)) text += chunk;
  try {
    return parseManifest(text);
  } catch {
    findings.push(finding('error', 'unclosed-quote', { file: file.name }));
    return null;
  }
}

function findVersion(manifest: Manifest | null, files: readonly OpenedFile[]): RosterVersion {
  const of = (kind: string): RosterFile | undefined => files.find(({ file }) => file.kind === kind)?.file;
  const has = (kind: string, column: string): boolean =>
    of(kind)?.columns.some((name) => normalizeToken(name) === normalizeToken(column)) ?? false;
  if (files.some(({ file }) => file.kind.startsWith('sds'))) return 'sds1';
  if (manifest?.oneRosterVersion?.startsWith('1.2') === true) return '1.2';
  if (manifest?.oneRosterVersion?.startsWith('1.') === true) return '1.1';
  if (of('relationships') || has('roles', 'isPrimary') || has('roles', 'sessionSourcedId')) return 'sds2.1';
  if (of('roles') || has('users', 'primaryOrgSourcedId')) return '1.2';
  return has('users', 'enabledUser') || has('users', 'status') || !of('users') ? '1.1' : 'sds2';
}

function checkPackage(source: Source, manifest: Manifest | null, version: RosterVersion, findings: Finding[]): void {
  if (!manifest && !version.startsWith('sds') && !source.files.some(({ name }) => isManifest(name))) findings.push(finding('warning', 'missing-manifest'));
  for (const { name } of source.files) {
    if (findFileKind(name) === undefined && !isManifest(name)) {
      findings.push(finding('warning', 'ignored-file', { file: name }));
    }
  }
  for (const [file, mode] of manifest?.modes ?? []) {
    const kind = findFileKind(`${file}.csv`);
    if (mode === 'absent' || kind === undefined || source.files.some(({ name }) => findFileKind(name) === kind)) continue;
    findings.push(finding('error', 'missing-file', { file: `${COLUMN_SETS[kind].fileName}.csv` }));
  }
}

async function openFiles(source: Source, manifest: Manifest | null, findings: Finding[]): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const file of source.files) {
    const next = await openFile(file, manifest, findings);
    if (!next) continue;
    const twin = opened.find((other) => other.file.kind === next.file.kind);
    if (twin) refuse('duplicate-file', { file: file.name, value: twin.file.name });
    opened.push(next);
  }
  if (opened.length === 0) refuse('no-roster-file');
  return opened.toSorted((a, b) => FILE_KINDS.indexOf(a.file.kind) - FILE_KINDS.indexOf(b.file.kind));
}

/**
 * Opens a roster for reading: a folder or a zip archive (by path or in memory) of OneRoster 1.1 or 1.2 CSV, or of Microsoft School
 * Data Sync's CSV formats; also one CSV file by itself. Reads every file once, to know its encoding and columns.
 *
 * Data that is only dirty opens, and says what is wrong in `findings` and with its rows.
 * @param limits how much is read at most
 * @throws RosterRefusedError for what may not be opened at all: hostile or damaged archives, too much data, no known file
 */
export async function openRoster(input: string | Buffer, limits: Partial<RosterLimits> = {}): Promise<Roster> {
  const allowed: RosterLimits = { ...DEFAULT_LIMITS, ...limits };
  const source = await openSource(input, allowed);
  try {
    const findings: Finding[] = [];
    const manifest = await readManifest(source, findings);
    const opened = await openFiles(source, manifest, findings);
    const version = findVersion(manifest, opened);
    checkPackage(source, manifest, version, findings);
    const close = (): Promise<void> => Promise.resolve(source.close());
    return {
      version,
      manifest,
      files: opened.map(({ file }) => file),
      // School Data Sync has names of its own, which are no slips there.
      findings: version.startsWith('sds') ? findings.filter(({ code }) => code !== 'renamed-column') : findings,
      rows(fileName) {
        const found = opened.find(({ file }) => file.name === fileName);
        if (!found) throw new RangeError(`No such file in the roster: ${fileName}`);
        return readRows(found, !version.startsWith('sds'), allowed.rowBytes);
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    source.close();
    if (error instanceof RosterRefusedError) throw error;
    // What is left are damaged streams: checksums and sizes that do not hold, unreadable disks.
    return refuse('not-an-archive', { value: error instanceof Error ? error.message : String(error) }, error);
  }
}
