import { describe, expect, it } from 'vitest';
import { listSearchTerms } from './search-terms.ts';
import { FINNISH, SWEDISH } from './testing/word-families.ts';

/** Forms whose stem differs from the first form's. */
const strays = (family: string, language: 'fi' | 'sv'): string[] => {
  const [first = '', ...others] = family.split(' ');
  return others.filter((form) => listSearchTerms(form, language)[0] !== listSearchTerms(first, language)[0]);
};

describe('search terms', () => {
  it('join the forms of Finnish words', () => {
    const all = FINNISH.flatMap((family) => strays(family, 'fi'));
    // eläimen, an exception among nouns, shows that the list is honest.
    expect(all).toEqual(['eläimen']);
  });

  it('join the forms of Swedish words', () => {
    expect(SWEDISH.flatMap((family) => strays(family, 'sv'))).toEqual([]);
  });

  it('keep different words apart', () => {
    const apart = new Set([...FINNISH.map((family) => family.split(' ')[0] ?? ''), ...['kielto', 'soolo', 'maali', 'kuori', 'laulu', 'musiikki', 'kemia', 'fysiikka', 'liikunta', 'tarina', 'lukio', 'kuvaus', 'kuva', 'terve', 'tulos', 'ilmiö', 'ilma']]);
    const stems = [...apart].map((word) => listSearchTerms(word, 'fi')[0]);
    expect(new Set(stems).size).toBe(apart.size);
    const swedish = [...SWEDISH.map((family) => family.split(' ')[0] ?? ''), 'karta', 'musik', 'kemi', 'saga', 'bild'];
    expect(new Set(swedish.map((word) => listSearchTerms(word, 'sv')[0])).size).toBe(swedish.length);
  });

  it('take compounds with a hyphen whole and in parts, and codes as they are', () => {
    expect(listSearchTerms('S2-oppimäärä: T8, MAA12!', 'fi')).toEqual(['s2oppimäärä', 's2', 'oppimaar', 't8', 'maa12']);
    expect(listSearchTerms('laaja-alainen', 'fi')).toEqual([...listSearchTerms('laajaalainen', 'fi'), ...listSearchTerms('laaja', 'fi'), ...listSearchTerms('alainen', 'fi')]);
    expect(listSearchTerms('Don’t panic', 'en')).toEqual(['dont', 'don', 't', 'panic']);
    expect(listSearchTerms(' …  ', 'fi')).toEqual([]);
  });
});
