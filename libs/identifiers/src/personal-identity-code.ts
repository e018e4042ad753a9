import { getYearMonthDay, isLocalDate, type LocalDate } from '@digione/local-date';

/**
 * The Finnish personal identity code (henkilötunnus) in its written form, `DDMMYY` + sign + `NNN` + check character.
 * Never a key, never in a URL or a log: see {@link redactIdentifiers}.
 *
 * Source: Digital and Population Data Services Agency, "The personal identity code", with the intermediate characters
 * added on 1 January 2023 (Government Decree 128/2010 as amended).
 */
export type PersonalIdentityCode = string;

export interface IdentityCodeParts {
  readonly code: PersonalIdentityCode;
  readonly bornOn: LocalDate;
  /** The sex the register holds; odd numbers are male. */
  readonly sex: 'male' | 'female';
  /** 2–899 for people in the register, 900–999 for temporary and artificial codes. */
  readonly individualNumber: number;
  /** 900–999: never a person of the population register; test populations use it on purpose. */
  readonly isArtificial: boolean;
}

const CENTURY: Readonly<Record<string, number>> = {
  '+': 1800,
  '-': 1900,
  Y: 1900,
  X: 1900,
  W: 1900,
  V: 1900,
  U: 1900,
  A: 2000,
  B: 2000,
  C: 2000,
  D: 2000,
  E: 2000,
  F: 2000,
};
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const SHAPE = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;

/** Every sign that may stand between the birth date and the individual number, the commonest of each century first. */
export const CENTURY_SIGNS = Object.keys(CENTURY);

const checkCharacter = (dayMonthYear: string, individual: string): string =>
  CHECK_CHARACTERS[Number(dayMonthYear + individual) % 31] ?? '';

/**
 * The parts of a code, `undefined` unless it is well-formed: capital letters, a birth date that exists, an individual
 * number of at least 002 and the right check character. A birth date in the future is not noticed: there is no clock here.
 */
export function findIdentityCodeParts(code: string): IdentityCodeParts | undefined {
  const [, day = '', month = '', year = '', sign = '', individual = '', check] = SHAPE.exec(code) ?? [];
  const century = CENTURY[sign];
  if (century === undefined || checkCharacter(day + month + year, individual) !== check) return undefined;
  const bornOn = `${century + Number(year)}-${month}-${day}`;
  const individualNumber = Number(individual);
  if (individualNumber < 2 || !isLocalDate(bornOn)) return undefined;
  return {
    code,
    bornOn,
    sex: individualNumber % 2 === 1 ? 'male' : 'female',
    individualNumber,
    isArtificial: individualNumber >= 900,
  };
}

/**
 * As {@link findIdentityCodeParts}, for callers that have checked before.
 * @throws RangeError whose message does not repeat the text, so that it may be logged
 */
export function getIdentityCodeParts(code: string): IdentityCodeParts {
  const parts = findIdentityCodeParts(code);
  if (!parts) throw new RangeError('Not a personal identity code');
  return parts;
}

export function isPersonalIdentityCode(value: unknown): value is PersonalIdentityCode {
  return typeof value === 'string' && findIdentityCodeParts(value) !== undefined;
}

/**
 * What people and spreadsheets write, in the written form: blanks gone, capital letters, typographic dashes as hyphens.
 * Does not check anything.
 */
export function normalizeIdentityCode(text: string): string {
  return text.replace(/\s/g, '').replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase();
}

/**
 * Composes a code with its check character.
 * @param individualNumber 2–999; for test data 900–999
 * @param sign one of the century's signs; by default `+`, `-` or `A`
 * @throws RangeError when the date, number or sign cannot be in a code
 */
export function formatIdentityCode(bornOn: LocalDate, individualNumber: number, sign?: string): PersonalIdentityCode {
  const { year, month, day } = getYearMonthDay(bornOn);
  const century = Math.floor(year / 100) * 100;
  const chosen = sign ?? CENTURY_SIGNS.find((candidate) => CENTURY[candidate] === century);
  if (chosen === undefined || CENTURY[chosen] !== century) throw new RangeError(`No sign for a birth in ${year}`);
  if (!Number.isInteger(individualNumber) || individualNumber < 2 || individualNumber > 999) {
    throw new RangeError(`Not an individual number: ${individualNumber}`);
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  const dayMonthYear = two(day) + two(month) + two(year % 100);
  const individual = String(individualNumber).padStart(3, '0');
  return `${dayMonthYear}${chosen}${individual}${checkCharacter(dayMonthYear, individual)}`;
}
