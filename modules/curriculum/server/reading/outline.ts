import type { SubjectLine, SubjectOutline, UnitPlace } from '../../contract/index.ts';

/** An edition's subjects, as they are listed. */
export interface ListedEdition {
  readonly editionId: string;
  readonly subjects: readonly SubjectLine[];
}

const unitsOf = ({ editionId, subjects }: ListedEdition, kind: 'module' | 'study-unit', key?: string): UnitPlace[] => {
  // Subjects and syllabi are known by the URI of their code in the national curriculum and in local ones alike. A study unit may stand under several.
  const found = subjects.filter((subject) => key === undefined || subject.key === key).flatMap(({ units }) => units.filter((unit) => unit.kind === kind));
  return [...new Map(found.map((unit) => [unit.key, { editionId, unit }])).values()];
};

/**
 * A subject's modules with the study units made of each. Modules are the opened edition's own where it has some, else the national one's; study
 * units those of the local one. A local subject often gathers modules of a national subject of another name: then those modules are told.
 */
export function outlineOf(key: string, opened: ListedEdition, others: readonly ListedEdition[]): SubjectOutline {
  const editions = [opened, ...others];
  const first = (list: readonly UnitPlace[][]): UnitPlace[] => list.find((units) => units.length > 0) ?? [];
  const own = first(editions.map((edition) => unitsOf(edition, 'module', key)));
  const codes = new Set(own.map(({ unit }) => unit.code));
  const allStudyUnits = first(editions.map((edition) => unitsOf(edition, 'study-unit')));
  const ofSubject = new Set(editions.flatMap((edition) => unitsOf(edition, 'study-unit', key)).map(({ unit }) => unit.key));
  const studyUnits = allStudyUnits.filter(({ unit }) => ofSubject.has(unit.key) || unit.modules.some((code) => codes.has(code)));
  const named = new Set(studyUnits.flatMap(({ unit }) => (ofSubject.has(unit.key) ? unit.modules : [])).filter((code) => !codes.has(code)));
  const elsewhere = named.size === 0 ? [] : editions.flatMap((edition) => unitsOf(edition, 'module')).filter(({ unit }) => unit.code !== null && named.has(unit.code));
  const gathered = [...new Map(elsewhere.toReversed().map((place) => [place.unit.code, place])).values()].toReversed();
  const modules = [...own, ...gathered];
  const told = new Set(modules.map(({ unit }) => unit.code));
  return {
    modules: modules.map((module) => ({ ...module, studyUnits: studyUnits.filter(({ unit }) => module.unit.code !== null && unit.modules.includes(module.unit.code)) })),
    studyUnits: studyUnits.filter(({ unit }) => !unit.modules.some((code) => told.has(code))),
  };
}
