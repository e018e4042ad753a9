import type { ImportRun } from '@digione/exchange/contract';

export type Kind = ImportRun['kind'];

/** In the order in which a new city needs them: what the later files point to must be there first. */
export const KINDS = ['organisations', 'people', 'population', 'curriculum', 'codes'] as const satisfies readonly Kind[];

const JSON_ONLY = ['.json'];

/** File name endings that each import can read. */
export const ENDINGS: Readonly<Record<Kind, readonly string[]>> = {
  organisations: JSON_ONLY,
  people: ['.zip', '.csv', '.xlsx'],
  population: JSON_ONLY,
  curriculum: JSON_ONLY,
  codes: JSON_ONLY,
};

/** As large as the server takes. */
export const MAX_BYTES = 200 * 1_048_576;
