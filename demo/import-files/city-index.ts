import { contains, parseDateRange, type LocalDate } from '@digione/local-date';
import type { CitySpec } from '../city/spec.ts';
import type { Batch } from '../rows/batch.ts';
import type { AnyRow, TableName } from '../rows/tables.ts';

/** A column that is text in every row of its table. */
export const textOf = (row: AnyRow, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`${column} holds no text`);
  return value;
};
export const findText = (row: AnyRow, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};

/** By OneRoster an end is the first day that no longer belongs, as in a half-open range. */
export interface Dates {
  readonly beginDate: LocalDate | null;
  readonly endDate: LocalDate | null;
}

export function datesOf(row: AnyRow): Dates {
  const { from, to } = parseDateRange(textOf(row, 'valid'));
  return { beginDate: from, endDate: to };
}

export interface Position extends Dates {
  readonly title: string;
  readonly schoolId: string | null;
}

/** A whole city's core data at hand: about half a kilobyte of memory a row, so files are for cities one by one. */
export interface CityIndex {
  readonly spec: CitySpec;
  readonly schoolOf: ReadonlyMap<string, string>;
  readonly studiesOf: ReadonlyMap<string, Dates>;
  readonly levelOf: ReadonlyMap<string, number>;
  /** Guardians with custody, by learner. */
  readonly guardiansOf: ReadonlyMap<string, readonly string[]>;
  readonly schoolsOfGuardian: ReadonlyMap<string, ReadonlySet<string>>;
  readonly positionsOf: ReadonlyMap<string, readonly Position[]>;
  readonly identityCodeOf: ReadonlyMap<string, string>;
  rows(table: TableName): readonly AnyRow[];
}

export function indexCity(spec: CitySpec, today: LocalDate, batches: Iterable<Batch>): CityIndex {
  const schoolOf = new Map<string, string>();
  const studiesOf = new Map<string, Dates>();
  const levelOf = new Map<string, number>();
  const guardiansOf = new Map<string, string[]>();
  const positionsOf = new Map<string, Position[]>();
  const identityCodeOf = new Map<string, string>();
  const levelOfHomeroom = new Map<string, number>();
  const kept = new Map<TableName, AnyRow[]>();
  const add = <K, T>(map: Map<K, T[]>, key: K, value: T): void => void (map.get(key)?.push(value) ?? map.set(key, [value]));

  for (const { rows } of batches) {
    for (const [table, list] of rows) if (table.startsWith('core_data.')) for (const row of list) add(kept, table, row);
    for (const row of rows.get('core_data.person_identity_code') ?? []) identityCodeOf.set(textOf(row, 'person_id'), textOf(row, 'personal_identity_code'));
    for (const row of rows.get('core_data.study_right') ?? []) {
      schoolOf.set(textOf(row, 'learner_id'), textOf(row, 'school_id'));
      studiesOf.set(textOf(row, 'learner_id'), datesOf(row));
    }
    for (const row of rows.get('core_data.guardianship') ?? []) {
      if (row.has_custody !== true || !contains(parseDateRange(textOf(row, 'valid')), today)) continue;
      add(guardiansOf, textOf(row, 'learner_id'), textOf(row, 'guardian_id'));
    }
    for (const row of rows.get('core_data.staff_position') ?? []) {
      add(positionsOf, textOf(row, 'person_id'), { title: textOf(row, 'title'), schoolId: findText(row, 'school_id'), ...datesOf(row) });
    }
    for (const row of rows.get('core_data.homeroom') ?? []) if (typeof row.grade_level === 'number') levelOfHomeroom.set(textOf(row, 'homeroom_id'), row.grade_level);
    for (const row of rows.get('core_data.homeroom_member') ?? []) {
      const level = levelOfHomeroom.get(textOf(row, 'homeroom_id'));
      if (level !== undefined) levelOf.set(textOf(row, 'learner_id'), level);
    }
  }
  const schoolsOfGuardian = new Map<string, Set<string>>();
  for (const [learner, guardians] of guardiansOf) {
    const school = schoolOf.get(learner);
    if (school === undefined) continue;
    for (const guardian of guardians) schoolsOfGuardian.set(guardian, (schoolsOfGuardian.get(guardian) ?? new Set()).add(school));
  }
  return {
    spec, schoolOf, studiesOf, levelOf, guardiansOf, schoolsOfGuardian, positionsOf, identityCodeOf,
    rows: (table) => kept.get(table) ?? [],
  };
}
