const DAY_MONTH_YEAR = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d';
const SIGN = '\\s?(?:[-+A-FU-Y\\u2010-\\u2015\\u2212]|%2B|%2D)\\s?';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * One pass, UUIDs first: their groups of digits can look like an identity code, and they must stay readable in logs.
 * The check character is not verified, because a mistyped code still points at a person.
 */
const PATTERN = new RegExp(
  `(${UUID})|((?<!\\d)${DAY_MONTH_YEAR}${SIGN}\\d{3}[0-9A-Z](?!\\d))|(1\\.2\\.246\\.562\\.24\\.\\d{11,})`,
  'giu',
);

/**
 * The text with whatever looks like a personal identity code replaced by `[identity-code]` and learner numbers by
 * `[learner-number]`. For logs and error reports; also finds codes in URLs (`%2B`), in small letters and with typographic dashes.
 */
export function redactIdentifiers(text: string): string {
  return text.replace(PATTERN, (match: string, uuid?: string, identityCode?: string) => {
    if (uuid !== undefined) return match;
    return identityCode === undefined ? '[learner-number]' : '[identity-code]';
  });
}
