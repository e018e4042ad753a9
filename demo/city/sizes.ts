import type { Name } from '../calendar/school-year.ts';
import { koivula, saarela } from './cities.ts';
import { countLearners, growCity } from './growth.ts';
import type { CitySpec } from './spec.ts';

export const demoSizes = ['none', 'small', 'city', 'seven-cities'] as const;

/** How much demo there is: nothing, a small city and its neighbour, 20 000 learners, 160 000 learners. */
export type DemoSize = (typeof demoSizes)[number];

/** A city of which nothing is known but its size. */
function emptyCity(key: string, name: Name, share: number, winterBreakWeek: number): CitySpec {
  return {
    key,
    name,
    postOffice: key.toUpperCase(),
    share,
    municipalityCode: String(961 + share),
    postalCodes: [1, 2, 3, 5, 6, 7].map((last) => `9${5 + Math.floor(share / 4)}${(share * 2 + 5) % 10}${last}${last % 3}`),
    winterBreakWeek,
    areas: [],
    upperSecondarySchools: [],
    castOn: () => ({ families: [], staff: [], absences: [] }),
    hasAllPeriods: false,
  };
}

const nameOf = (fi: string, sv: string, en: string): Name => ({ fi: `${fi} kaupunki`, sv: `${sv} stad`, en: `City of ${en}` });

const sevenCities = (): CitySpec[] => [
  growCity(koivula, { learners: 22_000, swedishShare: 0.08 }),
  growCity(saarela, { learners: 7_500, swedishShare: 0 }),
  growCity(emptyCity('lumivaara', nameOf('Lumivaaran', 'Lumivaara', 'Lumivaara'), 2, 8), { learners: 52_000, swedishShare: 0.06 }),
  growCity(emptyCity('harjula', nameOf('Harjulan', 'Harjula', 'Harjula'), 3, 8), { learners: 31_000, swedishShare: 0.03 }),
  growCity(emptyCity('lansiranta', nameOf('Länsirannan', 'Väststrands', 'Länsiranta'), 4, 9), { learners: 20_000, swedishShare: 0.35 }),
  growCity(emptyCity('kuusikko', nameOf('Kuusikon', 'Kuusikko', 'Kuusikko'), 5, 10), { learners: 15_500, swedishShare: 0 }),
  growCity(emptyCity('lehtiniemi', nameOf('Lehtiniemen', 'Lövuddens', 'Lehtiniemi'), 6, 9), { learners: 12_000, swedishShare: 0.1 }),
];

/** The cities of a size, in the order in which they must be loaded: people known to two cities have their account in the first. */
export function citiesOf(size: DemoSize): readonly CitySpec[] {
  switch (size) {
    case 'none':
      return [];
    case 'small':
      return [koivula, saarela];
    case 'city':
      return [growCity(koivula, { learners: 20_000 - countLearners(saarela), swedishShare: 0.08 }), saarela];
    case 'seven-cities':
      return sevenCities();
  }
}
