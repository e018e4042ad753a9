import type { Random } from '../../rows/random.ts';
import { finnish } from './finnish.ts';
import { albanian, arabic, estonian, kurdish, persian, russian, sami, somali, thai, ukrainian, vietnamese } from './newcomers.ts';
import type { NameStock } from './stock.ts';
import { swedish } from './swedish.ts';

/** Shares in a Finnish-speaking neighbourhood of a growing city; languages of learners as the cities publish them, rounded. */
const finnishArea = [
  [finnish, 800], [swedish, 22], [russian, 34], [estonian, 26], [somali, 30], [arabic, 28], [kurdish, 11], [ukrainian, 12], [albanian, 9],
  [persian, 10], [vietnamese, 8], [thai, 4], [sami, 6],
] as const satisfies readonly (readonly [NameStock, number])[];

const swedishArea = [[swedish, 760], [finnish, 190], [russian, 8], [estonian, 8], [arabic, 12], [vietnamese, 8], [somali, 14]] as const satisfies readonly (readonly [NameStock, number])[];

export type AreaLanguage = 'fi' | 'sv';

export function pickStock(random: Random, language: AreaLanguage): NameStock {
  return random.pickWeighted<NameStock>(language === 'sv' ? swedishArea : finnishArea);
}

/** Names for a member of staff: fewer newcomers than among the learners. */
export function pickStaffStock(random: Random, language: AreaLanguage): NameStock {
  if (random.chance(0.92)) return language === 'sv' ? swedish : finnish;
  return pickStock(random, language);
}

export type Gender = 'female' | 'male';

export interface FirstNames {
  readonly firstNames: string;
  readonly callName: string;
}

/** One to three first names; the call name is one of them, mostly but not always the first. */
export function pickFirstNames(random: Random, stock: NameStock, gender: Gender, isAdult: boolean): FirstNames {
  const own = gender === 'female' ? (isAdult ? stock.women : undefined) ?? stock.girls : (isAdult ? stock.men : undefined) ?? stock.boys;
  const wanted = stock === finnish || stock === swedish ? random.pickWeighted([[1, 12], [2, 70], [3, 18]]) : random.pickWeighted([[1, 70], [2, 30]]);
  const names: string[] = [];
  while (names.length < wanted) {
    const name = random.pickEarly(own, 1.3);
    if (!names.includes(name)) names.push(name);
  }
  const callName = random.chance(0.86) ? names[0] : random.pick(names);
  return { firstNames: names.join(' '), callName: callName ?? '' };
}

export function pickLastName(random: Random, stock: NameStock): string {
  return random.pickEarly(stock.lastNames);
}

export function lastNameFor(stock: NameStock, lastName: string, gender: Gender): string {
  return gender === 'female' ? (stock.womansLastName?.(lastName) ?? lastName) : lastName;
}

/** The language of letters and pages; English for newcomers is rarer than people think. */
export function preferredLanguageOf(random: Random, stock: NameStock, language: AreaLanguage): 'fi' | 'sv' | 'en' {
  if (stock === swedish) return 'sv';
  if (stock === finnish || stock === sami || stock === estonian) return language === 'sv' && stock === finnish && random.chance(0.4) ? 'sv' : 'fi';
  return random.chance(0.3) ? 'en' : 'fi';
}
