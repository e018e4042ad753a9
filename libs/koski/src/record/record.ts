import type { LocalDate } from '@digione/local-date';
import type { Kept } from './codec.ts';

/** Text in the languages it exists in. */
export interface LocalText extends Kept {
  readonly fi?: string;
  readonly sv?: string;
  readonly en?: string;
}

/** A code; without a `set` it is the institution's own and has a name. */
export interface Code extends Kept {
  readonly value: string;
  readonly set?: string;
  readonly version?: number;
  readonly name?: LocalText;
  readonly shortName?: LocalText;
}

/** An amount of studies; the unit is a code of `opintojenlaajuusyksikko`: 2 credits, 3 weekly lessons per year, 4 courses, 5 hours. */
export interface Extent extends Kept {
  readonly value: number;
  readonly unit?: Code;
}

/** First and last day, both included; open without a last day. Support decisions of old may lack the first. */
export interface Period extends Kept {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

export interface Organisation extends Kept {
  readonly oid?: string;
  readonly number?: Code;
  readonly name?: LocalText;
  readonly municipality?: Code;
  readonly businessId?: string;
}

export interface Learner extends Kept {
  readonly oid?: string;
  readonly identityCode?: string;
  readonly firstNames?: string;
  readonly callName?: string;
  readonly lastName?: string;
  readonly bornOn?: LocalDate;
}

export interface StatePeriod extends Kept {
  readonly from: LocalDate;
  readonly state: Code;
  readonly funding?: Code;
}

export interface Assessment extends Kept {
  readonly mark: Code;
  readonly on?: LocalDate;
  readonly isPassed?: boolean;
  readonly description?: LocalText;
}

export interface Confirmation extends Kept {
  readonly on: LocalDate;
  readonly place?: Code;
  readonly by?: Organisation;
}

/** What was studied: a whole programme, a grade, a subject, a module or a course. */
export interface Content extends Kept {
  readonly code: Code;
  readonly extent?: Extent;
  readonly isCompulsory?: boolean;
  /** The language studied, or the syllabus of mother tongue. */
  readonly language?: Code;
  /** The syllabus of mathematics. */
  readonly syllabus?: Code;
  /** Number of the national core curriculum. */
  readonly curriculum?: string;
  readonly description?: LocalText;
}

export interface MotherTongueStudies extends Kept {
  readonly extent?: Extent;
  readonly parts?: readonly Attainment[];
}

export interface OralTest extends Kept {
  readonly language: Code;
}

/** An attainment, and the attainments it is made of. */
export interface Attainment extends Kept {
  readonly kind?: Code;
  readonly content: Content;
  readonly site?: Organisation;
  readonly startsOn?: LocalDate;
  readonly assessments?: readonly Assessment[];
  readonly confirmation?: Confirmation;
  readonly parts?: readonly Attainment[];
  /** Language of instruction. */
  readonly language?: Code;
  readonly method?: Code;
  /** Of the young or of adults, in upper secondary. */
  readonly syllabus?: Code;
  readonly gradeLevel?: Code;
  readonly homeroom?: string;
  readonly repeatsGrade?: boolean;
  readonly isIndividualised?: boolean;
  readonly isLimited?: boolean;
  readonly isEmphasised?: boolean;
  readonly isSpecialExamination?: boolean;
  readonly isWholeSyllabusCompleted?: boolean;
  readonly motherTongueStudies?: MotherTongueStudies;
  readonly oralTests?: readonly OralTest[];
  readonly totalExtent?: Extent;
}

export interface FreeEducation extends Period {
  readonly isFree: boolean;
}

export interface SpecialTask extends Period {
  readonly task: Code;
}

/** Support, benefits and the like: what KOSKI calls additional information. */
export interface Extras extends Kept {
  readonly supportDecisions?: readonly Period[];
  readonly specialSupportDecisions?: readonly Period[];
  readonly specialSupportDecision?: Period;
  readonly extendedCompulsoryEducation?: Period;
  readonly earlyCompulsoryEducation?: readonly Period[];
  readonly disability?: readonly Period[];
  readonly severeDisability?: readonly Period[];
  readonly byActivityAreas?: readonly Period[];
  readonly byGoalEntities?: readonly Period[];
  readonly dueToDisabilityOrIllness?: readonly Period[];
  readonly combinedGradeClass?: readonly Period[];
  readonly homeSchooling?: readonly Period[];
  readonly homeSchoolingOnce?: Period;
  readonly preparatoryExtension?: readonly Period[];
  readonly isOutsideGrades?: boolean;
  readonly freeEducation?: readonly FreeEducation[];
  readonly freeEducationExtensions?: readonly Period[];
  readonly specialTasks?: readonly SpecialTask[];
  readonly isExchangeStudent?: boolean;
}

export interface SourceId extends Kept {
  readonly id?: string;
  readonly system: Code;
}

export interface StudyRightReference extends Kept {
  readonly oid: string;
  readonly school?: Organisation;
}

export interface Unlinking extends Kept {
  readonly on: LocalDate;
}

export interface StudyRight extends Kept {
  readonly kind: Code;
  readonly oid?: string;
  readonly source?: SourceId;
  readonly unlinking?: Unlinking;
  readonly version?: number;
  readonly school?: Organisation;
  readonly provider?: Organisation;
  readonly partOf?: StudyRightReference;
  /** Bought or voucher pre-primary education. */
  readonly arrangement?: Code;
  readonly expectedEndOn?: LocalDate;
  readonly isSyllabusCompleted?: boolean;
  readonly states: readonly StatePeriod[];
  readonly attainments: readonly Attainment[];
  readonly extras?: Extras;
}

/** One learner with study rights, in the words of the register and free of its JSON. */
export interface KoskiRecord extends Kept {
  readonly learner: Learner;
  readonly studyRights: readonly StudyRight[];
}
