/** Object identifiers of Finnish education, below the root of the Finnish National Agency for Education. */
const NODE = { person: '24', organisation: '10', studyRight: '15' } as const;

const ROOT = '1.2.246.562';
const SHAPE = {
  person: /^1\.2\.246\.562\.24\.\d{11,24}$/,
  organisation: /^1\.2\.246\.562\.10\.\d{11,24}$/,
  studyRight: /^1\.2\.246\.562\.15\.\d{11,24}$/,
} as const;

/** What an OID names. */
export type OidKind = keyof typeof NODE;

const KINDS: readonly OidKind[] = ['person', 'organisation', 'studyRight'];

function isOid(kind: OidKind, value: unknown): value is string {
  return typeof value === 'string' && SHAPE[kind].test(value);
}

/**
 * Is the text a learner number (oppijanumero, `1.2.246.562.24.…`) by its structure? The national registers themselves
 * hold numbers whose check digit does not hold, so a check digit alone must never turn a person away: see {@link hasValidOidCheckDigit}.
 */
export function isPersonOid(value: unknown): value is string {
  return isOid('person', value);
}

/** Is the text an organisation's OID (`1.2.246.562.10.…`) by its structure? Old ones are up to 22 digits long. */
export function isOrganisationOid(value: unknown): value is string {
  return isOid('organisation', value);
}

/** Is the text a study right's OID (`1.2.246.562.15.…`) by its structure? */
export function isStudyRightOid(value: unknown): value is string {
  return isOid('studyRight', value);
}

/** What the OID names, `undefined` for any other text. */
export function findOidKind(text: string): OidKind | undefined {
  return KINDS.find((kind) => isOid(kind, text));
}

/** Source: "IBM 1 3 7", as in Finnish bank reference numbers. */
function weighted137(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits[digits.length - 1 - index]) * ([7, 3, 1][index % 3] ?? 0);
  }
  return 10 - (sum % 10);
}

function luhn(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return 10 - (sum % 10);
}

/**
 * Does the check digit hold? For OIDs of ten digits and a check: "IBM 1 3 7" for people, Luhn for the others, as the
 * agency's OID generator makes them. A sum that ends in nought has the check 0, in older OIDs 10. Some real OIDs were made before
 * the rule: false is a reason to ask "mistyped?", not to refuse.
 */
export function hasValidOidCheckDigit(oid: string): boolean {
  const kind = findOidKind(oid);
  const [, digits, check] = /\.(\d{10})(\d|10)$/.exec(oid) ?? [];
  if (kind === undefined || digits === undefined || check === undefined) return false;
  const expected = kind === 'person' ? weighted137(digits) : luhn(digits);
  return Number(check) === expected || (expected === 10 && check === '0');
}

/**
 * Composes an OID with its check digit, for test data.
 * @param digits exactly ten, the first not 0
 * @throws RangeError for other digits
 */
export function formatOid(kind: OidKind, digits: string): string {
  if (!/^[1-9]\d{9}$/.test(digits)) throw new RangeError(`Not ten digits: ${JSON.stringify(digits)}`);
  const check = kind === 'person' ? weighted137(digits) : luhn(digits);
  return `${ROOT}.${NODE[kind]}.${digits}${check % 10}`;
}
