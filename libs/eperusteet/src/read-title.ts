import type { Basis, CodeReference, Curriculum, Organisation } from './curriculum.ts';
import type { Part } from './part.ts';
import { readCode } from './read-sections.ts';
import { findLanguage } from './texts.ts';

/** The data of the title page, the same for all structures. */
export type Title = Omit<Curriculum, 'chapters' | 'competences' | 'stages' | 'subjects' | 'studyUnits' | 'structure'>;

/** Known, and of no use here: attachments, schedules, qualifications. */
const TITLE_BOOKKEEPING = [
  ...['maarayskirje', 'muutosmaaraykset', 'koulutukset', 'osaamisalat', 'perusteenAikataulut', 'tutkintonimikkeet', 'kvLiite', 'koulutusvienti', 'tyyppi'],
  ...['poikkeamismaaraysTarkennus', 'poikkeamismaaraysTyyppi', 'opasTyyppi', 'tietoapalvelustaKuvaus', 'muutosmaarayksenVoimassaoloAlkaa', 'toteutus'],
  ...['tyotehtavatJoissaVoiToimia', 'suorittaneenOsaaminen', 'oppaanPerusteet', 'oppaanKoulutustyypit', 'esikatseltavissa', 'ainepainoitteinen'],
  ...['perusteenVoimassaoloAlkaa', 'perusteenVoimassaoloLoppuu', 'tuoPohjanOpintojaksot', 'tuoPohjanOppimaarat', 'perusteDataTuontiPvm', 'viimeisinSyncPvm'],
  ...['ryhmaoid', 'ryhmanNimi', 'pohja', 'oppiaineJarjestykset', 'koulutuksenjarjestaja'],
];

function readBasis(root: Part): Basis | null {
  const given = root.part('peruste');
  const [id, registryNumber] = [root.word('perusteenId'), root.word('perusteenDiaarinumero')];
  if (!given && id === null && registryNumber === null) return null;
  return {
    id: given?.id() ?? id,
    registryNumber: given?.word('diaarinumero') ?? registryNumber,
    name: given?.plain('nimi') ?? null,
    version: given?.part('globalVersion')?.instant('aikaleima') ?? given?.instant('muokattu') ?? null,
  };
}

function readOrganisations(root: Part): Organisation[] {
  return root.parts('organisaatiot').flatMap((organisation) => {
    const oid = organisation.word('oid');
    return oid === null ? [] : [{ oid, name: organisation.plain('nimi') }];
  });
}

function readMunicipalities(root: Part): CodeReference[] {
  return root.parts('kunnat').flatMap((municipality) => readCode(municipality) ?? []);
}

/**
 * @param kind of curriculum, as recognised
 */
export function readTitle(root: Part, kind: Curriculum['kind']): Title {
  const id = root.id() ?? 'unknown';
  const version = root.part('globalVersion')?.instant('aikaleima') ?? null;
  const published = root.instant('viimeisinJulkaisuAika');
  const changed = root.instant('muokattu');
  const name = root.plain('nimi');
  if (!name) root.reading.findings.add('warning', 'missing-name', 'nimi');
  const title: Title = {
    ...{ key: `${kind}:${id}`, kind, id, name },
    description: root.html('kuvaus'),
    registryNumber: root.word('diaarinumero'),
    educationType: root.word('koulutustyyppi'),
    state: root.word('tila'),
    languages: [...root.words('kielet'), ...root.words('julkaisukielet')].flatMap((word) => findLanguage(word) ?? []),
    version: version ?? published ?? changed,
    decidedOn: root.day('paatospvm') ?? root.day('paatospaivamaara'),
    validFrom: root.day('voimassaoloAlkaa'),
    validUntil: root.day('voimassaoloLoppuu'),
    transitionUntil: root.day('siirtymaPaattyy'),
    approvedBy: root.word('hyvaksyjataho'),
    replaces: root.words('korvattavatDiaarinumerot'),
    basis: readBasis(root),
    organisations: readOrganisations(root),
    municipalities: readMunicipalities(root),
  };
  root.skip(...TITLE_BOOKKEEPING);
  return title;
}
