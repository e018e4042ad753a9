import { toSafeHtml, type ContentArea, type Curriculum, type CurriculumModule, type LocalizedText, type Objective, type Section, type StudyUnit, type Subject, type SubjectStage } from '@digione/eperusteet';
import type { DraftPart } from '../../contract/index.ts';
import type { HoursCell } from './lesson-hours.ts';
import { subjectCodesOf } from './national-hours.ts';

export interface LocalCurriculum {
  readonly draftId: string;
  readonly name: DraftPart['name'];
  readonly parts: readonly DraftPart[];
  readonly hours: readonly HoursCell[];
  /** The decision that approves it; null of a draft that is only looked at. */
  readonly decision: { readonly at: string; readonly body: string; readonly decidedOn: string; readonly startsOn: string | null } | null;
}

type Parts = readonly DraftPart[];

const LANGUAGES = ['fi', 'sv'] as const;

const mapText = (text: DraftPart['name'], map: (text: string) => string): LocalizedText | null => {
  const found = LANGUAGES.flatMap((language) => (text[language] ? [[language, map(text[language])] as const] : []));
  return found.length === 0 ? null : Object.fromEntries(found);
};
const plain = (text: DraftPart['name']): LocalizedText | null => mapText(text, (one) => one);
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Paragraphs apart by an empty line; a line by itself stays one. */
const html = (text: DraftPart['name']): LocalizedText | null =>
  mapText(text, (one) => toSafeHtml(one.split(/\n\s*\n/).map((paragraph) => `<p>${escape(paragraph.trim()).replaceAll('\n', '<br>')}</p>`).join('')));

const sorted = (parts: Parts): DraftPart[] => parts.toSorted((one, other) => one.position - other.position);
const ofKind = (parts: Parts, kind: DraftPart['kind']): DraftPart[] => sorted(parts.filter((one) => one.kind === kind));

const objectiveOf = (part: DraftPart): Objective => ({
  ...{ key: part.draftPartId, id: null, path: '', label: part.code, text: plain(part.name), areaKey: null, basisKey: part.basisKey, isLocal: true },
  ...{ contentAreas: [], competences: [], focusAreas: [], criteria: [] },
  sections: plain(part.body) === null ? [] : [{ kind: 'paikallinen', title: null, text: html(part.body) }],
});
const contentOf = (part: DraftPart): ContentArea => ({ key: part.draftPartId, id: null, path: '', label: part.code, name: plain(part.name), description: html(part.body), items: [], basisKey: part.basisKey, isLocal: true });
const sectionOf = (part: DraftPart): Section => ({ kind: 'paikallinen', title: plain(part.name), text: html(part.body) });

/** National ones, each followed by what the provider says beside it; then what stands beside none. */
function interleave<T extends { readonly basisKey: string | null }>(national: readonly { readonly basis: string; readonly item: T }[], local: readonly T[]): T[] {
  const beside = (basis: string): T[] => local.filter(({ basisKey }) => basisKey === basis);
  const bases = new Set(national.map(({ basis }) => basis));
  return [...national.flatMap(({ basis, item }) => [item, ...beside(basis)]), ...local.filter(({ basisKey }) => basisKey === null || !bases.has(basisKey))];
}

const hoursSection = (hours: number): Section => {
  const text = (language: 'fi' | 'sv'): string => `<p>${String(hours).replace('.', ',')} ${language === 'fi' ? 'vuosiviikkotuntia' : 'årsveckotimmar'}</p>`;
  return { kind: 'tuntijako', title: { fi: 'Tuntijako', sv: 'Timfördelning' }, text: { fi: text('fi'), sv: text('sv') } };
};

/** A stage of a subject at one of its grade levels: the national objectives and contents dealt with then, and the provider's own. */
function gradeOf(stage: SubjectStage, gradeLevel: number, parts: Parts, hours: number | null): SubjectStage {
  const own = parts.filter((one) => one.unitKey === stage.key && one.gradeLevel === gradeLevel);
  const omitted = new Set(ofKind(own, 'omission').map(({ basisKey }) => basisKey));
  // The same objective returns year after year under one key.
  const suffix = `/vuosiluokka_${gradeLevel}`;
  const kept = stage.contentAreas.filter(({ key }) => !omitted.has(key));
  const keptKeys = new Set(kept.map(({ key }) => key));
  const objectives = stage.objectives.filter(({ key }) => !omitted.has(key)).map((one) => ({
    basis: one.key,
    item: {
      ...one,
      key: one.key + suffix,
      basisKey: one.key,
      contentAreas: one.contentAreas.filter((key) => keptKeys.has(key)).map((key) => key + suffix),
      criteria: one.criteria.map((criterion) => ({ ...criterion, key: criterion.key + suffix })),
    },
  }));
  const contents = kept.map((one) => ({ basis: one.key, item: { ...one, key: one.key + suffix, basisKey: one.key, items: one.items.map((item) => ({ ...item, key: item.key + suffix })) } }));
  return {
    ...{ key: stage.key + suffix, id: null, path: '', stage: stage.stage, gradeLevels: [gradeLevel], gradeLevelsApart: [] },
    sections: [...(hours === null ? [] : [hoursSection(hours)]), ...ofKind(own, 'text').map(sectionOf)],
    objectiveAreas: stage.objectiveAreas.map((area) => ({ ...area, key: area.key + suffix })),
    objectives: interleave(objectives, ofKind(own, 'objective').map(objectiveOf)).map((one) => (one.areaKey === null ? one : { ...one, areaKey: one.areaKey + suffix })),
    contentAreas: interleave(contents, ofKind(own, 'content').map(contentOf)),
  };
}

function hoursOf({ code }: Subject, cells: readonly HoursCell[]): Map<number, number> | null {
  const own = cells.filter((cell) => subjectCodesOf(cell.code).includes(code?.value ?? ''));
  return own.length === 0 ? null : new Map(own.map(({ gradeLevel, hours }) => [gradeLevel, hours]));
}

/** @param above of a syllabus: the hours of the subject it is one of */
function subjectOf(subject: Subject, local: LocalCurriculum, above: Map<number, number> | null): Subject {
  const hours = hoursOf(subject, local.hours) ?? above;
  const stages = subject.stages.map((stage): SubjectStage => {
    const hasOwn = (level: number): boolean => local.parts.some((part) => part.unitKey === stage.key && part.gradeLevel === level && part.kind !== 'omission');
    // Where hours are given, a subject is taught at the grade levels that have some.
    const levels = stage.gradeLevels.filter((level) => hours === null || hours.has(level) || hasOwn(level));
    return { ...stage, objectiveAreas: [], objectives: [], contentAreas: [], gradeLevelsApart: levels.map((level) => gradeOf(stage, level, local.parts, hours?.get(level) ?? null)) };
  });
  return { ...subject, stages, modules: subject.modules.map((module) => moduleOf(module, local.parts)), syllabi: subject.syllabi.map((syllabus) => subjectOf(syllabus, local, hours)) };
}

function moduleOf(module: CurriculumModule, parts: Parts): CurriculumModule {
  const own = parts.filter(({ unitKey }) => unitKey === module.key);
  if (own.length === 0) return module;
  const omitted = new Set(ofKind(own, 'omission').map(({ basisKey }) => basisKey));
  const national = <T extends { readonly key: string }>(list: readonly T[]) => list.filter(({ key }) => !omitted.has(key)).map((item) => ({ basis: item.key, item }));
  return {
    ...module,
    sections: [...module.sections, ...ofKind(own, 'text').map(sectionOf)],
    objectives: interleave(national(module.objectives), ofKind(own, 'objective').map(objectiveOf)),
    contentAreas: interleave(national(module.contentAreas), ofKind(own, 'content').map(contentOf)),
  };
}

function studyUnitOf(part: DraftPart, parts: Parts): StudyUnit {
  const own = parts.filter(({ unitKey }) => unitKey === part.draftPartId);
  return {
    ...{ key: part.draftPartId, id: null, path: '', code: part.code, name: plain(part.name), credits: part.credits, objectiveAreas: [], studyUnits: [], competences: [] },
    subjects: part.subjects.map((reference) => ({ reference, credits: null })),
    modules: part.modules.map((reference) => ({ reference, text: null })),
    sections: [...(plain(part.body) === null ? [] : [{ kind: 'kuvaus', title: null, text: html(part.body) }]), ...ofKind(own, 'text').map(sectionOf)],
    objectives: ofKind(own, 'objective').map(objectiveOf),
    contentAreas: ofKind(own, 'content').map(contentOf),
  };
}

/** The local curriculum as a whole: the national one at each grade level, with what the provider has decided and written. Read, searched and compared as any other. */
export function buildCurriculum(national: Curriculum, local: LocalCurriculum): Curriculum {
  const { draftId, parts, decision } = local;
  return {
    ...{ key: `own:${draftId}`, kind: 'local', structure: national.structure, id: draftId, name: plain(local.name), description: null, registryNumber: null, state: decision === null ? 'luonnos' : 'valmis' },
    ...{ educationType: national.educationType, languages: national.languages.filter((one) => one === 'fi' || one === 'sv'), version: decision?.at ?? null },
    ...{ decidedOn: decision?.decidedOn ?? null, validFrom: decision?.startsOn ?? null, validUntil: null, transitionUntil: null, approvedBy: decision?.body ?? null },
    basis: { id: national.id, registryNumber: national.registryNumber, name: national.name, version: national.version },
    ...{ replaces: [], organisations: [], municipalities: [], chapters: [] },
    ...{ competences: national.competences, stages: national.stages },
    subjects: national.subjects.map((subject) => subjectOf(subject, local, null)),
    studyUnits: ofKind(parts, 'study-unit').map((part) => studyUnitOf(part, parts)),
  };
}
