/** First and last names of one language community, commonest first. */
export interface NameStock {
  /** Code of the national code set `kieli`, lower case. */
  readonly motherTongue: string;
  /** Code of the national code set `maatjavaltiot2`. */
  readonly nationality: string;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  /** Names of the parents' generation where it has its own. */
  readonly women?: readonly string[];
  readonly men?: readonly string[];
  readonly lastNames: readonly string[];
  /** The form a last name takes for a woman. */
  readonly womansLastName?: (lastName: string) => string;
}
