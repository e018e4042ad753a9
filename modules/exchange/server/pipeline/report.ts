import { redactIdentifiers } from '@digione/identifiers';
import type { MessageValues } from '@digione/platform/i18n';

const OUTCOMES = ['created', 'changed', 'unchanged', 'ended', 'refused', 'ignored', 'skipped'] as const;
/**
 * What became of a thing. `ended`: in force no longer, kept. `refused`: wrong in the file. `ignored`: the school has closed or restricted it
 * itself, and its word stands. `skipped`: right, but nothing DigiOne keeps.
 */
export type Outcome = (typeof OUTCOMES)[number];
export type Counts = Record<Outcome, number>;

export type Severity = 'error' | 'warning' | 'notice';

/** One thing to tell of a place in the file; the text is the message `exchange.problem.<code>`, what to do `exchange.advice.<code>`. */
export interface ReportRow {
  rowNo: number;
  severity: Severity;
  file: string;
  line: number;
  field: string;
  code: string;
  values: MessageValues;
}

/** More than this nobody reads; the counts stay complete. */
const MAX_REPORT_ROWS = 5_000;

const emptyCounts = (): Counts => ({ created: 0, changed: 0, unchanged: 0, ended: 0, refused: 0, ignored: 0, skipped: 0 });

export interface ReportSummary {
  /** Rows (of all files together) or objects that were read. */
  read: number;
  counts: Counts;
  /** The same by kind of thing: `person`, `homeroom`, `organisation`… */
  byEntity: Record<string, Counts>;
  problems: Record<Severity, number>;
  byCode: Record<string, number>;
}

/** Gathers what an import finds and does, in bounded memory. */
export class Report {
  readonly rows: ReportRow[] = [];
  readonly byEntity = new Map<string, Counts>();
  readonly #byCode = new Map<string, number>();
  readonly #problems: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  readonly #apart: ReadonlySet<string>;
  read = 0;

  /** @param apart kinds of things that follow from others and are left out of the sum */
  constructor(apart: readonly string[] = []) {
    this.#apart = new Set(apart);
  }

  add(severity: Severity, code: string, place: { file?: string; line?: number; field?: string; values?: MessageValues } = {}): void {
    this.#problems[severity] += 1;
    this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    if (this.rows.length >= MAX_REPORT_ROWS) return;
    const values = Object.fromEntries(Object.entries(place.values ?? {}).map(([name, value]) => [name, typeof value === 'string' ? shorten(value) : value]));
    this.rows.push({ rowNo: this.rows.length + 1, severity, code, file: place.file ?? '', line: place.line ?? 0, field: place.field ?? '', values });
  }

  count(entity: string, outcome: Outcome, howMany = 1): void {
    if (howMany === 0) return;
    const counts = this.byEntity.get(entity) ?? emptyCounts();
    counts[outcome] += howMany;
    this.byEntity.set(entity, counts);
  }

  get hasErrors(): boolean {
    return this.#problems.error > 0;
  }

  /** @param options.isKept false when the import is refused: then nothing is created, changed or ended, whatever was compared */
  summary({ isKept } = { isKept: true }): ReportSummary {
    const counts = emptyCounts();
    const byEntity: Record<string, Counts> = {};
    for (const [entity, found] of this.byEntity) {
      const each = isKept ? found : { ...found, created: 0, changed: 0, ended: 0 };
      byEntity[entity] = each;
      if (this.#apart.has(entity)) continue;
      for (const outcome of OUTCOMES) counts[outcome] += each[outcome];
    }
    return { read: this.read, counts, byEntity, problems: { ...this.#problems }, byCode: Object.fromEntries(this.#byCode) };
  }
}

/** Reports are read by more people than the file: identity codes never stand in them. */
function shorten(value: string): string {
  const redacted = redactIdentifiers(value);
  return redacted.length > 100 ? `${redacted.slice(0, 99)}…` : redacted;
}
