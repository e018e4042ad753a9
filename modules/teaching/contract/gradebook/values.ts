import { z } from 'zod';

/**
 * How a piece of evidence is valued.
 * - `mark`: 4–10 in quarter steps, written 7, 7+, 7½, 8-.
 * - `pass`: S (completed), H (failed), O (took part).
 * - `level`: a level of the item's own rubric, 1 being the lowest.
 * - `words`: in words alone.
 */
export const Scale = z.enum(['mark', 'pass', 'level', 'words']);
export type Scale = z.infer<typeof Scale>;

export const MOST_LEVELS = 9;
export const LONGEST_WORDS = 2000;

const QUARTERS = ['', '+', '½', '-'] as const;

/** Quarter steps as teachers write them, worst first: 4, 4+, 4½, 5-, 5 … 10-, 10, 10+. */
export const MARKS: readonly string[] = Array.from({ length: 26 }, (_, step) => {
  const quarters = 16 + step;
  const quarter = quarters % 4;
  return `${Math.floor(quarters / 4) + (quarter === 3 ? 1 : 0)}${QUARTERS[quarter] ?? ''}`;
});

/** A mark as a number, for pictures alone: 7½ is 7.5. */
export function numberOfMark(mark: string): number | undefined {
  const step = MARKS.indexOf(mark);
  return step < 0 ? undefined : 4 + step / 4;
}

const FRACTIONS: Readonly<Record<string, string>> = { '': '', '0': '', '00': '', '25': '+', '5': '½', '50': '½', '75': '¾' };

/** What somebody typed or pasted as a mark in its one written form; undefined when it is none. `7,5`, `7.50`, `7 1/2` and `7½` are the same. */
export function readMark(text: string): string | undefined {
  const plain = text.replaceAll(/\s/g, '').replaceAll(/[−–—]/g, '-').replace('1/2', '½');
  const decimal = /^(\d{1,2})[.,](\d{1,2})$/.exec(plain);
  let written = plain;
  if (decimal !== null) {
    const [, whole = '', rest = ''] = decimal;
    const fraction = FRACTIONS[rest];
    if (fraction === undefined) return undefined;
    written = fraction === '¾' ? `${Number(whole) + 1}-` : `${Number(whole)}${fraction}`;
  }
  return MARKS.includes(written) ? written : undefined;
}

/** What was typed as a value of the scale; undefined when it is outside it. An empty text is not asked here. */
export function readValue(scale: Scale, levels: number, text: string): string | undefined {
  const trimmed = text.trim();
  switch (scale) {
    case 'mark':
      return readMark(trimmed);
    case 'pass':
      return /^[sho]$/i.test(trimmed) ? trimmed.toUpperCase() : undefined;
    case 'level':
      return /^[1-9]$/.test(trimmed) && Number(trimmed) <= levels ? trimmed : undefined;
    case 'words':
      return undefined;
  }
}
