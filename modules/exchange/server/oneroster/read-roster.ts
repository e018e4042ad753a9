import { openRoster, RosterRefusedError, type Finding, type Roster } from '@digione/oneroster';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { MAX_FILE_BYTES, megabytes } from '../pipeline/json-file.ts';
import { ImportRefused } from '../pipeline/refusal.ts';
import { StageWriter } from '../pipeline/stage.queries.ts';
import { keysOf, setSource, type ImportSource } from '../pipeline/scope.queries.ts';
import { readTemplate } from '../spreadsheet/read-template.ts';
import { stagedRowOf } from './roster-row.ts';
import { STAGE_NAMES, type StageName } from './stages.queries.ts';

/** What the package said of itself. */
export interface RosterPackage {
  /** Stages whose files are complete: what they do not name has ended. */
  readonly complete: ReadonlySet<StageName>;
  /** School Data Sync means the last day that belongs, the standard the first that does not. */
  readonly endsInclusively: boolean;
  readonly source: ImportSource;
  /** The source of the external keys: each system's own. */
  readonly keys: string;
}

const LIMITS = { fileBytes: MAX_FILE_BYTES, totalBytes: 4 * MAX_FILE_BYTES };

const STAGES_OF: Readonly<Record<string, readonly StageName[]>> = {
  academicSessions: ['r_session'],
  orgs: ['r_org'],
  courses: ['r_course'],
  classes: ['r_class'],
  users: ['r_user'],
  roles: ['r_role'],
  enrollments: ['r_enrollment'],
  relationships: ['r_relation'],
};

async function open(context: ImportContext): Promise<Roster> {
  try {
    return await openRoster(context.path, LIMITS);
  } catch (error) {
    if (!(error instanceof RosterRefusedError)) throw error;
    const [first] = error.findings;
    throw new ImportRefused(first?.code ?? 'not-an-archive', { file: first?.file || context.fileName, line: first?.line ?? 0, values: { value: first === undefined ? '' : shownValue(first) }, cause: error });
  }
}

/** Sizes are told as people read them. */
const shownValue = ({ code, value = '' }: Finding): string => (code === 'too-large' && /^\d+$/.test(value) ? megabytes(Number(value)) : value);

/** The standard is UTF-8: what was read in another encoding may have lost letters, and a garbled name would go everywhere. */
const severityOf = ({ code, severity }: Finding): 'error' | 'warning' => (code === 'encoding' ? 'error' : severity);

function tell({ report }: ImportContext, finding: Finding): void {
  const { code, file, line, field } = finding;
  report.add(severityOf(finding), code, { file, line, field, values: { value: shownValue(finding) } });
}

/** Reads a roster into the stages; what is wrong with it is told row by row. @throws ImportRefused for what cannot be opened at all */
export async function readRoster(context: ImportContext): Promise<RosterPackage> {
  const { tx, report } = context;
  await using roster = await open(context);
  for (const finding of roster.findings) tell(context, finding);
  const writers = new Map(STAGE_NAMES.map((name) => [name, new StageWriter<object>(tx, name)]));
  const complete = new Set<StageName>();
  const isSds = roster.version.startsWith('sds');
  for (const file of roster.files) {
    for await (const { record, line, problems } of roster.rows(file.name)) {
      report.read += 1;
      context.progress('reading', report.read);
      for (const problem of problems) tell(context, problem);
      if (problems.some((problem) => severityOf(problem) === 'error')) report.count('row', 'refused');
      const staged = record === null ? undefined : stagedRowOf(record, file.name, line);
      if (staged !== undefined) await writers.get(staged.stage)?.add(staged.row);
    }
    // Only a manifest can say that a file is all there is.
    if (!isSds && roster.manifest?.modes.get(file.kind.toLowerCase()) === 'bulk') for (const name of STAGES_OF[file.kind] ?? []) complete.add(name);
  }
  if (report.read === 0 && !report.hasErrors) throw new ImportRefused('empty', { file: context.fileName });
  for (const writer of writers.values()) await writer.flush();
  const keys = keysOf('oneroster', roster.manifest?.sourceCode ?? roster.manifest?.sourceName ?? null);
  await setSource(tx, 'oneroster', keys);
  return { complete, endsInclusively: isSds, source: 'oneroster', keys };
}

/** Reads the people template into the same stages; it names what is new or changed, never all there is. @throws ImportRefused */
export async function readSpreadsheet(context: ImportContext): Promise<RosterPackage> {
  const writers = new Map(STAGE_NAMES.map((name) => [name, new StageWriter<object>(context.tx, name)]));
  for await (const { stage, row } of readTemplate(context)) {
    await writers.get(stage)?.add(row);
    context.progress('reading', context.report.read);
  }
  if (context.report.read === 0 && !context.report.hasErrors) throw new ImportRefused('empty', { file: context.fileName });
  for (const writer of writers.values()) await writer.flush();
  return { complete: new Set(), endsInclusively: false, source: 'spreadsheet', keys: 'spreadsheet' };
}
