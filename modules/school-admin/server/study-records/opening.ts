import type { JsonObject } from '@digione/koski';
import type { AttainmentColumns } from './attainment-fields.ts';
import { CORE_STATES, FUNDED_FORMS, type EducationForm } from './forms.ts';
import type { AdditionalInformation, AttainmentTree, StudyPeriod } from './study-right-document.ts';

/** What core data says of a study right; enough to begin its record with. */
export interface CoreStudyRight {
  readonly educationForm: EducationForm;
  readonly state: string;
  readonly startsOn: string;
  readonly lastDay: string | null;
  readonly teachingLanguage: string;
  readonly homeroom: string | null;
  readonly gradeLevel: number | null;
  /** The first day of the running school year. */
  readonly yearStartsOn: string | null;
  readonly bornOn: string | null;
}

const code = (koodiarvo: string, koodistoUri: string): JsonObject => ({ koodiarvo, koodistoUri });
const NOTHING: AttainmentColumns = {
  kind: null, code: null, codeSet: null, name: null, extent: null, extentUnit: null, isCompulsory: null, language: null, languageSet: null, syllabus: null, curriculum: null,
  mark: null, markSet: null, assessedOn: null, startsOn: null, confirmedOn: null, teachingLanguage: null, homeroom: null, recognition: null, siteOid: null, more: {},
};

/** An attainment with nothing in it but what is given. */
export const attainmentOf = (given: Partial<AttainmentTree>): AttainmentTree => ({ ...NOTHING, parts: [], isTold: true, ...given });

/** The programmes of each form by the core curricula in force, with what the register wants said of each. */
const PROGRAMMES: Readonly<Record<EducationForm, { readonly kind: string; readonly code: string; readonly curriculum: string; readonly more: JsonObject }>> = {
  'pre-primary': { kind: 'esiopetuksensuoritus', code: '001101', curriculum: '102/011/2014', more: {} },
  'basic-education': { kind: 'perusopetuksenoppimaara', code: '201101', curriculum: '104/011/2014', more: { suoritustapa: code('koulutus', 'perusopetuksensuoritustapa') } },
  'general-upper-secondary': { kind: 'lukionoppimaara', code: '309902', curriculum: 'OPH-2263-2019', more: { oppimäärä: code('nuortenops', 'lukionoppimaara'), suoritettuErityisenäTutkintona: false } },
  preparatory: { kind: 'perusopetukseenvalmistavaopetus', code: '999905', curriculum: '57/011/2015', more: {} },
  'additional-basic-education': { kind: 'perusopetuksenlisaopetus', code: '020075', curriculum: '105/011/2014', more: {} },
  'adult-basic-education': { kind: 'aikuistenperusopetuksenoppimaara', code: '201101', curriculum: 'OPH-1280-2017', more: { suoritustapa: code('koulutus', 'perusopetuksensuoritustapa') } },
  'preparatory-upper-secondary': { kind: 'luva', code: '999906', curriculum: 'OPH-4958-2020', more: {} },
};

const GRADE = 'perusopetuksenvuosiluokka';

/** A grade of basic education, marks still to come. */
const gradeAttainment = (given: { readonly grade: number; readonly homeroom: string; readonly startsOn: string; readonly teachingLanguage: string }): AttainmentTree =>
  attainmentOf({
    kind: GRADE,
    code: String(given.grade),
    codeSet: 'perusopetuksenluokkaaste',
    curriculum: PROGRAMMES['basic-education'].curriculum,
    startsOn: given.startsOn,
    homeroom: given.homeroom,
    teachingLanguage: given.teachingLanguage,
    more: { jääLuokalle: false },
  });

export const teachingLanguageCode = (language: string): string => language.toUpperCase();

const stateAtEnd = (state: string): string => (state === 'graduated' ? 'valmistunut' : state === 'void' ? 'mitatoity' : 'eronnut');

/** The first day of a study right is one of presence; its last one, where there is one, ends it. */
function periodsOf({ educationForm, state, startsOn, lastDay }: CoreStudyRight): readonly StudyPeriod[] {
  const funding = FUNDED_FORMS.has(educationForm) ? '1' : null;
  const first: StudyPeriod = { startsOn, state: 'lasna', funding, more: {} };
  if (lastDay === null) return [first];
  const end = stateAtEnd(state);
  return lastDay === startsOn && end !== 'mitatoity' ? [{ ...first, state: end, funding: null }] : [first, { startsOn: lastDay, state: end, funding: end === 'valmistunut' ? funding : null, more: {} }];
}

/**
 * Core data may have moved on (an import ended the study right) since the record's periods were written: what has ended there has ended.
 * @returns the periods in force
 */
export function continuePeriods(periods: readonly StudyPeriod[], right: CoreStudyRight): readonly StudyPeriod[] {
  const last = periods.at(-1);
  if (last === undefined) return periodsOf(right);
  const isEnded = ['graduated', 'resigned', 'void'].includes(CORE_STATES[last.state] ?? '');
  if (right.lastDay === null || isEnded || right.lastDay < last.startsOn) return periods;
  return [...periods.filter(({ startsOn }) => startsOn !== right.lastDay), { startsOn: right.lastDay, state: stateAtEnd(right.state), funding: last.funding, more: {} }];
}

/** Upper secondary education is free of charge for those born 2004 or later (Act on Compulsory Education 1214/2020, 16 §). */
export const informationOf = ({ educationForm, bornOn, startsOn }: CoreStudyRight): readonly AdditionalInformation[] =>
  (educationForm === 'general-upper-secondary' || educationForm === 'preparatory-upper-secondary') && bornOn !== null && bornOn >= '2004-01-01'
    ? [{ kind: 'free-education', startsOn, endsOn: null, more: { maksuton: true } }]
    : [];

/** The programme itself is there from the first day, and of basic education the running grade. */
export function attainmentsOf(right: CoreStudyRight): readonly AttainmentTree[] {
  const { educationForm, homeroom, gradeLevel, startsOn, yearStartsOn } = right;
  const teachingLanguage = teachingLanguageCode(right.teachingLanguage);
  const { kind, code: programme, curriculum, more } = PROGRAMMES[educationForm];
  const whole = attainmentOf({ kind, code: programme, codeSet: 'koulutus', curriculum, teachingLanguage, more });
  if (educationForm !== 'basic-education' || homeroom === null || gradeLevel === null || gradeLevel < 1 || gradeLevel > 9) return [whole];
  const began = yearStartsOn !== null && yearStartsOn > startsOn ? yearStartsOn : startsOn;
  return [whole, gradeAttainment({ grade: gradeLevel, homeroom, startsOn: began, teachingLanguage })];
}
