import type { LocalDate } from '@digione/local-date';
import { readDate, type SlashOrder } from './dates.ts';
import { finding, type Finding, type FindingCode, type Severity } from './finding.ts';
import type { Layout } from './layout.ts';
import type { UserId } from './records.ts';
import { FLAGS, normalizeToken, STATUSES, type Vocabulary } from './vocabularies.ts';

/** What a row's file says about all its rows. */
export interface RowContext {
  readonly file: string;
  readonly layout: Layout;
  readonly slashes: SlashOrder;
  readonly mode: 'bulk' | 'delta';
}

const MAX_CELL = 4000;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
// eslint-disable-next-line no-control-regex -- the ASCII range, to skip the work below for most cells
const PLAIN = /^[\u0020-\u007e]*$/;
const GARBLED = /\uFFFD|Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™›œ]/;
const ESCAPED_FORMULA = /^'[=+\-@\t\r]/;

/** One row under reading: gives cells by column and type, and gathers what is wrong with them. */
export class Row {
  readonly problems: Finding[] = [];
  readonly line: number;
  readonly #context: RowContext;
  readonly #cells: readonly string[];

  constructor(context: RowContext, cells: readonly string[], line: number) {
    this.#context = context;
    this.#cells = cells;
    this.line = line;
  }

  get hasError(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  note(severity: Severity, code: FindingCode, field: string, value?: string): void {
    const { file } = this.#context;
    this.problems.push(finding(severity, code, { file, line: this.line, field, ...(value === undefined ? {} : { value }) }));
  }

  /** The cell, trimmed and in Unicode's composed form; `null` when empty or the file has no such column. */
  text(column: string): string | null {
    const at = this.#context.layout.index.get(column);
    const raw = at === undefined ? undefined : this.#cells[at];
    if (raw === undefined || raw === '') return null;
    let value = raw.trim();
    if (value === '') return null;
    if (value.length > MAX_CELL) {
      this.note('error', 'too-large', column, value);
      return null;
    }
    if (ESCAPED_FORMULA.test(value)) {
      this.note('warning', 'formula-escaped', column, value);
      value = value.slice(1);
    }
    if (PLAIN.test(value)) return value;
    if (GARBLED.test(value)) this.note('warning', 'garbled-text', column, value);
    const clean = value.replace(CONTROL, '');
    if (clean !== value) this.note('warning', 'control-character', column, value.replace(CONTROL, '\uFFFD'));
    return clean.normalize('NFC');
  }

  /** The cell, or an empty text and an error. */
  required(column: string, severity: Severity = 'error'): string {
    const value = this.text(column);
    if (value === null) this.note(severity, 'missing-value', column);
    return value ?? '';
  }

  list(column: string): readonly string[] {
    const value = this.text(column);
    if (value === null) return [];
    let parts = value.split(',');
    if (parts.length === 1 && /[;|]/.test(value)) {
      this.note('warning', 'nonstandard-value', column, value);
      parts = value.split(/[;|]/);
    }
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** A date, `null` when empty or wrong; a wrong one is noted with the severity. */
  date(column: string, severity: Severity = 'error'): LocalDate | null {
    const value = this.text(column);
    if (value === null) return null;
    const reading = readDate(value, this.#context.slashes);
    if (reading.outcome === 'nonstandard') this.note('warning', 'nonstandard-date', column, value);
    else if (reading.outcome !== 'standard') this.note(severity, reading.outcome === 'bad' ? 'bad-date' : 'ambiguous-date', column, value);
    return reading.date;
  }

  /** A date that must be there; an impossible one stands for it, so that the row is refused and not the reader. */
  requiredDate(column: string): LocalDate {
    if (this.text(column) === null) this.note('error', 'missing-value', column);
    return this.date(column) ?? '0001-01-01';
  }

  /** Notes an end before its beginning. */
  checkOrder(from: LocalDate | null, to: LocalDate | null, column: string): void {
    if (from !== null && to !== null && to < from) this.note('error', 'dates-reversed', column, to);
  }

  wholeNumber(column: string): number | null {
    const value = this.text(column);
    if (value === null) return null;
    // A school year is sometimes given as "2025-2026": the year it ends counts.
    const digits = /^(?:\d{4}\s*[-–/]\s*)?(\d{1,9})$/.exec(value)?.[1];
    if (digits === undefined) {
      this.note('warning', 'bad-number', column, value);
      return null;
    }
    if (digits !== value) this.note('warning', 'nonstandard-value', column, value);
    return Number(digits);
  }

  /** A value of a vocabulary, the given default when empty, `null` (and a note) when not understood. */
  oneOf<T, D>(column: string, vocabulary: Vocabulary<T>, whenEmpty: D, severity: Severity = 'error'): T | D | null {
    const value = this.text(column);
    if (value === null) return whenEmpty;
    const meaning = vocabulary.get(normalizeToken(value));
    if (!meaning) {
      this.note(severity, 'bad-value', column, value);
      return null;
    }
    if (!meaning.isStandard) this.note('warning', 'nonstandard-value', column, value);
    return meaning.value;
  }

  flag(column: string): boolean | null {
    const value = this.oneOf(column, FLAGS, null, 'warning');
    return value === null ? null : value === 'true';
  }

  status(): 'active' | 'tobedeleted' {
    const value = this.text('status');
    if (value === null) return 'active';
    const meaning = STATUSES.get(normalizeToken(value));
    if (!meaning) {
      this.note('error', 'bad-value', 'status', value);
      return 'active';
    }
    if (!meaning.isStandard) this.note('warning', 'deprecated-value', 'status', value);
    if (meaning.value === 'tobedeleted' && this.#context.mode === 'bulk') this.note('warning', 'status-in-bulk', 'status', value);
    return meaning.value;
  }

  dateLastModified(): string | null {
    const value = this.text('dateLastModified');
    if (value === null || /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value)) return value;
    return this.date('dateLastModified', 'warning');
  }

  /** `{LDAP:12},{LTI:15}`; a value without braces has no type. */
  userIds(): readonly UserId[] {
    return this.list('userIds').map((part) => {
      const [, type = '', identifier = ''] = /^\{\s*([^:{}]*?)\s*:\s*(.*?)\s*\}$/.exec(part) ?? [];
      return identifier === '' ? { type: '', identifier: part.replace(/[{}]/g, '') } : { type, identifier };
    });
  }

  /** Passwords are not read; that there are some is said on the first row that has one. */
  hasPassword(): boolean {
    const at = this.#context.layout.index.get('password');
    return at !== undefined && (this.#cells[at] ?? '') !== '';
  }

  extensions(): Readonly<Record<string, string>> {
    const { extensions } = this.#context.layout;
    if (extensions.length === 0) return NONE;
    const held = extensions.map(([name, at]) => [name, (this.#cells[at] ?? '').trim()] as const).filter(([, value]) => value !== '');
    return held.length === 0 ? NONE : Object.fromEntries(held);
  }
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});
