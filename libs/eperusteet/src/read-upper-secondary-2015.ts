import type { CurriculumModule, Subject } from './curriculum.ts';
import type { Part } from './part.ts';
import { readCode, readSections } from './read-sections.ts';

function readCourse(part: Part): CurriculumModule {
  const id = part.id();
  const code = readCode(part);
  const kind = part.word('tyyppi');
  const course = {
    ...{ key: part.reading.keys.take({ uuid: part.uuid(), uri: code?.uri ?? null, id, place: part.path }, part.path), id, path: part.path, code },
    name: part.plain('nimi'),
    credits: null,
    isCompulsory: kind === null ? null : /pakollinen/i.test(kind),
    ...{ subjectObjectives: [], objectiveAreas: [], objectives: [], contentAreas: [] },
  };
  part.skip('oppiaineId', 'lokalisoituKoodi', 'tunniste');
  const sections = readSections(part);
  part.close();
  return { ...course, sections };
}

/** Local curricula wrap it: `{tiedot: {…}, oppimaarat: [{…}]}`. */
function readSubject(given: Part): Subject {
  const part = given.part('tiedot') ?? given;
  const id = part.id();
  const code = readCode(part);
  const subject = {
    ...{ key: part.reading.keys.take({ uuid: part.uuid(), uri: code?.uri ?? null, id, place: part.path }, part.path), id, path: part.path, code },
    name: part.plain('nimi'),
    ...{ localCode: null, stage: null, isLocal: false, basisReference: null, extent: null },
    ...{ focusAreas: [], competences: [], stages: [], objectiveAreas: [], objectives: [], contentAreas: [] },
    modules: part.parts('kurssit').map(readCourse),
    syllabi: given.parts('oppimaarat').map(readSubject),
  };
  part.skip('parentId', 'tunniste');
  const sections = readSections(part);
  part.close();
  if (part !== given) given.close();
  return { ...subject, sections };
}

/** Subjects and courses of the upper-secondary curricula of 2015: objectives and contents are texts. */
export function readSubjects2015(part: Part): Subject[] {
  return part.parts('oppiaineet').map(readSubject);
}
