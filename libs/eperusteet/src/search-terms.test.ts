import { describe, expect, it } from 'vitest';
import { listSearchTerms } from './search-terms.ts';

const FINNISH = [
  'tavoite tavoitteet tavoitteiden tavoitetta tavoitteena',
  'lukutaito lukutaidon lukutaitoa lukutaidot lukutaitojen',
  'lukeminen lukemisen lukemista lukea lukemaan lukemalla',
  'kirjoittaa kirjoittaminen kirjoittamista kirjoittamaan',
  'oppilas oppilaan oppilasta oppilaita oppilaiden oppilaalle oppilaat',
  'yhtälö yhtälön yhtälöitä yhtälöiden yhtälöt',
  'funktio funktion funktioita funktioiden',
  'murtoluku murtoluvut murtolukujen murtoluvun murtolukua murtoluvuilla',
  'käsite käsitteitä käsitteet käsitteen',
  'ympäristö ympäristön ympäristössä ympäristöjä ympäristöön',
  'vuorovaikutus vuorovaikutuksen vuorovaikutuksessa vuorovaikutusta',
  'evoluutio evoluution evoluutiota',
  'solu solun soluja solujen soluissa',
  'kieli kielen kieliä kielten kieltä kielissä',
  'arviointi arvioinnin arviointia arvioinnissa',
  'terveys terveyden terveyttä',
  'ilmastonmuutos ilmastonmuutoksen ilmastonmuutosta',
  'rakenne rakenteen rakenteita rakenteet',
  'tieto tiedon tietoa tiedot tietoja',
  'ihminen ihmisen ihmisiä ihmiset ihmisille',
  'monipuolinen monipuolisen monipuolisia monipuolisesti',
  'kaupunki kaupungin kaupunkia kaupungissa',
  'matematiikka matematiikan matematiikkaa',
  'maa maan maata',
  'työ työn työtä',
  'koulu koulun kouluun koulussa kouluja',
  'taide taiteen taiteessa taidetta',
  'luonto luonnon luontoa luonnossa',
  'kartta kartan karttoja karttojen',
  'kulttuuri kulttuurin kulttuureja kulttuurien',
  'yhteiskunta yhteiskunnan yhteiskuntaan yhteiskunnassa',
  'turvallisuus turvallisuuden turvallisuutta',
  'teksti tekstin tekstejä tekstien tekstit',
  'sana sanan sanoja sanojen sanat',
  'historia historian historiaa historiassa',
  'energia energian energiaa',
  'todennäköisyys todennäköisyyden todennäköisyyksiä',
  'liikkua liikkuminen liikkumista liikkumaan',
  'lukio lukion lukiossa lukioissa',
  'tulos tuloksen tulokset tuloksia',
  'kuvaus kuvauksen kuvausta kuvauksia',
  'kuva kuvan kuvia kuvien',
  'oikeus oikeuden oikeutta oikeuksia',
  'eläin eläimen',
];

const SWEDISH = [
  'mål målet målen målens',
  'elev eleven elever eleverna elevens elevernas',
  'läsa läser läsande läsning läsningen',
  'skriva skriver skrivande skrivning',
  'språk språket språken språkets',
  'begrepp begreppet begreppen',
  'ekvation ekvationen ekvationer ekvationerna',
  'miljö miljön miljöer miljöerna',
  'samhälle samhället samhällen samhällets',
  'bedömning bedömningen bedömningar bedöma bedömer',
  'hälsa hälsan',
  'kunskap kunskaper kunskapen kunskaperna',
  'läroämne läroämnet läroämnen',
  'funktion funktionen funktioner',
  'text texten texter texterna',
  'barn barnet barnen',
  'lärare läraren lära lärande',
  'natur naturen naturens',
  'kultur kulturen kulturer',
  'person personen personer',
  'identitet identiteten',
  'aktivitet aktiviteter aktiviteten',
  'trygghet tryggheten',
  'tal talen talet',
];

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
