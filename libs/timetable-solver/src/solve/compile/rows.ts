import type { Rows } from '../compiled.ts';

/** @param lists per key its items @returns the same end to end */
export function toRows(lists: readonly (readonly number[])[]): Rows {
  const begin = new Int32Array(lists.length + 1);
  for (const [key, list] of lists.entries()) begin[key + 1] = (begin[key] ?? 0) + list.length;
  return { begin, items: Int32Array.from(lists.flat()) };
}

/** @returns that many empty lists */
export const emptyLists = (count: number): number[][] => Array.from({ length: count }, () => []);
