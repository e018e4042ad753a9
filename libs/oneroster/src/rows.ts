import { COLUMN_SETS } from './columns.ts';
import { readCsvRows } from './csv-rows.ts';
import type { SlashOrder } from './dates.ts';
import type { Finding } from './finding.ts';
import { createMapper, type Mapper } from './map-oneroster.ts';
import { createSdsMapper } from './map-sds.ts';
import type { RosterRecord } from './records.ts';
import type { OpenedFile } from './roster-file.ts';
import { Row, type RowContext } from './row.ts';

/** One row read. A row of School Data Sync's first format can give several in turn, with the same line. */
export interface RosterRow {
  /** Physical line in the file, 1 = the first. */
  readonly line: number;
  /** `null` exactly when a problem is an error: the row cannot be used. */
  readonly record: RosterRecord | null;
  readonly problems: readonly Finding[];
}

function mapperOf({ file }: OpenedFile, isOneRoster: boolean): Mapper {
  switch (file.kind) {
    case 'sdsSchool':
    case 'sdsSection':
    case 'sdsStudent':
    case 'sdsTeacher':
    case 'sdsStudentEnrollment':
    case 'sdsTeacherRoster':
    case 'sdsGuardian':
    case 'sdsGuardianRelationship':
      return createSdsMapper(file.kind);
    default:
      return createMapper(file.kind, isOneRoster);
  }
}

/** School Data Sync documents M/D/YYYY; elsewhere dates with slashes need evidence. */
function slashOrder({ file, inspection }: OpenedFile): SlashOrder {
  return inspection.slashes === 'unknown' && file.kind.startsWith('sds') ? 'month-first' : inspection.slashes;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function checkWidth(row: Row, cells: readonly string[], width: number): void {
  if (cells.length === width) return;
  if (cells.length < width) row.note('warning', 'column-count', '', `${cells.length} < ${width}`);
  // Cells to the right of the header that hold something mean that the row has slipped.
  else if (!isBlank(cells.slice(width))) row.note('error', 'column-count', '', `${cells.length} > ${width}`);
}

/** Reads a file's rows in bounded memory. */
export async function* readRows(opened: OpenedFile, isOneRoster: boolean, rowBytes: number): AsyncGenerator<RosterRow> {
  const { source, inspection, header, layout, file } = opened;
  if (layout === undefined || header === undefined || inspection.encoding === null) return;
  const context: RowContext = { file: file.name, layout, slashes: slashOrder(opened), mode: file.mode };
  const mapper = mapperOf(opened, isOneRoster);
  // The widths seen tell a file whose rows are all short from one that was cut in its last row.
  const { needed } = COLUMN_SETS[file.kind];
  let usualWidth = 0;
  let held: { row: Row; cells: readonly string[] } | undefined;
  const finish = function* ({ row, cells }: { row: Row; cells: readonly string[] }, isLast: boolean): Generator<RosterRow> {
    const isCut = isLast && !inspection.endsWithNewline && cells.length < Math.max(usualWidth, usualWidth === 0 ? needed.length : 0);
    if (isCut) row.note('error', 'truncated', '');
    else checkWidth(row, cells, header.names.length);
    usualWidth = Math.max(usualWidth, Math.min(cells.length, header.names.length));
    const records = isCut ? [] : mapper(row);
    if (row.hasError) yield { line: row.line, record: null, problems: row.problems };
    else for (const [index, record] of records.entries()) yield { line: row.line, record, problems: index === 0 ? row.problems : [] };
  };
  for await (const next of readCsvRows(source, inspection.encoding, header, rowBytes)) {
    if ('broken' in next) {
      if (held) yield* finish(held, false);
      yield { line: next.broken.line, record: null, problems: [next.broken] };
      return;
    }
    if (isBlank(next.cells)) continue;
    if (held) yield* finish(held, false);
    held = { row: new Row(context, next.cells, next.line), cells: next.cells };
  }
  if (held) yield* finish(held, true);
}
