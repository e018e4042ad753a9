import { koivulaCast } from '../cast/koivula.ts';
import { saarelaCast } from '../cast/saarela.ts';
import type { Name } from '../calendar/school-year.ts';
import type { AreaSpec, CitySpec, HomeroomSpec, SchoolSpec } from './spec.ts';

const same = (name: string): Name => ({ fi: name, sv: name, en: name });

/** Homerooms 1A, 1B, … from the sizes of each level. */
function homerooms(sizesByLevel: readonly (readonly [number, readonly number[]])[], firstLevelName = 1): HomeroomSpec[] {
  return sizesByLevel.flatMap(([level, sizes], index) =>
    sizes.map((size, letter) => ({ name: `${firstLevelName + index}${String.fromCharCode(65 + letter)}`, level, size })),
  );
}

const koivulanKoulu: SchoolSpec = {
  key: 'koivulan-koulu',
  name: { fi: 'Koivulan koulu', sv: 'Koivula skola', en: 'Koivula Comprehensive School' },
  shortName: 'Koivula',
  kind: 'basic',
  language: 'fi',
  homerooms: homerooms([[1, [23, 23]], [2, [23, 23]], [3, [23, 23]], [4, [24, 24]], [5, [24, 24]], [6, [24, 24]], [7, [24, 24, 24]], [8, [24, 24]], [9, [24, 24]]]),
};

const bjorklundaSkola: SchoolSpec = {
  key: 'bjorklunda-skola',
  name: { fi: 'Björklundan koulu', sv: 'Björklunda skola', en: 'Björklunda School' },
  shortName: 'Björklunda',
  kind: 'basic',
  language: 'sv',
  homerooms: homerooms([[1, [14]], [2, [14]], [3, [14]], [4, [13]], [5, [13]], [6, [13]], [7, [13]], [8, [13]], [9, [13]]]),
};

const koivulanLukio: SchoolSpec = {
  key: 'koivulan-lukio',
  name: { fi: 'Koivulan lukio', sv: 'Koivula gymnasium', en: 'Koivula Upper Secondary School' },
  shortName: 'Lukio',
  kind: 'upper-secondary',
  language: 'fi',
  homerooms: homerooms([[10, [20, 20, 20]], [11, [20, 20, 20]], [12, [20, 20, 20]]]),
};

const upper = (schoolKey: string, first: number, second: number, third: number): AreaSpec['upperSecondary'] => ({
  schoolKey,
  learnersByLevel: new Map([[10, first], [11, second], [12, third]]),
});

/** The city everybody meets first: 450 + 120 + 180 learners. */
export const koivula: CitySpec = {
  key: 'koivula',
  name: { fi: 'Koivulan kaupunki', sv: 'Koivula stad', en: 'City of Koivula' },
  postOffice: 'KOIVULA',
  share: 0,
  municipalityCode: '961',
  postalCodes: ['95911', '95912', '95915'],
  winterBreakWeek: 9,
  areas: [
    { key: 'keskusta', language: 'fi', schools: [koivulanKoulu], upperSecondary: upper('koivulan-lukio', 47, 47, 46) },
    { key: 'bjorklunda', language: 'sv', schools: [bjorklundaSkola], upperSecondary: upper('koivulan-lukio', 13, 13, 14) },
  ],
  upperSecondarySchools: [koivulanLukio],
  castOn: koivulaCast,
  hasAllPeriods: true,
};

/** A small neighbour: one school with a homeroom for each of six grades. */
export const saarela: CitySpec = {
  key: 'saarela',
  name: { fi: 'Saarelan kunta', sv: 'Saarela kommun', en: 'Municipality of Saarela' },
  postOffice: 'SAARELA',
  share: 1,
  municipalityCode: '962',
  postalCodes: ['95941'],
  winterBreakWeek: 9,
  areas: [
    {
      key: 'saari',
      language: 'fi',
      schools: [
        {
          key: 'saarelan-koulu',
          name: same('Saarelan koulu'),
          shortName: 'Saarela',
          kind: 'basic',
          language: 'fi',
          homerooms: homerooms([[1, [10]], [2, [10]], [3, [10]], [4, [10]], [5, [10]], [6, [10]]]),
        },
      ],
      upperSecondary: null,
    },
  ],
  upperSecondarySchools: [],
  castOn: () => saarelaCast,
  hasAllPeriods: true,
};
