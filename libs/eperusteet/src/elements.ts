import type {
  Chapter,
  CompetenceNote,
  Curriculum,
  CurriculumModule,
  FocusArea,
  PartKey,
  PartOfCurriculum,
  Section,
  Stage,
  StudyUnit,
  Subject,
  SubjectStage,
  Teaching,
  TransversalCompetence,
} from './curriculum.ts';
import type { LocalizedText } from './texts.ts';

export type ElementKind =
  | 'chapter'
  | 'competence'
  | 'content-area'
  | 'content-item'
  | 'criterion'
  | 'curriculum'
  | 'focus-area'
  | 'module'
  | 'objective'
  | 'objective-area'
  | 'stage'
  | 'study-unit'
  | 'subject'
  | 'subject-stage';

/** One part of a curriculum on its own, with the key of the part it belongs to: a row for a table, a unit for search and comparison. */
export interface CurriculumElement {
  readonly kind: ElementKind;
  readonly key: PartKey;
  /** Null for the curriculum itself. */
  readonly parentKey: PartKey | null;
  /** Place among all elements of the curriculum, from 0. */
  readonly order: number;
  readonly path: string;
  /** Number or code: `T8`, `S1`, `BI1`, `8` for a criterion's mark. */
  readonly label: string | null;
  /** What it is called; for objectives and content items the text itself. */
  readonly name: LocalizedText | null;
  /** Its texts by field: `name` is plain, others are safe HTML. Sections are `section:` and their kind. */
  readonly texts: ReadonlyArray<{ readonly field: string; readonly text: LocalizedText }>;
  /** What else it says: credits, grade levels, references. */
  readonly facts: ReadonlyArray<{ readonly field: string; readonly value: string }>;
}

type Draft = Omit<CurriculumElement, 'order'>;
type Text = CurriculumElement['texts'][number];
type FactValue = string | number | boolean | null | readonly (string | number)[];

const textsOf = (texts: Readonly<Record<string, LocalizedText | null>>): Text[] => Object.entries(texts).flatMap(([field, text]) => (text ? [{ field, text }] : []));

const sectionTexts = (sections: readonly Section[]): Text[] =>
  sections.flatMap(({ kind, title, text }) => textsOf({ [`section:${kind}:title`]: title, [`section:${kind}`]: text }));

const noteTexts = (notes: readonly CompetenceNote[]): Text[] => notes.flatMap(({ reference, text }) => textsOf({ [`competence:${reference}`]: text }));

const factsOf = (facts: Readonly<Record<string, FactValue>>): CurriculumElement['facts'] =>
  Object.entries(facts).flatMap(([field, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [{ field, value: Array.isArray(value) ? value.join(' ') : String(value) }];
  });

function draft(kind: ElementKind, parentKey: PartKey, part: PartOfCurriculum, name: LocalizedText | null, rest: Partial<Draft>): Draft {
  const { label = null, texts = [], facts = [] } = rest;
  return { kind, key: part.key, parentKey, path: part.path, label, name, texts: [...textsOf({ name }), ...texts], facts };
}

function* ofFocusAreas(areas: readonly FocusArea[], parentKey: PartKey): Generator<Draft> {
  for (const area of areas) yield draft('focus-area', parentKey, area, area.name, { texts: textsOf({ description: area.description }) });
}

function* ofTeaching(teaching: Teaching, parentKey: PartKey): Generator<Draft> {
  for (const area of teaching.objectiveAreas) yield draft('objective-area', parentKey, area, area.name, { texts: textsOf({ lead: area.lead }) });
  for (const objective of teaching.objectives) {
    const { label, contentAreas, competences, focusAreas, areaKey } = objective;
    const facts = factsOf({ contentAreas, competences, focusAreas, area: areaKey, isLocal: objective.isLocal ?? null });
    yield draft('objective', parentKey, objective, objective.text, { label, facts, texts: sectionTexts(objective.sections) });
    for (const criterion of objective.criteria) {
      const mark = criterion.mark === null ? null : String(criterion.mark);
      yield draft('criterion', objective.key, criterion, criterion.target, { label: mark, facts: factsOf({ mark }), texts: textsOf({ text: criterion.text }) });
    }
  }
  for (const area of teaching.contentAreas) {
    yield draft('content-area', parentKey, area, area.name, { label: area.label, facts: factsOf({ isLocal: area.isLocal ?? null }), texts: textsOf({ description: area.description }) });
    for (const item of area.items) yield draft('content-item', area.key, item, item.text, {});
  }
}

function* ofChapter(chapter: Chapter, parentKey: PartKey): Generator<Draft> {
  yield draft('chapter', parentKey, chapter, chapter.name, { texts: sectionTexts(chapter.sections) });
  for (const child of chapter.chapters) yield* ofChapter(child, chapter.key);
}

function* ofModule(module: CurriculumModule, parentKey: PartKey): Generator<Draft> {
  const { credits, isCompulsory, subjectObjectives } = module;
  const facts = factsOf({ code: module.code?.uri ?? null, credits, isCompulsory, subjectObjectives });
  yield draft('module', parentKey, module, module.name, { label: module.code?.value ?? null, facts, texts: sectionTexts(module.sections) });
  yield* ofTeaching(module, module.key);
}

function* ofSubjectStage(stage: SubjectStage, parentKey: PartKey): Generator<Draft> {
  const facts = factsOf({ stage: stage.stage, gradeLevels: stage.gradeLevels });
  yield draft('subject-stage', parentKey, stage, null, { label: [...new Set([stage.gradeLevels[0], stage.gradeLevels.at(-1)])].filter((level) => level !== undefined).join('–') || null, facts, texts: sectionTexts(stage.sections) });
  yield* ofTeaching(stage, stage.key);
  for (const level of stage.gradeLevelsApart) yield* ofSubjectStage(level, stage.key);
}

function* ofSubject(subject: Subject, parentKey: PartKey): Generator<Draft> {
  const { stage, isLocal, basisReference, extent } = subject;
  const facts = factsOf({ code: subject.code?.uri ?? null, stage, isLocal: isLocal || null, basisReference, minimum: extent?.minimum ?? null, maximum: extent?.maximum ?? null });
  const texts = [...sectionTexts(subject.sections), ...noteTexts(subject.competences)];
  yield draft('subject', parentKey, subject, subject.name, { label: subject.code?.value ?? subject.localCode, facts, texts });
  yield* ofFocusAreas(subject.focusAreas, subject.key);
  yield* ofTeaching(subject, subject.key);
  for (const part of subject.stages) yield* ofSubjectStage(part, subject.key);
  for (const module of subject.modules) yield* ofModule(module, subject.key);
  for (const syllabus of subject.syllabi) yield* ofSubject(syllabus, subject.key);
}

function* ofStage(stage: Stage, parentKey: PartKey): Generator<Draft> {
  const texts = [...sectionTexts(stage.sections), ...noteTexts(stage.competences)];
  yield draft('stage', parentKey, stage, stage.name, { facts: factsOf({ gradeLevels: stage.gradeLevels }), texts });
  yield* ofFocusAreas(stage.focusAreas, stage.key);
}

function* ofStudyUnit(unit: StudyUnit, parentKey: PartKey): Generator<Draft> {
  const facts = factsOf({
    credits: unit.credits,
    subjects: unit.subjects.map(({ reference }) => reference),
    modules: unit.modules.map(({ reference }) => reference),
    studyUnits: unit.studyUnits,
    competences: unit.competences.map(({ reference }) => reference),
  });
  yield draft('study-unit', parentKey, unit, unit.name, { label: unit.code, facts, texts: [...sectionTexts(unit.sections), ...noteTexts(unit.competences)] });
  yield* ofTeaching(unit, unit.key);
}

const ofCompetence = (competence: TransversalCompetence, parentKey: PartKey): Draft =>
  draft('competence', parentKey, competence, competence.name, { label: competence.label, texts: textsOf({ description: competence.description }) });

function* drafts(curriculum: Curriculum): Generator<Draft> {
  const { key, name, description, registryNumber, state, decidedOn, validFrom, validUntil, transitionUntil } = curriculum;
  const facts = factsOf({ registryNumber, state, decidedOn, validFrom, validUntil, transitionUntil });
  yield { kind: 'curriculum', key, parentKey: null, path: '', label: registryNumber, name, texts: textsOf({ name, description }), facts };
  for (const chapter of curriculum.chapters) yield* ofChapter(chapter, key);
  for (const competence of curriculum.competences) yield ofCompetence(competence, key);
  for (const stage of curriculum.stages) yield* ofStage(stage, key);
  for (const subject of curriculum.subjects) yield* ofSubject(subject, key);
  for (const unit of curriculum.studyUnits) yield* ofStudyUnit(unit, key);
}

/**
 * Every part of a curriculum in the order of the document, parents before children.
 * @returns as many as 20 000 elements for the core curriculum of basic education
 */
export function* listElements(curriculum: Curriculum): Generator<CurriculumElement> {
  let order = 0;
  for (const element of drafts(curriculum)) yield { ...element, order: order++ };
}
