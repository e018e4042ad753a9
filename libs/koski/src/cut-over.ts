import type { LocalDate } from '@digione/local-date';

/**
 * The days on which KOSKI's rules change. A change of law is a change here, not in a rule. Production and test environments of KOSKI
 * may differ: {@link readCutOver} takes the dates of an environment from its own settings file.
 */
export const PRODUCTION = {
  /** Compulsory subjects of a confirmed record have an extent. */
  extentOfSubjectsFrom: '2020-08-01',
  /** Activity areas of a confirmed record have an extent. */
  extentOfActivityAreasFrom: '2024-08-01',
  /** Learners born in this year or later are under the law on free upper secondary education. */
  freeEducationBornFrom: '2004-01-01',
  freeEducationFrom: '2021-01-01',
  /** Youth upper secondary begins by the curriculum of 2021. */
  lops2021From: '2021-08-01',
  lops2021BornFrom: '2005-01-01',
  /** Modules must stand under their own subject. */
  moduleStructureFrom: '2023-11-02',
  additionalEducationUntil: '2023-05-31',
  preparatoryHoursFrom: '2024-01-01',
  /** The reform of learning support. */
  supportPeriodsFrom: '2025-08-01',
  limitedSyllabusFrom: '2025-08-01',
  goalEntitiesFrom: '2025-08-01',
  outsideGradesUntil: '2025-07-31',
  individualisedUntil: '2026-08-31',
  extendedEducationStartsUntil: '2026-08-31',
  extendedEducationUntil: '2026-08-31',
  /** From this day on KOSKI looks at whether periods of the old law were ended. */
  endOfOldPeriodsCheckedFrom: '2026-09-01',
  activityAreasFrom: '2026-08-01',
  dueToDisabilityFrom: '2026-08-01',
  earlyEducationFrom: '2026-08-01',
  preparatoryExtensionFrom: '2026-08-01',
  tuitionFeeFrom: '2026-08-01',
} as const satisfies Readonly<Record<string, LocalDate>>;

export type CutOverName = keyof typeof PRODUCTION;
export type CutOver = Readonly<Record<CutOverName, LocalDate>>;

/** KOSKI's own names of the dates in its settings. */
const NAMES: Partial<Readonly<Record<CutOverName, string>>> = {
  extentOfActivityAreasFrom: 'toimintaAlueenLaajuudenValidaatioVoimassaJosVahvistusAikaisintaan',
  moduleStructureFrom: 'lops2019EPerusteValidaatioAstuuVoimaan',
  preparatoryHoursFrom: 'perusopetukseenValmistavaOpetusKokonaislaajuusYksikköTunneissaAlkaa',
  supportPeriodsFrom: 'tukijaksotVoimaan',
  limitedSyllabusFrom: 'oppiaineenRajattuOppimääräVoimaan',
  goalEntitiesFrom: 'tavoitekokonaisuuksittainOpiskeluVoimaan',
  outsideGradesUntil: 'VSOPKentänViimeinenKäyttöpäivä',
  individualisedUntil: 'yksilöllistetynOppimääränViimeinenKäyttöpäivä',
  extendedEducationStartsUntil: 'pidennetynOppivelvollisuudenViimeinenSallittuAloituspäivä',
  extendedEducationUntil: 'pidennetynOppivelvollisuudenViimeinenKäyttöpäivä',
  endOfOldPeriodsCheckedFrom: 'esiJaPerusopetuksenVanhojenJaksojenPäättymispäivänValidaatiotAstuvatVoimaan',
  activityAreasFrom: 'toimintaAlueittainJärjestettyVoimaan',
  dueToDisabilityFrom: 'vammaSairausTaiRajoiteVoimaan',
  earlyEducationFrom: 'varhennettuOppivelvollisuusVoimaan',
  preparatoryExtensionFrom: 'valmistavanLisäopetusVoimassaAlkaen',
  tuitionFeeFrom: 'lukuvuosimaksuRahoitusVoimassaAlkaen',
};

/**
 * The dates of an environment of KOSKI, from the text of its settings (HOCON: lines `name = "2026-08-01"`).
 * Dates that the text does not name are those of production.
 */
export function readCutOver(settings: string): CutOver {
  const told = new Map([...settings.matchAll(/^\s*([\p{L}\d]+)\s*=\s*"(\d{4}-\d\d-\d\d)"/gmu)].map(([, name, date]) => [name ?? '', date ?? '']));
  const read: Record<CutOverName, LocalDate> = { ...PRODUCTION };
  for (const name of listCutOverNames()) read[name] = told.get(NAMES[name] ?? '') ?? PRODUCTION[name];
  return read;
}

const isCutOverName = (name: string): name is CutOverName => name in PRODUCTION;
export const listCutOverNames = (): readonly CutOverName[] => Object.keys(PRODUCTION).filter(isCutOverName);
