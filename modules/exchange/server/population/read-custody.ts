import { isPersonalIdentityCode, normalizeIdentityCode } from '@digione/identifiers';
import { cleanText } from '../pipeline/stage.queries.ts';
import { SINCE_EVER, type CustodyFact, type Facts } from './facts.ts';
import { Custody, Group } from './groups.ts';
import { readRegisterDate } from './register-date.ts';

const ROLES: readonly (readonly [RegExp, CustodyFact['role']])[] = [
  [/AITI/, 'mother'],
  [/ISA/, 'father'],
  [/VANHEMPI/, 'parent'],
];
const LIVES_WITH: Readonly<Record<string, readonly CustodyFact['role'][]>> = { AIDIN_LUONA: ['mother'], ISAN_LUONA: ['father'] };

export const genderOf = (word: string | null | undefined): 'female' | 'male' | null => (word === 'NAINEN' ? 'female' : word === 'MIES' ? 'male' : null);

function livesWith(asuminen: string | null | undefined, role: CustodyFact['role']): boolean | null {
  const homes = LIVES_WITH[asuminen ?? ''];
  return homes === undefined ? null : homes.includes(role);
}

/** One group HUOLTAJA, HUOLTAJA_SUPPEA, HUOLLETTAVA or HUOLLETTAVA_SUPPEA by itself; what is in force instead is read beside it. */
function readOne(group: Group, facts: Facts): CustodyFact | undefined {
  const parsed = Custody.safeParse(group);
  const direction = group.tietoryhma.startsWith('HUOLTAJA') ? 'guardian' : 'ward';
  const other = parsed.data?.[direction === 'guardian' ? 'huoltaja' : 'huollettava'];
  if (!parsed.success || other === null || other === undefined) {
    facts.problems.push({ severity: 'error', code: 'custody-without-person', field: group.tietoryhma, value: '' });
    return undefined;
  }
  const [from, to, born] = [readRegisterDate(parsed.data.huoltosuhteenAlkupv), readRegisterDate(parsed.data.huoltosuhteenLoppupv), readRegisterDate(other.syntymapv)];
  if (from === undefined || to === undefined || born === undefined) {
    facts.problems.push({ severity: 'error', code: 'bad-register-date', field: group.tietoryhma, value: '' });
    return undefined;
  }
  const code = other.henkilotunnus ? normalizeIdentityCode(other.henkilotunnus) : null;
  if (code !== null && !isPersonalIdentityCode(code)) {
    facts.problems.push({ severity: 'error', code: 'bad-identity-code', field: group.tietoryhma, value: '' });
    return undefined;
  }
  const word = parsed.data.huoltajanRooli ?? '';
  const role = ROLES.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
  const attribute = group.muutosattribuutti ?? '';
  if ((parsed.data.oikeudet ?? []).length > 0 && attribute === 'LISATTY' && !group.tietoryhma.endsWith('SUPPEA')) {
    facts.problems.push({ severity: 'warning', code: 'custody-with-terms', field: group.tietoryhma, value: '' });
  }
  return {
    direction,
    code,
    first_names: cleanText(other.etunimet ?? other.etunimi),
    last_name: cleanText(other.sukunimi),
    born_on: born?.isExact === true ? born.date : null,
    gender: genderOf(other.sukupuoli),
    variant: parsed.data.huoltajanLaji ?? '',
    role,
    lives_with: livesWith(parsed.data.asuminen, role),
    starts_on: from?.date ?? SINCE_EVER,
    ends_on: to?.date ?? null,
    is_removed: attribute === 'POISTETTU' || attribute === 'KORJATTAVA',
  };
}

const samePerson = (a: CustodyFact, b: CustodyFact): boolean =>
  a.direction === b.direction && (a.code === null && b.code === null ? a.first_names === b.first_names && a.last_name === b.last_name && a.born_on === b.born_on : a.code === b.code);
const sameFact = (a: CustodyFact, b: CustodyFact): boolean => samePerson(a, b) && a.variant === b.variant && a.starts_on === b.starts_on;

/** Reads a custody group. What it says is no longer in force ends, at the latest, when what is in force instead begins. */
export function readCustody(group: Group, facts: Facts): void {
  const told = readOne(group, facts);
  if (told === undefined) return;
  const instead = (group.voimassaolevatTiedot ?? []).flatMap((value) => {
    const nested = Group.safeParse(value);
    return nested.success ? (readOne(nested.data, facts) ?? []) : [];
  });
  facts.custodies.push(...instead);
  if (instead.some((other) => sameFact(other, told))) return;
  const successors = instead.filter((other) => samePerson(other, told)).map(({ starts_on }) => starts_on);
  const [successor] = successors.toSorted();
  if (successor === undefined) facts.custodies.push(told);
  // Begun no later than its successor: it never was in force by itself.
  else if (successor <= told.starts_on) facts.custodies.push({ ...told, is_removed: true });
  else facts.custodies.push({ ...told, ends_on: told.ends_on === null || told.ends_on > successor ? successor : told.ends_on });
}

/** In one message, a corrected group and the one it corrects have the same key: the correction is what holds. */
export const withoutCorrected = (custodies: readonly CustodyFact[]): CustodyFact[] =>
  custodies.filter((fact) => !(fact.is_removed && custodies.some((other) => !other.is_removed && sameFact(other, fact))));
