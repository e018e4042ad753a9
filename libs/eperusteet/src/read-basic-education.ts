import type { Stage, Subject, SubjectStage } from './curriculum.ts';
import type { Part } from './part.ts';
import { readContentAreas, readObjectives, remember, resolve, type KeyIndex } from './read-objectives.ts';
import { indexOf, readCode, readCompetenceNotes, readFocusAreas, readSections } from './read-sections.ts';

/** What subjects and stages of one curriculum refer to in each other. */
export interface BasicEducationIndex {
  readonly competences: KeyIndex;
  readonly stages: KeyIndex;
  /** Grade levels by the stage's key. */
  readonly gradeLevels: Map<string, readonly number[]>;
  /** Numbers of the subjects a provider has hidden in a stage, by the stage's key. */
  readonly hidden: Map<string, ReadonlySet<string>>;
  /** Content areas of all subjects: objectives may refer to those of their subject's other parts. */
  readonly contentAreas: KeyIndex;
}

export const makeIndex = (competences: KeyIndex): BasicEducationIndex => ({ competences, stages: new Map(), gradeLevels: new Map(), hidden: new Map(), contentAreas: new Map() });

/** `vuosiluokka_7` or `VUOSILUOKKA_7` → 7; “Vuosiluokat 3-6” → 3, 4, 5, 6. */
function toGradeLevel(word: string): number[] {
  const range = /(\d)\s*[-–—]\s*(\d)/.exec(word);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  }
  const single = /(?:^|_|\D)([1-9])$/.exec(word);
  return single ? [Number(single[1])] : [];
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((one, other) => one - other);

/** A stage of grade levels. Local curricula wrap it: `{oma, vuosiluokkakokonaisuus: {…}}`. */
export function readStages(part: Part, name: string, index: BasicEducationIndex): Stage[] {
  return part.parts(name).map((given, place) => {
    const stage = given.part('vuosiluokkakokonaisuus') ?? given;
    given.skip('oma');
    // What the template says that a local curriculum was made from.
    given.leaveOut('pohjanVuosiluokkakokonaisuus');
    const hidden = given.part('lisatieto')?.words('piilotetutOppiaineet') ?? [];
    const [id, uuid] = [stage.id(), stage.uuid()];
    const title = stage.plain('nimi');
    const key = stage.reading.keys.take({ uuid, id, place: `${stage.path}#${place}` }, stage.path);
    remember(index.stages, stage, key);
    const told = stage.words('vuosiluokat').flatMap(toGradeLevel);
    const gradeLevels = ascending(told.length > 0 ? told : toGradeLevel(title?.fi ?? title?.sv ?? ''));
    index.gradeLevels.set(key, gradeLevels);
    index.hidden.set(key, new Set(hidden));
    const competences = [...readCompetenceNotes(stage, 'laajaalaisetOsaamiset'), ...readCompetenceNotes(stage, 'laajaalaisetosaamiset')].map((note) => ({
      ...note,
      reference: resolve([note.reference], index.competences, stage.at('laajaalaisetOsaamiset'), stage)[0] ?? note.reference,
    }));
    const focusAreas = readFocusAreas(stage, 'opetuksenKohdealueet');
    const read = { key, id, path: stage.path, name: title, gradeLevels, competences, focusAreas, sections: readSections(stage) };
    stage.close();
    if (stage !== given) given.close();
    return read;
  });
}

/** One grade level of a subject in a local curriculum. */
function readGradeLevel(part: Part, subjectKey: string, stage: string | null, index: BasicEducationIndex, focusAreas: KeyIndex): SubjectStage {
  const word = part.word('vuosiluokka') ?? '';
  const gradeLevels = toGradeLevel(word);
  const contents: KeyIndex = new Map(index.contentAreas);
  const suffix = `/${word === '' ? part.path : word.toLowerCase()}`;
  const key = part.reading.keys.take({ uri: `${subjectKey}${suffix}`, place: part.path }, part.path);
  const contentAreas = readContentAreas(part, key, contents, suffix);
  const objectives = readObjectives(part, { ...index, focusAreas, contentAreas: contents, parentKey: key, suffix });
  const sections = readSections(part);
  const read = { key, id: part.id(), path: part.path, stage, gradeLevels, sections, objectiveAreas: [], objectives, contentAreas, gradeLevelsApart: [] };
  part.close();
  return read;
}

function readSubjectStage(part: Part, subjectKey: string, index: BasicEducationIndex, focusAreas: KeyIndex): SubjectStage {
  const reference = part.reference('vuosiluokkaKokonaisuus', 'vuosiluokkakokonaisuus');
  const [stage = null] = reference === null ? [] : resolve([reference], index.stages, part.at('vuosiluokkakokonaisuus'), part);
  const id = part.id();
  // Not an entity one meets elsewhere: it is the subject in that stage.
  const key = part.reading.keys.take({ uri: stage === null ? null : `${subjectKey}/${stage}`, id, place: part.path }, part.path);
  const contentAreas = readContentAreas(part, key, index.contentAreas);
  const objectives = readObjectives(part, { ...index, focusAreas, parentKey: key });
  const own = part.words('vuosiluokat').flatMap(toGradeLevel);
  const apart = (own.length > 0 ? [] : part.parts('vuosiluokat')).map((level) => readGradeLevel(level, subjectKey, stage, index, focusAreas));
  const gradeLevelsApart = apart.toSorted((one, other) => (one.gradeLevels[0] ?? 0) - (other.gradeLevels[0] ?? 0));
  const gradeLevels = own.length > 0 ? ascending(own) : ((stage === null ? undefined : index.gradeLevels.get(stage)) ?? ascending(gradeLevelsApart.flatMap((level) => level.gradeLevels)));
  part.skip('oppiaine', 'piilotettu');
  const sections = readSections(part);
  part.close();
  return { key, id, path: part.path, stage, gradeLevels, sections, objectiveAreas: [], objectives, contentAreas, gradeLevelsApart };
}

/** A subject, with its syllabi. Local curricula wrap it: `{oma, jnro, oppiaine: {…}}`. */
function readSubject(given: Part, index: BasicEducationIndex, isLocalCurriculum: boolean, around?: KeyIndex): Subject {
  const part = given.part('oppiaine') ?? given;
  given.skip('oma', 'jnro');
  const [id, uuid] = [part.id(), part.uuid()];
  const code = readCode(part);
  const name = part.plain('nimi');
  const key = part.reading.keys.take({ uuid, uri: code?.uri ?? null, id, place: part.path }, part.path);
  if (!name) part.reading.findings.add('warning', 'missing-name', part.path);
  const focusAreas = readFocusAreas(part, 'kohdealueet');
  const focusIndex = indexOf(focusAreas, around);
  const stages = part
    .parts('vuosiluokkakokonaisuudet')
    .filter((stage) => stage.flag('piilotettu') !== true)
    .map((stage) => readSubjectStage(stage, key, index, focusIndex))
    .filter(({ stage }) => id === null || stage === null || index.hidden.get(stage)?.has(id) !== true)
    .toSorted((one, other) => (one.gradeLevels[0] ?? 0) - (other.gradeLevels[0] ?? 0));
  const extent = part.number('laajuus');
  const kind = part.word('tyyppi');
  const related = part.reference('liittyvaOppiaine');
  part.skip('valinnainenTyyppi', 'oppiaine');
  part.leaveOut('pohjanOppiaine');
  const isLocal = isLocalCurriculum && kind !== null && kind.toLowerCase() !== 'yhteinen';
  const subject = {
    ...{ key, id, path: part.path, code, name, stages, focusAreas, localCode: null, stage: null },
    isLocal,
    basisReference: related ?? (isLocalCurriculum && !isLocal ? uuid : null),
    extent: extent === null ? null : { minimum: extent, maximum: extent },
    ...{ competences: [], modules: [], objectiveAreas: [], objectives: [], contentAreas: [] },
    syllabi: part.parts('oppimaarat').map((syllabus) => readSubject(syllabus, index, isLocalCurriculum, focusIndex)),
  };
  const sections = readSections(part);
  part.close();
  if (part !== given) given.close();
  return { ...subject, sections };
}

export function readSubjects(part: Part, index: BasicEducationIndex, isLocalCurriculum = false): Subject[] {
  return part.parts('oppiaineet').map((subject) => readSubject(subject, index, isLocalCurriculum));
}
