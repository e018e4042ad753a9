import type { ContentArea, CurriculumModule, Objective, ObjectiveArea, Subject } from './curriculum.ts';
import type { Part } from './part.ts';
import { readCode, readCompetenceNotes, readSections } from './read-sections.ts';

type Goals = Pick<CurriculumModule, 'objectiveAreas' | 'objectives'>;

/** `{nimi, kohde, tavoitteet: [text]}`: a heading, the beginning of the sentence, and its ends. */
function readArea(part: Part, parentKey: string, index: number): { readonly area: ObjectiveArea; readonly objectives: Objective[] } {
  const place = `${parentKey}/areas/${index + 1}`;
  const name = part.plain('nimi');
  const textUuid = part.textUuid(name ? 'nimi' : 'kohde');
  const key = part.reading.keys.take({ textUuid, id: part.id(), place }, part.path);
  const area = { key, id: null, path: part.path, name, lead: part.plain('kohde') };
  const objectives = part.texts('tavoitteet').map(({ uuid, text, path }, position) => ({
    key: part.reading.keys.take({ uuid, place: `${key}/objectives/${position + 1}` }, path),
    ...{ id: null, path, label: null, text, areaKey: key },
    ...{ contentAreas: [], competences: [], focusAreas: [], criteria: [], sections: [], basisKey: null },
  }));
  part.close();
  return { area, objectives };
}

const together = (read: ReadonlyArray<ReturnType<typeof readArea>>): Goals => ({
  objectiveAreas: read.map(({ area }) => area),
  objectives: read.flatMap(({ objectives }) => objectives),
});

function readContents(part: Part, moduleKey: string): ContentArea[] {
  return part.parts('sisallot').map((contents, index) => {
    const place = `${moduleKey}/contents/${index + 1}`;
    const key = contents.reading.keys.take({ textUuid: contents.textUuid('kohde'), id: contents.id(), place }, contents.path);
    const name = contents.plain('kohde');
    const items = contents.texts('sisallot').map(({ uuid, text, path }, position) => ({
      key: contents.reading.keys.take({ uuid, place: `${key}/items/${position + 1}` }, path),
      ...{ id: null, path, text },
    }));
    const description = contents.html('kuvaus');
    contents.close();
    return { key, id: null, path: contents.path, label: null, name, description, items, basisKey: null };
  });
}

function readModule(part: Part): CurriculumModule {
  const id = part.id();
  const code = readCode(part);
  const key = part.reading.keys.take({ uuid: part.uuid(), uri: code?.uri ?? null, id, place: part.path }, part.path);
  const name = part.plain('nimi');
  if (!name) part.reading.findings.add('warning', 'missing-name', part.path, code?.value ?? '');
  const goals = part.part('tavoitteet');
  const module = {
    ...{ key, id, path: part.path, code, name, subjectObjectives: [] },
    credits: part.number('laajuus'),
    isCompulsory: part.flag('pakollinen'),
    ...together(goals ? [readArea(goals, key, 0)] : []),
    contentAreas: readContents(part, key),
  };
  const sections = readSections(part);
  part.close();
  return { ...module, sections };
}

/** Objectives of a subject: an introduction and areas. */
function readGoals(part: Part, key: string): Goals & { readonly introduction: Subject['sections'] } {
  const goals = part.part('tavoitteet');
  const areas = goals?.parts('tavoitealueet').map((area, index) => readArea(area, key, index)) ?? [];
  const introduction = goals ? readSections(goals).map((section) => ({ ...section, kind: 'tavoitteet' })) : [];
  goals?.close();
  return { ...together(areas), introduction };
}

/**
 * A subject of LOPS2021, with its syllabi. Also local ones, which have a short code in place of a code URI.
 */
function readSubject(part: Part, isLocal: boolean): Subject {
  const id = part.id();
  const localCode = isLocal && !part.peek('koodi') ? part.word('koodi') : null;
  const code = localCode === null ? readCode(part) : null;
  const key = part.reading.keys.take({ uuid: part.uuid(), uri: code?.uri ?? null, id, place: part.path }, part.path);
  const name = part.plain('nimi');
  if (!name) part.reading.findings.add('warning', 'missing-name', part.path, code?.value ?? localCode ?? '');
  const { introduction, ...goals } = readGoals(part, key);
  const subject = {
    ...{ key, id, path: part.path, code, localCode, name, stage: null, isLocal, extent: null, stages: [], focusAreas: [], contentAreas: [], ...goals },
    basisReference: part.word('perusteenOppiaineUri'),
    competences: readCompetenceNotes(part, 'laajaAlainenOsaaminen'),
    modules: part.parts('moduulit').map(readModule),
    syllabi: part.parts('oppimaarat').map((syllabus) => readSubject(syllabus, isLocal)),
  };
  // Which study units belong to it is told by the study units themselves.
  part.skip('opintojaksot', 'oppiaine');
  const sections = [...introduction, ...readSections(part)];
  part.close();
  return { ...subject, sections };
}

export function readUpperSecondarySubjects(part: Part, name: string, isLocal = false): Subject[] {
  return part.parts(name).map((subject) => readSubject(subject, isLocal));
}
