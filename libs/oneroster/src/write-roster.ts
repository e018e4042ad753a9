import { Readable } from 'node:stream';
import { IdBook } from './check-references.ts';
import { finding, RosterRefusedError, type Finding } from './finding.ts';
import { CellWriter, formatCsvRow, type FormulaPolicy } from './write-cells.ts';
import { TABLES, type RosterDrafts, type Table, type WritableKind } from './write-tables.ts';
import { zip, type ZipText } from './write-zip.ts';

type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** What to export, kind by kind; each kind may come as a stream. A kind left out is declared absent. */
export type RosterContent = { readonly [K in WritableKind]?: Rows<RosterDrafts[K]> };

export interface WriteOptions {
  readonly systemName?: string;
  readonly systemCode?: string;
  /** Default `escape`. */
  readonly formulas?: FormulaPolicy;
}

/** Everything the standard's manifest must declare, most of it as absent. */
const DECLARED = [
  ...['academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments'],
  ...['lineItemLearningObjectiveIds', 'lineItems', 'lineItemScoreScales', 'orgs', 'resources', 'resultLearningObjectiveIds'],
  ...['results', 'resultScoreScales', 'roles', 'scoreScales', 'userProfiles', 'userResources', 'users'],
];

function manifestText(present: ReadonlySet<string>, { systemName, systemCode }: WriteOptions): string {
  const write = new CellWriter('manifest.csv', 'escape');
  const rows = [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...DECLARED.map((file) => [`file.${file}`, present.has(file) ? 'bulk' : 'absent']),
    ['source.systemName', write.text('systemName', systemName)],
    ['source.systemCode', write.text('systemCode', systemCode)],
  ];
  return rows.map(formatCsvRow).join('');
}

const MAX_FINDINGS = 100;

function stopAt(problems: readonly Finding[]): void {
  if (problems.length > 0) throw new RosterRefusedError(problems.slice(0, MAX_FINDINGS));
}

async function* fileText<K extends WritableKind>(
  kind: K,
  table: Table<RosterDrafts[K]>,
  rows: Rows<RosterDrafts[K]>,
  book: IdBook,
  formulas: FormulaPolicy,
): AsyncGenerator<string> {
  const file = `${kind}.csv`;
  const write = new CellWriter(file, formulas);
  // A parent may stand behind its child in the same file.
  const open: Array<{ id: string; field: string; line: number }> = [];
  yield formatCsvRow(table.columns);
  for await (const record of rows) {
    const sourcedId = write.requiredId('sourcedId', record.sourcedId);
    if (!book.add(kind, sourcedId)) write.note('duplicate-id', 'sourcedId', sourcedId);
    for (const [target, field, ids] of table.references(record)) {
      for (const id of ids) {
        if (id === null || id === undefined || id === '' || book.has(target, id)) continue;
        if (target === kind) open.push({ id, field, line: write.line });
        else write.note('unknown-reference', field, id);
      }
    }
    const row = formatCsvRow([sourcedId, '', '', ...table.cells(write, record)]);
    stopAt(write.problems);
    yield row;
    write.line++;
  }
  const dangling = open.filter(({ id }) => !book.has(kind, id));
  stopAt(dangling.map(({ id, field, line }) => finding('error', 'unknown-reference', { file, line, field, value: id })));
}

function listFiles(content: RosterContent, options: WriteOptions): ZipText[] {
  const book = new IdBook();
  const files: ZipText[] = [];
  const add = <K extends WritableKind>(kind: K, table: Table<RosterDrafts[K]>, rows: Rows<RosterDrafts[K]> | undefined): void => {
    if (rows) files.push({ name: `${kind}.csv`, text: fileText(kind, table, rows, book, options.formulas ?? 'escape') });
  };
  // Each after the kinds it refers to: a reference is checked when it is written.
  add('academicSessions', TABLES.academicSessions, content.academicSessions);
  add('orgs', TABLES.orgs, content.orgs);
  add('courses', TABLES.courses, content.courses);
  add('classes', TABLES.classes, content.classes);
  add('users', TABLES.users, content.users);
  add('userProfiles', TABLES.userProfiles, content.userProfiles);
  add('roles', TABLES.roles, content.roles);
  add('demographics', TABLES.demographics, content.demographics);
  add('enrollments', TABLES.enrollments, content.enrollments);
  const manifest = manifestText(new Set(files.map(({ name }) => name.replace('.csv', ''))), options);
  return [{ name: 'manifest.csv', text: Readable.from([manifest]) }, ...files];
}

/**
 * Writes a OneRoster 1.2 CSV archive, complete (bulk) and strict: required values, the standard's vocabularies, real dates, unique ids and
 * no reference to nothing. Streams kind by kind in bounded memory (ids, and one packed file).
 *
 * The stream fails with a {@link RosterRefusedError} at the first row that may not be written; what came before is no valid
 * archive, so send it on only when it has ended, or use {@link writeRosterToBuffer}.
 */
export function writeRoster(content: RosterContent, options: WriteOptions = {}): Readable {
  return Readable.from(zip(listFiles(content, options)), { objectMode: false });
}

/**
 * As {@link writeRoster}, in one piece.
 * @throws RosterRefusedError when something may not be written
 */
export async function writeRosterToBuffer(content: RosterContent, options: WriteOptions = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip(listFiles(content, options))) chunks.push(chunk);
  return Buffer.concat(chunks);
}
