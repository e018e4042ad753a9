import type { Random } from '../rows/random.ts';

export interface Home {
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly postOffice: string;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// Halves of street names: together they make streets that no map has.
const STREETS = {
  fi: {
    heads: words('Koivunkerkkä Pihlajanhovi Sinirinnan Kettukallion Puolukkahalmeen Tuulihaukan Kanervanummen Suopursun Käpylehdon Hilla-aapan Vanamonniityn Utukorven Kielokummun Ahomansikan Tervahaudan Kurjenpolven Lumikellon Metsätähden Rentukkapuron Taivaanvuohen'),
    tails: words('tie katu polku kuja kaari raitti rinne'),
  },
  sv: {
    heads: words('Lingonhults Björkdunge Blåsippe Storgrans Vitmoss Havstrut Nyponros Kärrsång Rönnbärs Solvinds Gransång Snödropps'),
    tails: words('vägen gatan stigen gränden backen'),
  },
} as const;

export function pickHome(random: Random, language: 'fi' | 'sv', postOffice: string, postalCodes: readonly string[]): Home {
  const { heads, tails } = STREETS[language];
  const flat = random.chance(0.55) ? ` ${random.pick(['A', 'B', 'C', 'D'])} ${random.between(1, 60)}` : '';
  return {
    streetAddress: `${random.pick(heads)}${random.pick(tails)} ${random.between(1, 80)}${flat}`,
    postalCode: random.pick(postalCodes),
    postOffice,
  };
}
