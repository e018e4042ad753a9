import { MESSAGES } from './messages.ts';

/** `error`: nothing of it was read. `warning`: something was lost or is doubtful. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Stable name of a kind of finding; codes never change their meaning. */
export type FindingCode = keyof typeof MESSAGES;

/** One thing found in the data: where, what, what to do. The same thing in many places is told once. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where in the file it was first met, as `perusopetus.oppiaineet[3].tavoitteet`; empty when it concerns the whole. */
  readonly path: string;
  /** In how many places of this kind. */
  readonly count: number;
  /** What was found, at most 100 characters. */
  readonly value: string;
  /** What it is, in English; other languages by `describeFinding`. */
  readonly message: string;
  /** What to do, in English. */
  readonly advice: string;
}

const MAX_FINDINGS = 500;

/** Their value repeats the end of the path. */
const NAMED_BY_PATH = new Set<FindingCode>(['unknown-part', 'read-as-text']);

const shorten = (value: string): string => (value.length > 100 ? `${value.slice(0, 99)}…` : value);

/**
 * A finding in the reader's language.
 * @returns plain sentences: what was found, and what to do
 */
export function describeFinding(finding: Pick<Finding, 'code' | 'value'>, language: 'fi' | 'sv' | 'en'): { readonly what: string; readonly advice: string } {
  const [what, advice] = MESSAGES[finding.code][language];
  const fill = (text: string): string => text.replace('{value}', () => finding.value);
  return { what: fill(what), advice: fill(advice) };
}

export function makeFinding(severity: Severity, code: FindingCode, path = '', value = '', count = 1): Finding {
  const shown = shorten(value);
  const { what, advice } = describeFinding({ code, value: shown }, 'en');
  return { code, severity, path, count, value: shown, message: what, advice };
}

/** Gathers findings; what differs only by place in lists (`[3]` and `[4]`) becomes one finding with a count. */
export class FindingList {
  readonly #found = new Map<string, Finding>();
  #dropped = 0;

  add(severity: Severity, code: FindingCode, path: string, value = ''): void {
    // A value that names the fault (a reference, a date) makes it another finding; the same path does not.
    const kind = `${code} ${path.replaceAll(/\[\d+\]/g, '[]')} ${NAMED_BY_PATH.has(code) ? '' : value}`;
    const earlier = this.#found.get(kind);
    if (earlier) this.#found.set(kind, { ...earlier, count: earlier.count + 1 });
    else if (this.#found.size < MAX_FINDINGS) this.#found.set(kind, makeFinding(severity, code, path, value));
    else this.#dropped++;
  }

  /** In the order in which they were first met, errors first. */
  list(): readonly Finding[] {
    const order: readonly Severity[] = ['error', 'warning', 'info'];
    const all = [...this.#found.values()].toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
    return this.#dropped === 0 ? all : [...all, makeFinding('warning', 'more-findings', '', '', this.#dropped)];
  }
}
