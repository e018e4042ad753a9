import { findCodes } from '../structure/codes.ts';
import { curriculumOf, KIND } from './facts.ts';
import { onAttainment, V } from './rule.ts';
import type { AttainmentView } from './view.ts';

/**
 * National core curricula of the forms this library knows, by their number: which records they are for, and between which days a study
 * right may end by them, as far as that is known. Numbers of older curricula are in the code set `koskikoulutustendiaarinumerot`.
 */
interface Curriculum {
  readonly for: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

const BASIC = [KIND.grade, KIND.basicSyllabus, KIND.basicSubjectSyllabus];
const ADULT = [KIND.adultSyllabus, KIND.adultInitial, KIND.adultSubjectSyllabus];
const UPPER_SECONDARY = [KIND.upperSecondarySyllabus, KIND.subjectStudies, KIND.subjectSyllabus2015];

const CURRICULA: Readonly<Record<string, Curriculum>> = {
  '102/011/2014': { for: [KIND.prePrimary], from: '2015-08-01' },
  '104/011/2014': { for: [...BASIC, KIND.additional, KIND.preparatory] },
  '105/011/2014': { for: [KIND.additional] },
  '57/011/2015': { for: [KIND.preparatory], from: '2015-08-01' },
  '19/011/2015': { for: ADULT },
  'OPH-1280-2017': { for: ADULT },
  '60/011/2015': { for: UPPER_SECONDARY, from: '2016-08-01' },
  '70/011/2015': { for: UPPER_SECONDARY, from: '2016-08-01' },
  'OPH-2263-2019': { for: UPPER_SECONDARY, from: '2021-08-01' },
  'OPH-2267-2019': { for: UPPER_SECONDARY, from: '2021-08-01' },
  '56/011/2015': { for: [KIND.preparingForUpperSecondary] },
  'OPH-4958-2020': { for: [KIND.preparingForUpperSecondary] },
};

/** Records whose curriculum KOSKI compares with the kind of education. */
const COMPARED: readonly string[] = [...BASIC, ...ADULT, ...UPPER_SECONDARY];

const isRecord = ({ parent }: AttainmentView): boolean => parent === undefined;

export const unknownCurriculum = onAttainment({
  key: `${V}.rakenne.tuntematonDiaari`,
  stage: 'curriculum',
  fi: 'Opetussuunnitelman perusteiden diaarinumeroa ei tunneta.',
  sv: 'Diarienumret för läroplansgrunderna är inte känt.',
  en: 'The number of the national core curriculum is not known.',
  breaks(view, { isKnownCurriculum }) {
    const number = curriculumOf(view);
    if (number === undefined || !isRecord(view)) return false;
    return CURRICULA[number] === undefined && findCodes('koskikoulutustendiaarinumerot')?.has(number) !== true && isKnownCurriculum?.(number) !== true;
  },
});

export const curriculumNotInForce = onAttainment({
  key: `${V}.rakenne.perusteEiVoimassa`,
  // KOSKI looks at this before the other rules. Here the days are read off its examples: what is inferred must not hide what is known.
  fi: 'Opetussuunnitelman perusteet eivät ole voimassa opiskeluoikeuden päättyessä.',
  sv: 'Läroplansgrunderna gäller inte när studierätten slutar.',
  en: 'The national core curriculum is not in force when the study right ends.',
  breaks(view, { today }) {
    const curriculum = CURRICULA[curriculumOf(view) ?? ''];
    if (curriculum === undefined || !isRecord(view)) return false;
    const { endsOn, startsOn = today } = view.right;
    // An open study right is looked at as of today, one that begins later as of its first day.
    const day = endsOn ?? (startsOn > today ? startsOn : today);
    return day < (curriculum.from ?? day) || day > (curriculum.until ?? day);
  },
});

export const curriculumOfOtherEducation = onAttainment({
  key: `${V}.rakenne.vääräKoulutustyyppi`,
  stage: 'curriculum',
  fi: 'Opetussuunnitelman perusteet ovat toisen koulutusmuodon.',
  sv: 'Läroplansgrunderna gäller en annan utbildningsform.',
  en: 'The national core curriculum is of another form of education.',
  breaks(view) {
    const curriculum = CURRICULA[curriculumOf(view) ?? ''];
    return isRecord(view) && COMPARED.includes(view.kind) && curriculum !== undefined && !curriculum.for.includes(view.kind);
  },
});
