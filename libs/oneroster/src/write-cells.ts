import { isLocalDate } from '@digione/local-date';
import { finding, type Finding, type FindingCode } from './finding.ts';

/**
 * What happens to free text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or return first; OWASP "CSV
 * injection"). `escape`: an apostrophe is put before it, which this library's reader takes away again. `keep`: exactly as is.
 */
export type FormulaPolicy = 'escape' | 'keep';

const FORMULA = /^[=+\-@\t\r]/;
/** Phone numbers and amounts begin with a sign and do nothing. */
const HARMLESS = /^[+-]?[\d\s().-]+$/;

/** Checks and forms the cells of one file, strictly; gathers what may not be written. */
export class CellWriter {
  readonly problems: Finding[] = [];
  readonly #file: string;
  readonly #formulas: FormulaPolicy;
  /** Line the next row will have. */
  line = 2;

  constructor(file: string, formulas: FormulaPolicy) {
    this.#file = file;
    this.#formulas = formulas;
  }

  note(code: FindingCode, field: string, value: string): void {
    this.problems.push(finding('error', code, { file: this.#file, line: this.line, field, value }));
  }

  /** Free text on one line. */
  text(_field: string, value: string | null | undefined): string {
    const line = (value ?? '').replace(/\s*[\r\n\t]+\s*/g, ' ').trim();
    return this.#formulas === 'escape' && FORMULA.test(line) && !HARMLESS.test(line) ? `'${line}` : line;
  }

  required(field: string, value: string | null | undefined): string {
    const text = this.text(field, value);
    if (text === '') this.note('missing-value', field, '');
    return text;
  }

  /** An id is never altered; one that a spreadsheet would execute is refused. */
  id(field: string, value: string | null | undefined): string {
    if (value === null || value === undefined || value === '') return '';
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    if (FORMULA.test(value) || value.length > 255 || value !== value.trim() || /[\u0000-\u001f,]/.test(value)) {
      this.note('unwritable-value', field, value);
    }
    return value;
  }

  requiredId(field: string, value: string | null | undefined): string {
    if (value === null || value === undefined || value === '') this.note('missing-value', field, '');
    return this.id(field, value);
  }

  /** A token of the standard's vocabulary. */
  token(field: string, value: string, allowed: readonly string[]): string {
    if (!allowed.includes(value)) this.note('bad-value', field, value);
    return value;
  }

  date(field: string, value: string | null | undefined): string {
    if (value === null || value === undefined) return '';
    if (!isLocalDate(value)) this.note('bad-date', field, value);
    return value;
  }

  flag(value: boolean | null | undefined): string {
    return value === null || value === undefined ? '' : String(value);
  }

  /** Values with a comma between; none may hold one. */
  list(field: string, values: readonly string[] | undefined): string {
    const cells = (values ?? []).map((value) => this.text(field, value));
    const broken = cells.find((cell) => cell.includes(','));
    if (broken !== undefined) this.note('unwritable-value', field, broken);
    return cells.join(',');
  }

  idList(field: string, values: readonly string[] | undefined): string {
    return (values ?? []).map((value) => this.id(field, value)).join(',');
  }
}

/** RFC 4180: commas between, CRLF behind, quotation marks where needed. */
export function formatCsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
