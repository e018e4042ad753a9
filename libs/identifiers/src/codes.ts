/** An institution number of Statistics Finland (oppilaitosnumero): five digits with leading zeros, `00204`. Carries no check digit. */
export function isInstitutionNumber(value: unknown): value is string {
  return typeof value === 'string' && /^\d{5}$/.test(value) && value !== '00000';
}

/** A municipality code of Statistics Finland: three digits with leading zeros, `091` Helsinki. Structure only. */
export function isMunicipalityCode(value: unknown): value is string {
  return typeof value === 'string' && /^\d{3}$/.test(value) && value !== '000';
}

/** `204` → `00204`: spreadsheets eat leading zeros. `undefined` when the text is no such number. */
export function findInstitutionNumber(text: string): string | undefined {
  const padded = text.trim().padStart(5, '0');
  return isInstitutionNumber(padded) ? padded : undefined;
}

/** `91` → `091`: spreadsheets eat leading zeros. `undefined` when the text is no such code. */
export function findMunicipalityCode(text: string): string | undefined {
  const padded = text.trim().padStart(3, '0');
  return isMunicipalityCode(padded) ? padded : undefined;
}
