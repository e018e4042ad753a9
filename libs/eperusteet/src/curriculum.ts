import type { LocalDate } from '@digione/local-date';
import type { Language, LocalizedText } from './texts.ts';

/**
 * What the curriculum is made of. `text`: chapters alone or mostly (pre-primary, early childhood, vocational …).
 * `basic-education`: stages of grade levels with objectives; `adult-basic-education`: phases with courses;
 * `upper-secondary`: LOPS2021's modules and study units; `upper-secondary-2015`: courses.
 */
export type Structure = 'basic-education' | 'adult-basic-education' | 'upper-secondary' | 'upper-secondary-2015' | 'text';

/**
 * What sets a part apart and stays the same from version to version: its UUID where it has one, else the URI of its code, else `id:` and
 * the service's number. Unique within a curriculum.
 */
export type PartKey = string;

/** An entry of a national code set. */
export interface CodeReference {
  /** For example `moduulikoodistolops2021_bi1`. */
  readonly uri: string;
  /** For example `BI1`. */
  readonly value: string;
}

/** What every part has. */
export interface PartOfCurriculum {
  readonly key: PartKey;
  /** Number in the service, for its links; null where parts have none. */
  readonly id: string | null;
  /** Where it stands in the file. */
  readonly path: string;
}

/** A titled text: the task of a subject, how it is assessed, … */
export interface Section {
  /** What it is about, as the file calls it: `tehtava`, `tyotavat`, `ohjaus`, `arviointi` … */
  readonly kind: string;
  readonly title: LocalizedText | null;
  /** Safe HTML. */
  readonly text: LocalizedText | null;
}

/** A chapter of the text part; chapters nest. */
export interface Chapter extends PartOfCurriculum {
  readonly name: LocalizedText | null;
  readonly isAppendix: boolean;
  readonly sections: readonly Section[];
  /** Of a local curriculum: the national chapter it completes, as the service's number. */
  readonly basisId: string | null;
  readonly chapters: readonly Chapter[];
}

export interface TransversalCompetence extends PartOfCurriculum {
  /** `L1` … `L7` of basic education, `01` … `06` of upper secondary; null when the name does not tell. */
  readonly label: string | null;
  readonly code: CodeReference | null;
  readonly name: LocalizedText | null;
  /** Safe HTML. */
  readonly description: LocalizedText | null;
}

/** What is said of a transversal competence in a stage, subject or study unit. */
export interface CompetenceNote {
  /** Key, number or code URI of the competence, as in the file. */
  readonly reference: string;
  /** Safe HTML. */
  readonly text: LocalizedText | null;
}

/** A focus area (kohdealue) objectives are grouped under. */
export interface FocusArea extends PartOfCurriculum {
  readonly name: LocalizedText | null;
  readonly description: LocalizedText | null;
}

/** Grade levels 1–2, 3–6 and 7–9 of basic education, or a phase of adult basic education. */
export interface Stage extends PartOfCurriculum {
  readonly name: LocalizedText | null;
  /** Grade levels 1–9; empty for adults. */
  readonly gradeLevels: readonly number[];
  readonly sections: readonly Section[];
  readonly competences: readonly CompetenceNote[];
  readonly focusAreas: readonly FocusArea[];
}

export interface AssessmentCriterion extends PartOfCurriculum {
  /** Mark 4–10 the text describes; null where the service has none or says “not assessed” (it writes 1 or 0). */
  readonly mark: number | null;
  /** What is assessed. */
  readonly target: LocalizedText | null;
  /** What a learner with this mark can do; safe HTML. */
  readonly text: LocalizedText | null;
}

/** Objectives that share a heading and a beginning of the sentence (“the learner …”). */
export interface ObjectiveArea extends PartOfCurriculum {
  readonly name: LocalizedText | null;
  readonly lead: LocalizedText | null;
}

export interface Objective extends PartOfCurriculum {
  /** `T8`; null where objectives have no number. */
  readonly label: string | null;
  /** Plain text; begins with the label where the source does. */
  readonly text: LocalizedText | null;
  readonly areaKey: PartKey | null;
  /** Keys where the reference leads to a part of this curriculum, else as in the file. */
  readonly contentAreas: readonly string[];
  readonly competences: readonly string[];
  readonly focusAreas: readonly string[];
  readonly criteria: readonly AssessmentCriterion[];
  /** Title and target of the assessment, the learner's own objectives, free text. */
  readonly sections: readonly Section[];
  /** Of a local curriculum: key of the national objective it stands for. */
  readonly basisKey: PartKey | null;
  /** The provider's own, where that is known. */
  readonly isLocal?: boolean;
}

export interface ContentItem extends PartOfCurriculum {
  /** Plain text. */
  readonly text: LocalizedText | null;
}

export interface ContentArea extends PartOfCurriculum {
  /** `S1`; null where content areas have no number. */
  readonly label: string | null;
  readonly name: LocalizedText | null;
  /** Safe HTML. */
  readonly description: LocalizedText | null;
  readonly items: readonly ContentItem[];
  readonly basisKey: PartKey | null;
  /** The provider's own, where that is known. */
  readonly isLocal?: boolean;
}

/** What is taught: the same for a subject, a stage of a subject, a module, a course, a study unit. */
export interface Teaching {
  readonly sections: readonly Section[];
  readonly objectiveAreas: readonly ObjectiveArea[];
  readonly objectives: readonly Objective[];
  readonly contentAreas: readonly ContentArea[];
}

/** A module (LOPS2021) or a course (adult basic education, LOPS2015). */
export interface CurriculumModule extends PartOfCurriculum, Teaching {
  readonly code: CodeReference | null;
  readonly name: LocalizedText | null;
  /** Credits (opintopiste); null for courses. */
  readonly credits: number | null;
  readonly isCompulsory: boolean | null;
  /** Objectives of the subject this course works towards: keys, or as in the file. */
  readonly subjectObjectives: readonly string[];
}

/** A subject in one stage of grade levels, or (local) in one grade level. */
export interface SubjectStage extends PartOfCurriculum, Teaching {
  /** Key of the stage, or as in the file. */
  readonly stage: string | null;
  readonly gradeLevels: readonly number[];
  /** Of a local curriculum: the same, grade level by grade level. */
  readonly gradeLevelsApart: readonly SubjectStage[];
}

/** A subject, or a syllabus of one (Finnish as mother tongue, Evangelical Lutheran religion, A1 English). */
export interface Subject extends PartOfCurriculum, Teaching {
  readonly code: CodeReference | null;
  /** Short code of a local subject. */
  readonly localCode: string | null;
  readonly name: LocalizedText | null;
  /** Key of the stage, where subjects belong to one (adult basic education). */
  readonly stage: string | null;
  readonly isLocal: boolean;
  /** Of a local subject: the national subject it belongs to (code URI or UUID). */
  readonly basisReference: string | null;
  /** In the unit of the curriculum (credits, weekly lessons per year), where given. */
  readonly extent: { readonly minimum: number | null; readonly maximum: number | null } | null;
  readonly focusAreas: readonly FocusArea[];
  readonly competences: readonly CompetenceNote[];
  readonly stages: readonly SubjectStage[];
  readonly modules: readonly CurriculumModule[];
  readonly syllabi: readonly Subject[];
}

/** A local study unit of upper secondary: combines modules, or is the school's own. */
export interface StudyUnit extends PartOfCurriculum, Teaching {
  readonly code: string | null;
  readonly name: LocalizedText | null;
  readonly credits: number | null;
  /** Subjects it belongs to, as code URI or local code, in the file's order. */
  readonly subjects: ReadonlyArray<{ readonly reference: string; readonly credits: number | null }>;
  /** National modules it is made of, as code URI. */
  readonly modules: ReadonlyArray<{ readonly reference: string; readonly text: LocalizedText | null }>;
  /** Other local study units it is made of, as code. */
  readonly studyUnits: readonly string[];
  readonly competences: readonly CompetenceNote[];
}

/** The national core curriculum a local curriculum stands on. */
export interface Basis {
  readonly id: string | null;
  readonly registryNumber: string | null;
  readonly name: LocalizedText | null;
  /** Version of the core curriculum that was in use, as an instant in ISO 8601. */
  readonly version: string | null;
}

export interface Organisation {
  readonly oid: string;
  readonly name: LocalizedText | null;
}

/** A national core curriculum or a local curriculum, whole, in one version. */
export interface Curriculum {
  /** `national:419550`, `local:12466195`: the same for all versions. */
  readonly key: string;
  readonly kind: 'national' | 'local';
  readonly structure: Structure;
  readonly id: string;
  readonly name: LocalizedText | null;
  /** Safe HTML. */
  readonly description: LocalizedText | null;
  /** Registry number (diaarinumero), for example `OPH-2263-2019`. */
  readonly registryNumber: string | null;
  /** Code of the kind of education, for example `koulutustyyppi_16`. */
  readonly educationType: string | null;
  /** `valmis` (published), `luonnos` (draft) … as the service says. */
  readonly state: string | null;
  /** Languages it says it is published in. */
  readonly languages: readonly Language[];
  /** Tells versions of the same curriculum apart: when its content was last published or changed, ISO 8601 in UTC. */
  readonly version: string | null;
  readonly decidedOn: LocalDate | null;
  readonly validFrom: LocalDate | null;
  /** Last day. */
  readonly validUntil: LocalDate | null;
  readonly transitionUntil: LocalDate | null;
  /** Who approved a local curriculum. */
  readonly approvedBy: string | null;
  /** Registry numbers of the curricula it replaces. */
  readonly replaces: readonly string[];
  readonly basis: Basis | null;
  readonly organisations: readonly Organisation[];
  readonly municipalities: readonly CodeReference[];
  readonly chapters: readonly Chapter[];
  readonly competences: readonly TransversalCompetence[];
  readonly stages: readonly Stage[];
  readonly subjects: readonly Subject[];
  readonly studyUnits: readonly StudyUnit[];
}
