import type { ReactNode } from 'react';
import type { Language } from '../../i18n/language.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable: text is compared as the page's language does, numbers and dates as they are. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly align?: 'start' | 'end';
  /** Part of the row on a phone, where each row is a card: the title, a labelled line (unless told), the corner, or nothing. */
  readonly onPhone?: 'title' | 'line' | 'corner' | 'hidden';
  /** As narrow as its content. */
  readonly isNarrow?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const locales = { fi: 'fi', sv: 'sv', en: 'en' } as const;

/** Rows in the order a person asked for; rows without a value come last in both directions. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | undefined, language: Language): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return rows;
  const collator = new Intl.Collator(locales[language], { numeric: true, sensitivity: 'base' });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** The order after a press on a column's header. */
export function nextSort(current: Sort | undefined, column: string): Sort {
  const isTurned = current?.column === column && current.direction === 'ascending';
  return { column, direction: isTurned ? 'descending' : 'ascending' };
}
