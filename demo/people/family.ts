import { addDays, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import type { Random } from '../rows/random.ts';
import { addGuardianship, type GuardianLink, type Learner } from './learner.ts';
import { pickHome, type Home } from './home.ts';
import { lastNameFor, pickFirstNames, pickLastName, pickStock, preferredLanguageOf, type AreaLanguage, type Gender } from './names/community.ts';
import type { NameStock } from './names/stock.ts';
import { addPerson, mailName } from './person.ts';

export interface FamilyChild {
  readonly level: number;
  readonly bornInYear: number;
}

/** 200 000 guardians for 160 000 learners. */
const GUARDIANS_PER_LEARNER = 1.25;
const USUAL_SHARE_OF_ONE_GUARDIAN = 0.15;

type Shape = 'together' | 'two-homes' | 'other-without-custody' | 'one-guardian' | 'protected';

/** The share of one-guardian families gives way, so that a city ends up with its number of guardians. */
function pickShape(city: CityContext, random: Random): Shape {
  const surplus = city.counts.guardians - city.counts.learnersPlaced * GUARDIANS_PER_LEARNER;
  const one = Math.min(0.5, Math.max(0, USUAL_SHARE_OF_ONE_GUARDIAN + surplus * 0.2));
  if (random.chance(one)) return 'one-guardian';
  return random.pickWeighted([['together', 740], ['two-homes', 225], ['other-without-custody', 30], ['protected', 3]]);
}

const phone = (random: Random): string => `+358 ${random.pick(['40', '44', '45', '50'])} 555 ${String(random.below(10_000)).padStart(4, '0')}`;
const dayOf = (random: Random, year: number): LocalDate => addDays(`${year}-01-01`, random.below(365));

interface Parent {
  readonly id: string;
  readonly gender: Gender;
}

/** A family by chance: names of one or two communities, one or two homes, custody as it mostly is and sometimes is not. */
export function addFamily(
  city: CityContext,
  scope: string,
  key: string,
  random: Random,
  language: AreaLanguage,
  children: readonly FamilyChild[],
): Learner[] {
  const shape = pickShape(city, random);
  const stock = pickStock(random, language);
  const otherStock = random.chance(0.9) ? stock : pickStock(random, language);
  const lastName = pickLastName(random, stock);
  const sharesName = shape === 'together' ? random.chance(0.8) : random.chance(0.35);
  const otherLastName = sharesName && otherStock === stock ? lastName : pickLastName(random, otherStock);
  const newHome = (): Home => pickHome(random, language, city.spec.postOffice, city.spec.postalCodes);
  const home = newHome();
  const otherHome = shape === 'together' ? home : newHome();
  const protectedUntil = shape === 'protected' ? addDays(city.moment.today, random.between(200, 1500)) : null;
  const firstGender: Gender = random.chance(shape === 'together' ? 0.5 : 0.78) ? 'female' : 'male';
  const otherGender: Gender = random.chance(0.985) === (firstGender === 'female') ? 'male' : 'female';
  const eldest = Math.min(...children.map((child) => child.bornInYear));

  const addParent = (which: 'guardian-1' | 'guardian-2', gender: Gender, of: NameStock, name: string, at: Home, until: LocalDate | null): Parent => {
    const first = pickFirstNames(random, of, gender, true);
    const parent = addPerson(city, scope, {
      ...first,
      key: `${key}/${which}`,
      lastName: lastNameFor(of, name, gender),
      gender,
      wantedBirthday: dayOf(random, eldest - random.between(gender === 'female' ? 20 : 22, gender === 'female' ? 40 : 44)),
      motherTongue: of.motherTongue,
      preferredLanguage: preferredLanguageOf(random, of, language),
      nationality: of.nationality,
      isLearner: false,
      email: `${mailName(first.callName)}.${mailName(name)}${random.between(2, 99)}@example.net`,
      phone: phone(random),
      home: at,
      protectedUntil: until,
      personaKey: null,
      shared: null,
    });
    city.counts.guardians += 1;
    return { id: parent.id, gender };
  };

  const first = addParent('guardian-1', firstGender, stock, lastName, home, protectedUntil);
  const second = shape === 'one-guardian' ? undefined : addParent('guardian-2', otherGender, otherStock, otherLastName, otherHome, null);
  const lacksCustody = shape === 'other-without-custody' || shape === 'protected';
  const otherIsInformed = !lacksCustody || (shape === 'other-without-custody' && random.chance(0.5));
  const roleOf = (gender: Gender): GuardianLink['role'] => (gender === 'female' ? 'mother' : 'father');

  city.counts.learnersPlaced += children.length;
  return children.map((child, index) => {
    const gender: Gender = random.chance(0.488) ? 'female' : 'male';
    const childLastName = random.chance(0.7) || !second ? lastName : otherLastName;
    const names = pickFirstNames(random, stock, gender, false);
    const childKey = `${key}/child-${index + 1}`;
    const shownLastName = lastNameFor(stock, childLastName, gender);
    const person = addPerson(city, scope, {
      ...names,
      key: childKey,
      lastName: shownLastName,
      gender,
      wantedBirthday: dayOf(random, child.bornInYear),
      motherTongue: stock.motherTongue,
      preferredLanguage: preferredLanguageOf(random, stock, language),
      nationality: stock.nationality,
      isLearner: true,
      email: `${mailName(names.callName)}.${mailName(shownLastName)}@oppilas.${city.spec.key}.example`,
      phone: child.level >= 5 && protectedUntil === null ? phone(random) : null,
      home,
      protectedUntil,
      personaKey: null,
      shared: null,
    });
    const guardianIds: string[] = [];
    const link = (guardian: Parent, hasCustody: boolean, hasRightToInformation: boolean, livesWith: boolean): void => {
      const value = { guardianId: guardian.id, role: roleOf(guardian.gender), hasCustody, hasRightToInformation, livesWith };
      if (addGuardianship(city, scope, person.id, person.bornOn, value)) guardianIds.push(guardian.id);
    };
    link(first, true, true, true);
    if (second) link(second, !lacksCustody, otherIsInformed, shape === 'together' || (shape === 'two-homes' && index % 3 !== 2));
    return {
      id: person.id, key: childKey, callName: names.callName, lastName: shownLastName, level: child.level, wishedHomeroom: null,
      isCast: false, isProtected: protectedUntil !== null, guardianIds,
    };
  });
}
