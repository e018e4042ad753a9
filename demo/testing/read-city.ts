import { generateCity } from '../city/generate-city.ts';
import type { Counts } from '../city/context.ts';
import type { CitySpec } from '../city/spec.ts';
import { momentAt } from '../city/moment.ts';
import type { AnyRow, TableName } from '../rows/tables.ts';

/** A whole city in memory, for tests. */
export interface ReadCity {
  readonly counts: Counts;
  readonly rows: (table: TableName) => readonly AnyRow[];
  /** The only row that fits. */
  readonly one: (table: TableName, fits: Readonly<Record<string, unknown>>) => AnyRow;
  readonly all: (table: TableName, fits: Readonly<Record<string, unknown>>) => readonly AnyRow[];
}

export function readCity(spec: CitySpec, now: string): ReadCity {
  const found = new Map<TableName, AnyRow[]>();
  const batches = generateCity(spec, momentAt(now));
  for (;;) {
    const next = batches.next();
    if (next.done === true) {
      const rows = (table: TableName): readonly AnyRow[] => found.get(table) ?? [];
      const all: ReadCity['all'] = (table, fits) => {
        const wanted = Object.entries(fits);
        return rows(table).filter((row) => wanted.every(([column, value]) => row[column] === value));
      };
      return {
        counts: next.value,
        rows,
        all,
        one(table, fits) {
          const [row, ...others] = all(table, fits);
          if (!row || others.length > 0) throw new Error(`${row ? others.length + 1 : 'No'} rows of ${table} fit ${JSON.stringify(fits)}`);
          return row;
        },
      };
    }
    for (const [table, rows] of next.value.rows) {
      const list = found.get(table) ?? [];
      for (const row of rows) list.push(row);
      found.set(table, list);
    }
  }
}
