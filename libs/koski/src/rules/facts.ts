import type { LocalDate } from '@digione/local-date';
import type { AttainmentView } from './view.ts';

/** Records (codes of `suorituksentyyppi`) that rules speak of. */
export const KIND = {
  prePrimary: 'esiopetuksensuoritus',
  grade: 'perusopetuksenvuosiluokka',
  basicSyllabus: 'perusopetuksenoppimaara',
  basicSubjectSyllabus: 'nuortenperusopetuksenoppiaineenoppimaara',
  subject: 'perusopetuksenoppiaine',
  activityArea: 'perusopetuksentoimintaalue',
  adultSyllabus: 'aikuistenperusopetuksenoppimaara',
  adultInitial: 'aikuistenperusopetuksenoppimaaranalkuvaihe',
  adultSubjectSyllabus: 'perusopetuksenoppiaineenoppimaara',
  preparatory: 'perusopetukseenvalmistavaopetus',
  preparatorySubject: 'perusopetuksenoppiaineperusopetukseenvalmistavassaopetuksessa',
  additional: 'perusopetuksenlisaopetus',
  preparingForUpperSecondary: 'luva',
  upperSecondarySyllabus: 'lukionoppimaara',
  subjectStudies: 'lukionaineopinnot',
  subjectSyllabus2015: 'lukionoppiaineenoppimaara',
  upperSecondarySubject: 'lukionoppiaine',
  otherStudies: 'lukionmuuopinto',
  module: 'lukionvaltakunnallinenmoduuli',
  localCourse: 'lukionpaikallinenopintojakso',
} as const;

export const SPECIAL_EXAMINATION = 'erityinentutkinto';
const LANGUAGES = new Set(['A', 'A1', 'A2', 'B1', 'B2', 'B3', 'AOM']);

export const isConfirmed = ({ attainment }: AttainmentView): boolean => attainment.confirmation !== undefined;
export const confirmedOn = ({ attainment }: AttainmentView): LocalDate | undefined => attainment.confirmation?.on;
export const isAssessed = ({ attainment }: AttainmentView): boolean => (attainment.assessments ?? []).length > 0;

/** The mark that counts: of the latest assessment; one without a day comes before those with. */
export function latestMark({ attainment }: AttainmentView): string | undefined {
  const [only, ...others] = attainment.assessments ?? [];
  if (others.length === 0) return only?.mark.value;
  const byDay = (attainment.assessments ?? []).toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0));
  return byDay.at(-1)?.mark.value;
}

export const isNumber = (mark: string | undefined): boolean => mark !== undefined && /^\d+$/.test(mark);

/** A subject or course of the institution's own: its code is of no national set. */
export function isLocal({ attainment: { content } }: AttainmentView): boolean {
  const { set, name } = content.code;
  return set === undefined || (name !== undefined && !NATIONAL_SETS.has(set));
}
const NATIONAL_SETS = new Set(['koskioppiaineetyleissivistava', 'moduulikoodistolops2021', 'lukionkurssit', 'lukionmuutopinnot', 'perusopetuksentoimintaalue', 'koulutus', 'perusopetuksenluokkaaste']);

/** National subjects are compulsory and local ones are not, unless said otherwise. */
export const isCompulsory = (view: AttainmentView): boolean => view.attainment.content.isCompulsory ?? !isLocal(view);

export const isLanguage = ({ code }: AttainmentView): boolean => LANGUAGES.has(code);
export const languageOf = ({ attainment }: AttainmentView): string | undefined => attainment.content.language?.value;
export const methodOf = ({ attainment }: AttainmentView): string | undefined => attainment.method?.value;
export const extentOf = ({ attainment }: AttainmentView): number | undefined => attainment.content.extent?.value;
export const curriculumOf = ({ attainment }: AttainmentView): string | undefined => attainment.content.curriculum;
export const gradeOf = (view: AttainmentView): string | undefined => (view.kind === KIND.grade ? view.code : undefined);

export const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000;

/** What makes two subjects the same: mother tongue and languages are told apart by the language. */
export const identityOf = (view: AttainmentView): string => (view.code === 'AI' || isLanguage(view) ? `${view.code}/${languageOf(view) ?? ''}` : view.code);

export function hasDuplicates(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}
