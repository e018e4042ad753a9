import { KIND } from './facts.ts';
import { onAttainment, onRight, V } from './rule.ts';
import type { KnownOrganisation, Setting } from './setting.ts';
import type { RightView } from './view.ts';

const DAYCARE_PRE_PRIMARY = '001102';

type Find = NonNullable<Setting['findOrganisation']>;

/** The institutions of the sites, for a study right that names none. */
function schoolsOfSites(right: RightView, find: Find): ReadonlyArray<string | undefined> {
  const sites = right.records.flatMap(({ attainment }) => attainment.site?.oid ?? []);
  return [...new Set(sites.map((oid) => find(oid)?.schoolOid))];
}

/** The institution a study right is in: the one it names, else the one all its sites belong to. */
export function schoolOidOf(right: RightView, find: Find | undefined): string | undefined {
  if (right.right.school?.oid !== undefined || find === undefined) return right.right.school?.oid;
  const schools = schoolsOfSites(right, find);
  return schools.length === 1 ? schools[0] : undefined;
}

const schoolOf = (right: RightView, find: Find | undefined): KnownOrganisation | undefined => {
  const oid = schoolOidOf(right, find);
  return oid === undefined ? undefined : find?.(oid);
};

const isPrePrimary = ({ kind }: RightView): boolean => kind === 'esiopetus';
const isBought = (right: RightView): boolean => isPrePrimary(right) && right.right.arrangement !== undefined;

export const siteWithoutSchool = onAttainment({
  key: `${V}.organisaatio.eiOppilaitos`,
  stage: 'completion',
  fi: 'Toimipisteellä ei ole oppilaitosta, johon se kuuluisi.',
  sv: 'Verksamhetsstället hör inte till någon läroanstalt.',
  en: 'The site belongs to no institution.',
  breaks({ attainment, right }, { findOrganisation }) {
    const site = attainment.site?.oid === undefined ? undefined : findOrganisation?.(attainment.site.oid);
    return right.right.school === undefined && site !== undefined && site.schoolOid === undefined;
  },
});

export const schoolMissing = onRight({
  key: `${V}.organisaatio.oppilaitosPuuttuu`,
  stage: 'completion',
  fi: 'Opiskeluoikeudesta puuttuu oppilaitos, eikä sitä voi päätellä toimipisteistä.',
  sv: 'Studierätten saknar läroanstalt, och den kan inte härledas ur verksamhetsställena.',
  en: 'The study right names no institution, and its sites do not tell which.',
  breaks: (right, { findOrganisation }) => findOrganisation !== undefined && right.right.school === undefined && schoolsOfSites(right, findOrganisation).length > 1,
});

export const wrongProvider = onRight({
  key: `${V}.organisaatio.vääräKoulutustoimija`,
  stage: 'completion',
  fi: 'Koulutustoimija ei ole se, jonka oppilaitos tämä on.',
  sv: 'Utbildningsaktören är inte den som läroanstalten hör till.',
  en: 'The education provider is not the one this institution belongs to.',
  breaks(right, { findOrganisation }) {
    const given = right.right.provider?.oid;
    const actual = schoolOf(right, findOrganisation)?.providerOid;
    return !isBought(right) && given !== undefined && actual !== undefined && given !== actual;
  },
});

export const boughtFromItself = onRight({
  key: `${V}.organisaatio.järjestämismuoto`,
  stage: 'completion',
  fi: 'Järjestämismuoto on merkitty, vaikka yksikkö on omaa organisaatiota: ostopalvelua voi olla vain toisen järjestäjän yksikössä.',
  sv: 'Verksamhetsformen har antecknats fastän enheten hör till den egna organisationen: köptjänst finns endast hos en annan anordnare.',
  en: 'An arrangement is marked though the unit is of the own organisation: education is bought only from others.',
  breaks(right, { findOrganisation, caller }) {
    const buyer = caller?.buyingProviderOid ?? right.right.provider?.oid;
    return isBought(right) && buyer !== undefined && schoolOf(right, findOrganisation)?.providerOid === buyer;
  },
});

export const boughtOutsideDaycare = onRight({
  key: `${V}.koodisto.vääräKoulutuksenTunniste`,
  stage: 'completion',
  fi: 'Järjestämismuodon voi merkitä vain päiväkodin (001102) tai koulun (001101) esiopetukselle.',
  sv: 'Verksamhetsformen kan antecknas endast för förskoleundervisning i daghem (001102) eller skola (001101).',
  en: 'An arrangement is marked only for pre-primary education in daycare (001102) or school (001101).',
  breaks: (right) => isBought(right) && right.records.some(({ code }) => code !== DAYCARE_PRE_PRIMARY && code !== '001101'),
});

export const callerDoesNotBuy = onRight({
  key: 'forbidden.vainVarhaiskasvatuksenJärjestäjä',
  stage: 'completion',
  fi: 'Järjestämismuodon voi merkitä vain varhaiskasvatusta ostavan järjestäjän käyttäjä.',
  sv: 'Verksamhetsformen kan antecknas endast av en användare hos en anordnare som köper småbarnspedagogik.',
  en: 'Only a user of a provider that buys early education may mark an arrangement.',
  breaks: (right, { caller }) => isBought(right) && caller?.mayWrite !== undefined && caller.buyingProviderOid === undefined,
});

export const daycareWithSchoolCode = onAttainment({
  key: `${V}.koodisto.vääräKoulutuksenTunniste`,
  fi: 'Päiväkodin esiopetuksen koulutus on 001102.',
  sv: 'Utbildningskoden för förskoleundervisning i daghem är 001102.',
  en: 'The code of pre-primary education in daycare is 001102.',
  breaks({ kind, code, attainment }, { findOrganisation }) {
    const site = attainment.site?.oid === undefined ? undefined : findOrganisation?.(attainment.site.oid);
    return kind === KIND.prePrimary && code !== DAYCARE_PRE_PRIMARY && site?.kinds.includes('daycare') === true;
  },
});

export const noRightToOrganisation = onRight({
  key: 'forbidden.organisaatio',
  stage: 'access',
  holdsForCancelled: true,
  fi: 'Lähettäjällä ei ole oikeutta oppilaitoksen tai toimipisteen tietoihin.',
  sv: 'Avsändaren har inte rätt till läroanstaltens eller verksamhetsställets uppgifter.',
  en: 'The caller has no right to the data of this institution or site.',
  breaks(right, { caller, findOrganisation }) {
    if (caller?.mayWrite === undefined || isBought(right)) return false;
    const school = schoolOidOf(right, findOrganisation);
    const sites = right.records.flatMap(({ attainment }) => attainment.site?.oid ?? []);
    return [...(school === undefined ? [] : [school]), ...sites].some((oid) => caller.mayWrite?.(oid) !== true);
  },
});
