import type { CurriculumModule, Stage, Subject } from './curriculum.ts';
import type { Part } from './part.ts';
import { readContentAreas, readObjectives, resolve, type KeyIndex } from './read-objectives.ts';
import { indexOf, readCode, readFocusAreas, readSections } from './read-sections.ts';

interface Phase {
  readonly key: string;
  readonly competences: KeyIndex;
  readonly focusAreas: KeyIndex;
}

function readCourse(part: Part, objectives: KeyIndex): CurriculumModule {
  const [id, uuid] = [part.id(), part.uuid()];
  const code = readCode(part);
  const course = {
    ...{ key: part.reading.keys.take({ uuid, uri: code?.uri ?? null, id, place: part.path }, part.path), id, path: part.path, code },
    name: part.plain('nimi'),
    credits: null,
    isCompulsory: null,
    subjectObjectives: resolve(part.references('tavoitteet'), objectives, part.at('tavoitteet'), part),
    ...{ objectiveAreas: [], objectives: [], contentAreas: [] },
  };
  part.skip('vaihe', 'oppiaine');
  const sections = readSections(part);
  part.close();
  return { ...course, sections };
}

function readSubject(part: Part, phase: Phase, objectivesAround?: KeyIndex): Subject {
  const [id, uuid] = [part.id(), part.uuid()];
  const code = readCode(part);
  const name = part.plain('nimi');
  const key = part.reading.keys.take({ uuid, uri: code?.uri ?? null, id, place: part.path }, part.path);
  if (!name) part.reading.findings.add('warning', 'missing-name', part.path);
  const contents: KeyIndex = new Map();
  const contentAreas = readContentAreas(part, key, contents);
  const objectives = readObjectives(part, { ...phase, contentAreas: contents, parentKey: key });
  // A syllabus may have its courses work towards the objectives of the whole subject.
  const objectiveIndex = indexOf(objectives, objectivesAround);
  const subject = {
    ...{ key, id, path: part.path, code, name, stage: phase.key, localCode: null, isLocal: false, basisReference: null, extent: null },
    ...{ focusAreas: [], competences: [], stages: [], objectiveAreas: [], objectives, contentAreas },
    modules: part.parts('kurssit').map((course) => readCourse(course, objectiveIndex)),
    syllabi: part.parts('oppimaarat').map((syllabus) => readSubject(syllabus, phase, objectiveIndex)),
  };
  part.skip('vaihe', 'oppiaine');
  const sections = readSections(part);
  part.close();
  return { ...subject, sections };
}

/** Phases (lukutaitovaihe, alkuvaihe, päättövaihe) and the subjects of each. */
export function readPhases(part: Part, competences: KeyIndex): { readonly stages: Stage[]; readonly subjects: Subject[] } {
  const stages: Stage[] = [];
  const subjects: Subject[] = [];
  for (const phase of part.parts('vaiheet')) {
    const [id, uuid] = [phase.id(), phase.uuid()];
    const key = phase.reading.keys.take({ uuid, id, place: phase.path }, phase.path);
    const name = phase.plain('nimi');
    const focusAreas = readFocusAreas(phase, 'opetuksenKohdealueet');
    const around: Phase = { key, competences, focusAreas: indexOf(focusAreas) };
    subjects.push(...phase.parts('oppiaineet').map((subject) => readSubject(subject, around)));
    stages.push({ key, id, path: phase.path, name, gradeLevels: [], competences: [], focusAreas, sections: readSections(phase) });
    phase.close();
  }
  return { stages, subjects };
}
