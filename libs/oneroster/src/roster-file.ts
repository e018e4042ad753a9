import { COLUMN_SETS, findFileKind, type FileKind } from './columns.ts';
import { inspect, type Encoding, type Inspection } from './encoding.ts';
import { finding, refuse, type Finding } from './finding.ts';
import { findHeader, matchHeader, type Delimiter, type Header, type Layout } from './layout.ts';
import type { Manifest } from './manifest.ts';
import type { SourceFile } from './source.ts';
import { normalizeToken } from './vocabularies.ts';

/** A file of the roster and how it is written. */
export interface RosterFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** Header names as in the file. */
  readonly columns: readonly string[];
  /** `bulk`: all there is; `delta`: what has changed. */
  readonly mode: 'bulk' | 'delta';
  /** False when an error among the findings keeps its rows from being read. */
  readonly isReadable: boolean;
}

/** What is needed to read the rows; not for callers. */
export interface OpenedFile {
  readonly source: SourceFile;
  readonly inspection: Inspection;
  readonly header: Header | undefined;
  readonly layout: Layout | undefined;
  readonly file: RosterFile;
}

/** @throws RosterRefusedError for an archive in disguise */
export async function openFile(source: SourceFile, manifest: Manifest | null, findings: Finding[]): Promise<OpenedFile | undefined> {
  const kind = findFileKind(source.name);
  if (kind === undefined) return undefined;
  const inspection = await inspect(await source.open());
  if (inspection.isArchive) refuse('nested-archive', { file: source.name });
  const { encoding } = inspection;
  const place = { file: source.name };
  if (encoding === null) findings.push(finding('error', 'not-text', place));
  if (encoding === 'windows-1252') {
    findings.push(finding('warning', 'encoding', { ...place, line: inspection.firstForeignLine, value: 'windows-1252' }));
  } else if (encoding !== null && encoding !== 'utf-8') findings.push(finding('warning', 'encoding', { ...place, value: encoding }));
  if (inspection.endsWithinCharacter) findings.push(finding('error', 'truncated', place));
  const header = findHeader(inspection.beginning, kind);
  if (header === undefined && encoding !== null) findings.push(finding('warning', 'empty', place));
  const matched = header === undefined || encoding === null ? undefined : matchHeader(source.name, kind, header);
  findings.push(...(matched?.findings ?? []));
  const said = manifest?.modes.get(normalizeToken(COLUMN_SETS[kind].fileName));
  if (said === 'absent') findings.push(finding('warning', 'unlisted-file', place));
  const file: RosterFile = {
    name: source.name,
    kind,
    bytes: inspection.bytes,
    encoding,
    delimiter: header?.delimiter ?? null,
    columns: header?.names ?? [],
    mode: said === 'delta' ? 'delta' : 'bulk',
    isReadable: matched?.layout !== undefined,
  };
  return { source, inspection, header, layout: matched?.layout, file };
}
