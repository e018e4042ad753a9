const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/** The check digit for the first seven digits, `undefined` where the rule leaves the number unused (remainder 1). */
function checkDigit(digits: string): number | undefined {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return undefined;
  return remainder === 0 ? 0 : 11 - remainder;
}

/** Is the text a Finnish business ID (Y-tunnus) in its written form, `1234567-1`? Source: Finnish Patent and Registration Office. */
export function isBusinessId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{7}-\d$/.test(value) && checkDigit(value) === Number(value[8]);
}

/**
 * The written form of what people write: `FI12345671`, `1234567 1`, `12345671` and the six-digit numbers from before 2001.
 * `undefined` when it is no business ID.
 */
export function findBusinessId(text: string): string | undefined {
  const [, digits, check] = /^(?:FI)?(\d{6,7})-?(\d)$/.exec(text.replace(/\s/g, '').toUpperCase()) ?? [];
  if (digits === undefined || check === undefined) return undefined;
  const candidate = `${digits.padStart(7, '0')}-${check}`;
  return isBusinessId(candidate) ? candidate : undefined;
}
