import type { Name } from '../calendar/school-year.ts';
import type { AreaLanguage } from '../people/names/community.ts';
import { createRandom, type Random } from '../rows/random.ts';
import type { AreaSpec, CitySpec, HomeroomSpec, SchoolSpec } from './spec.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// Halves of place names: the schools of big cities are named after places that no map has.
const HEADS = words('Hirvi Kettu Kuikka Tuuli Suvi Haapa Kivi Ilves Joutsen Karhu Kuusi Lumi Metso Näre Otava Poro Revon Saukko Tervas Vaahtera');
const TAILS = words('kallion lahden niemen harjun rannan metsän mäen salon suon vuoren kosken notkon');
const SWEDISH_HEADS = words('Älg Räv Lom Vind Sommar Asp Sten Lo Svan Björn Gran Snö Tjäder Karlavagns Ren Utter');
const SWEDISH_TAILS = words('bergets vikens uddens åsens strandens skogens backens lundens dalens');

/** A fifth of school-age learners are in upper secondary. */
const UPPER_SECONDARY_SHARE = 0.2;
const HOMEROOM_SIZE = 22;
const SMALLEST_AREA = 225;
const LARGEST_AREA = 900;
/** Larger neighbourhoods have one school for grades 1–6 and another for 7–9. */
const TWO_SCHOOLS_FROM = 650;
const LEARNERS_PER_UPPER_SECONDARY = 700;
const BASIC_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const UPPER_LEVELS = [10, 11, 12];

/** Splits a number into so many parts that differ by one at most. */
function split(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));
}

function homeroomsOf(level: number, learners: number, shownLevel: number): HomeroomSpec[] {
  return split(learners, Math.max(1, Math.round(learners / HOMEROOM_SIZE))).map((size, index) => ({
    name: `${shownLevel}${String.fromCharCode(65 + index)}`,
    level,
    size,
  }));
}

function basicSchool(key: string, place: string, language: AreaLanguage, kind: '1-6' | '7-9' | '1-9', homerooms: readonly HomeroomSpec[]): SchoolSpec {
  const fi = kind === '7-9' ? `${place} yläkoulu` : `${place} koulu`;
  const sv = kind === '7-9' ? `${place} högstadium` : `${place} skola`;
  const name: Name = language === 'sv' ? { fi: sv, sv, en: sv } : { fi, sv: fi, en: fi };
  return { key, name, shortName: place, kind: 'basic', language, homerooms };
}

function createNames(random: Random): (language: AreaLanguage) => string {
  const finnish = random.shuffle(HEADS.flatMap((head) => TAILS.map((tail) => head + tail)));
  const swedish = random.shuffle(SWEDISH_HEADS.flatMap((head) => SWEDISH_TAILS.map((tail) => head + tail)));
  return (language) => (language === 'sv' ? swedish.pop() : finnish.pop()) ?? 'Uusi';
}

/** Sizes of neighbourhoods, uneven as in life, that add up. */
function areaSizes(random: Random, learners: number): number[] {
  const sizes: number[] = [];
  let left = learners;
  while (left > LARGEST_AREA) {
    const size = Math.min(random.between(SMALLEST_AREA, LARGEST_AREA), left - SMALLEST_AREA);
    sizes.push(size);
    left -= size;
  }
  return [...sizes, left];
}

export interface Growth {
  readonly learners: number;
  /** Share of Swedish-speaking neighbourhoods. */
  readonly swedishShare: number;
}

/** A city with further neighbourhoods and schools around what it has, until it has so many learners. */
export function growCity(core: CitySpec, { learners, swedishShare }: Growth): CitySpec {
  const random = createRandom(`${core.key}/growth`);
  const nameOf = createNames(random);
  const missing = learners - countLearners(core);
  const upperLearners = Math.round(missing * UPPER_SECONDARY_SHARE);
  const schoolCount = Math.max(1, Math.round(upperLearners / LEARNERS_PER_UPPER_SECONDARY));
  const upperKeys = Array.from({ length: schoolCount }, (_, index) => `lukio-${index + 1}`);
  const upperSizes = new Map(upperKeys.map((key): [string, number[]] => [key, UPPER_LEVELS.map(() => 0)]));

  let upperLeft = upperLearners;
  const sizes = areaSizes(random, missing - upperLearners);
  const areas = sizes.map((size, index): AreaSpec => {
    const language: AreaLanguage = random.chance(swedishShare) ? 'sv' : 'fi';
    const schoolKey = upperKeys[index % schoolCount] ?? '';
    const share = index === sizes.length - 1 ? upperLeft : Math.min(upperLeft, Math.round(upperLearners * (size / (missing - upperLearners))));
    upperLeft -= share;
    const byLevel = split(share, UPPER_LEVELS.length);
    const sums = upperSizes.get(schoolKey) ?? [];
    byLevel.forEach((count, year) => (sums[year] = (sums[year] ?? 0) + count));
    return {
      key: `alue-${index + 1}`,
      language,
      schools: schoolsOf(`alue-${index + 1}`, nameOf(language), language, size),
      upperSecondary: { schoolKey, learnersByLevel: new Map(byLevel.map((count, year) => [10 + year, count])) },
    };
  });
  return {
    ...core,
    hasAllPeriods: false,
    areas: [...core.areas, ...areas],
    upperSecondarySchools: [
      ...core.upperSecondarySchools,
      ...upperKeys.map((key): SchoolSpec => {
        const place = nameOf('fi');
        return {
          key, name: { fi: `${place} lukio`, sv: `${place} gymnasium`, en: `${place} lukio` }, shortName: place, kind: 'upper-secondary', language: 'fi',
          homerooms: (upperSizes.get(key) ?? []).flatMap((count, year) => homeroomsOf(10 + year, count, year + 1)),
        };
      }),
    ],
  };
}

function schoolsOf(areaKey: string, place: string, language: AreaLanguage, size: number): SchoolSpec[] {
  const byLevel = split(size, BASIC_LEVELS.length);
  const homerooms = byLevel.flatMap((count, index) => homeroomsOf(index + 1, count, index + 1));
  if (size < TWO_SCHOOLS_FROM) return [basicSchool(`${areaKey}-koulu`, place, language, '1-9', homerooms)];
  return [
    basicSchool(`${areaKey}-koulu`, place, language, '1-6', homerooms.filter(({ level }) => level <= 6)),
    basicSchool(`${areaKey}-ylakoulu`, place, language, '7-9', homerooms.filter(({ level }) => level >= 7)),
  ];
}

export function countLearners(city: CitySpec): number {
  let count = 0;
  for (const area of city.areas) {
    for (const school of area.schools) for (const homeroom of school.homerooms) count += homeroom.size;
    for (const further of area.upperSecondary?.learnersByLevel.values() ?? []) count += further;
  }
  return count;
}
