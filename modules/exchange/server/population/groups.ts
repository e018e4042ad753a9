import { z } from 'zod';

const Text = z.string().nullish().catch(null);
const Localized = z.object({ fi: Text, sv: Text }).nullish().catch(null);
const Human = z.object({ henkilotunnus: Text, etunimet: Text, etunimi: Text, sukunimi: Text, syntymapv: z.unknown().optional(), sukupuoli: Text });

/** What every data group of the register has. */
export const Group = z.looseObject({
  tietoryhma: z.string(),
  /** What the message says of the group; none in a person's basic data. */
  muutosattribuutti: Text,
  /** What is in force instead, told with a change or removal. */
  voimassaolevatTiedot: z.array(z.unknown()).nullish().catch(null),
  /** Withheld because of a non-disclosure order: not known, which is not the same as empty. */
  turvakiellonAlaisetKentat: z.array(z.unknown()).nullish().catch(null),
});
export type Group = z.infer<typeof Group>;

export const Name = z.object({ etunimi: Text, sukunimi: Text, alkupv: z.unknown().optional() });
export const NameChange = z.object({ nimilaji: Text, nimi: Text, alkupv: z.unknown().optional() });
export const Birth = z.object({ syntymapv: z.unknown().optional() });
export const Gender = z.object({ sukupuoli: Text });
export const MotherTongue = z.object({ kielikoodi: Text, alkupv: z.unknown().optional(), loppupv: z.unknown().optional() });
export const Municipality = z.object({ kuntakoodi: Text, kuntaanMuuttopv: z.unknown().optional(), kuntaanMuuttoPv: z.unknown().optional(), kunnastaPoisMuuttopv: z.unknown().optional() });
export const Nationality = z.object({ henkilonKansalaisuudet: z.array(z.object({ kansalaisuuskoodi: Text, voimassaolo: Text })).nullish() });
export const NonDisclosure = z.object({ turvakieltoAktiivinen: z.boolean(), turvaLoppuPv: z.unknown().optional() });
export const Death = z.object({ kuollut: z.boolean().nullish().catch(null), kuolinpv: z.unknown().optional() });
export const CodeChange = z.object({
  voimassaolo: Text,
  muutettuHenkilotunnus: Text,
  aktiivinenHenkilotunnus: Text,
  edellisetHenkilotunnukset: z.array(z.string()).nullish().catch(null),
});
export const Address = z.object({
  katunimi: Localized,
  katunumero: Text,
  huoneistokirjain: Text,
  huoneistonumero: Text,
  jakokirjain: Text,
  /** Postal addresses come in one line. */
  postiosoite: Localized,
  lahiosoite: z.union([z.string(), z.object({ fi: Text, sv: Text })]).nullish().catch(null),
  paikkakunta: z.union([z.string(), z.object({ fi: Text, sv: Text })]).nullish().catch(null),
  postinumero: Text,
  postitoimipaikka: Localized,
  valtiokoodi: Text,
  alkupv: z.unknown().optional(),
  loppupv: z.unknown().optional(),
});
export type Address = z.infer<typeof Address>;
export const Custody = z.object({
  huoltaja: Human.nullish(),
  huollettava: Human.nullish(),
  huoltajanLaji: Text,
  huoltajanRooli: Text,
  huoltosuhteenAlkupv: z.unknown().optional(),
  huoltosuhteenLoppupv: z.unknown().optional(),
  asuminen: Text,
  oikeudet: z.array(z.unknown()).nullish().catch(null),
});
export type Custody = z.infer<typeof Custody>;

/** Address groups and the kinds of address DigiOne keeps. */
export const ADDRESS_KINDS: Readonly<Record<string, 'permanent' | 'temporary' | 'postal'>> = {
  VAKINAINEN_KOTIMAINEN_OSOITE: 'permanent',
  VAKINAINEN_ULKOMAINEN_OSOITE: 'permanent',
  TILAPAINEN_KOTIMAINEN_OSOITE: 'temporary',
  TILAPAINEN_ULKOMAINEN_OSOITE: 'temporary',
  KOTIMAINEN_POSTIOSOITE: 'postal',
  ULKOMAINEN_POSTIOSOITE: 'postal',
};
