import { isLocalDate, type LocalDate } from '@digione/local-date';

/** In which order a file writes dates with slashes, as far as its own values tell. */
export type SlashOrder = 'month-first' | 'day-first' | 'unknown' | 'mixed';

export type DateReading =
  | { readonly outcome: 'standard' | 'nonstandard'; readonly date: LocalDate }
  | { readonly outcome: 'ambiguous' | 'bad'; readonly date: null };

const BAD: DateReading = { outcome: 'bad', date: null };

function compose(year: string, month: string, day: string): DateReading {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? { outcome: 'nonstandard', date } : BAD;
}

/**
 * Reads a date: `YYYY-MM-DD`; tolerantly with a time behind it, as Finnish `6.8.2026`, as `20260806`, and with slashes in the
 * order the file is known to use.
 */
export function readDate(text: string, slashes: SlashOrder): DateReading {
  if (isLocalDate(text)) return { outcome: 'standard', date: text };
  const withTime = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/.exec(text)?.[1];
  if (withTime !== undefined) return isLocalDate(withTime) ? { outcome: 'nonstandard', date: withTime } : BAD;
  const [, dottedDay, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (dottedDay !== undefined && dottedMonth !== undefined && dottedYear !== undefined) {
    return compose(dottedYear, dottedMonth, dottedDay);
  }
  const [, year, month, day] = /^((?:19|20)\d\d)[/]?(\d\d)[/]?(\d\d)$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return compose(year, month, day);
  const [, first, second, slashedYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (first === undefined || second === undefined || slashedYear === undefined) return BAD;
  if ((slashes === 'unknown' || slashes === 'mixed') && first !== second) return { outcome: 'ambiguous', date: null };
  return slashes === 'day-first' ? compose(slashedYear, second, first) : compose(slashedYear, first, second);
}

const SLASHED = /(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/g;

/** Collects evidence over a file's text. */
export class SlashEvidence {
  #monthFirst = false;
  #dayFirst = false;
  #tail = '';

  add(text: string): void {
    const whole = this.#tail + text;
    // One date may lie across two chunks; its tail is looked at again, which does no harm.
    this.#tail = whole.slice(-10);
    for (const [, first = '', second = ''] of whole.matchAll(SLASHED)) {
      if (Number(first) > 12) this.#dayFirst = true;
      if (Number(second) > 12) this.#monthFirst = true;
    }
  }

  /** `unknown` without evidence, `mixed` when the file contradicts itself. */
  get order(): SlashOrder {
    if (this.#monthFirst === this.#dayFirst) return this.#monthFirst ? 'mixed' : 'unknown';
    return this.#monthFirst ? 'month-first' : 'day-first';
  }
}
