import { tableNames, type AnyRow, type Row, type TableName } from './tables.ts';

/** The rows of one part of a city (one neighbourhood, one school): small enough to hold, large enough to copy at once. */
export interface Batch {
  readonly label: string;
  readonly rows: ReadonlyMap<TableName, readonly AnyRow[]>;
}

export interface Collector {
  add<T extends TableName>(table: T, row: Row<T>): void;
  /** What has been collected since the last call. */
  take(label: string): Batch;
}

export function createCollector(): Collector {
  let rows = new Map<TableName, AnyRow[]>();
  return {
    add(table, row) {
      const list = rows.get(table);
      if (list) list.push(row);
      else rows.set(table, [row]);
    },
    take(label) {
      // Parents before children: foreign keys are checked row by row.
      const ordered = new Map<TableName, readonly AnyRow[]>();
      for (const name of tableNames) {
        const list = rows.get(name);
        if (list) ordered.set(name, list);
      }
      rows = new Map();
      return { label, rows: ordered };
    },
  };
}
