/** Hues of the commonest subjects, so that neighbours in a school day look different and nature subjects look like nature. */
const chosen: Readonly<Record<string, number>> = {
  AI: 9, A1: 10, A2: 11, B1: 0, B2: 1, B3: 2,
  MA: 8, YL: 5, BI: 4, GE: 6, FY: 7, KE: 2, TE: 11,
  KT: 3, ET: 3, KTET: 3, HI: 1, YH: 0, FI: 10, PS: 11,
  MU: 10, KU: 2, KS: 1, LI: 5, KO: 3, OP: 6, OPO: 6,
  EN: 10, RU: 0, SV: 0, SE: 11, RA: 2, SA: 1, FI2: 9, MO: 9,
};

/**
 * The steady hue of a subject over the whole product, 0–11, for `data-hue`.
 * @param code the subject's national or local code, upper or lower case; one that is not listed gets its own by its letters
 */
export function subjectHue(code: string): number {
  const upper = code.trim().toUpperCase();
  const known = chosen[upper];
  if (known !== undefined) return known;
  let sum = 0;
  for (const letter of upper) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % 12;
}
