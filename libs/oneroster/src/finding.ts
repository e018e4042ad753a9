export type Severity = 'error' | 'warning';

/** English defaults; the caller translates by `code` and fills in `field` and `value`. Codes never change their meaning. */
const MESSAGES = {
  'ambiguous-date': 'Day and month cannot be told apart; write dates as YYYY-MM-DD.',
  'bad-date': 'Not a date that exists; write dates as YYYY-MM-DD.',
  'bad-number': 'Not a whole number.',
  'bad-value': 'Not one of the values allowed here.',
  'column-count': 'The row has another number of cells than the header.',
  'control-character': 'Control characters were removed.',
  'dates-reversed': 'The end is before the beginning.',
  'deprecated-value': 'The value is outdated and was read as its successor.',
  'duplicate-column': 'The column appears twice; the first is used.',
  'duplicate-file': 'The same file appears twice.',
  'duplicate-id': 'An earlier row has the same sourcedId.',
  empty: 'The file has no rows.',
  encoding: 'The file is not UTF-8; it was read in the encoding named.',
  encrypted: 'The archive is encrypted.',
  'formula-escaped': 'The apostrophe that protects a spreadsheet from a formula was removed.',
  'garbled-text': 'Characters were lost or garbled before the file was made.',
  'ignored-file': 'The file is not used.',
  'misplaced-header': 'The file does not begin with a header row.',
  'missing-column': 'A column is missing.',
  'missing-file': 'The manifest promises a file that is not there.',
  'missing-manifest': 'There is no manifest.csv.',
  'missing-value': 'A value is missing.',
  'nested-archive': 'An archive inside the archive is not opened.',
  'no-roster-file': 'No file of a known kind was found.',
  'nonstandard-date': 'The date was understood, but is not written as YYYY-MM-DD.',
  'nonstandard-value': 'The value was understood, but is not of the standard.',
  'not-an-archive': 'The file is not a zip archive, or is damaged.',
  'not-text': 'The file is not a text file.',
  'not-found': 'There is no such file or folder.',
  'password-present': 'Passwords do not belong into a roster; they were not read.',
  'renamed-column': 'The column was understood under another name.',
  'status-in-bulk': 'A deletion in a file that the manifest calls complete (bulk).',
  'too-large': 'Larger than allowed.',
  'too-many-files': 'More files than allowed.',
  truncated: 'The file ends in the middle of a row.',
  'unclosed-quote': 'A quotation mark is opened and never closed.',
  'unknown-column': 'The column is not known and was not read.',
  'unknown-reference': 'The row refers to something that is not in the data.',
  'unlisted-file': 'The manifest says the file is absent, but it is there.',
  'unwritable-value': 'The value may not be exported.',
  'zip-bomb': 'The archive would unpack to far more than it should.',
  'zip-slip': 'The archive holds a path that leads outside.',
} as const;

/** Stable name of a kind of finding. */
export type FindingCode = keyof typeof MESSAGES;

/** One thing found in the data: where, what, how bad. `error`: the row or file cannot be used. `warning`: it was read. */
export interface Finding {
  /** File name inside the folder or archive; empty when it concerns the whole. */
  readonly file: string;
  /** Physical line, 1 = the header; 0 when it concerns the file. */
  readonly line: number;
  /** Column as the standard names it; empty when it concerns the row. */
  readonly field: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What was found, at most 100 characters. May be personal data: show it to those who may see the file. */
  readonly value?: string;
  /** English default text. */
  readonly message: string;
}

export interface FindingPlace {
  readonly file?: string;
  readonly line?: number;
  readonly field?: string;
  readonly value?: string;
}

export function finding(severity: Severity, code: FindingCode, place: FindingPlace = {}): Finding {
  const { file = '', line = 0, field = '', value } = place;
  const shown = value === undefined ? {} : { value: value.length > 100 ? `${value.slice(0, 99)}…` : value };
  return { file, line, field, code, severity, ...shown, message: MESSAGES[code] };
}

/** The whole was refused and nothing of it was read (or written); `findings` say why. */
export class RosterRefusedError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], options?: ErrorOptions) {
    super(findings.map(({ file, code, message }) => `${file ? `${file}: ` : ''}${message} (${code})`).join(' '), options);
    this.name = 'RosterRefusedError';
    this.findings = findings;
  }
}

/** @throws RosterRefusedError always */
export function refuse(code: FindingCode, place: FindingPlace = {}, cause?: unknown): never {
  throw new RosterRefusedError([finding('error', code, place)], { cause });
}
