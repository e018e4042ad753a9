import type { ContentArea, Objective, StudyUnit } from './curriculum.ts';
import type { Part } from './part.ts';
import { readCode, readCompetenceNotes, readSections } from './read-sections.ts';

/** A list of `{kuvaus: text}`, or of texts. */
function readDescribed(part: Part, name: string): ReadonlyArray<{ readonly text: StudyUnit['name']; readonly uuid: string | null; readonly path: string }> {
  if (part.isTextList(name)) return part.texts(name);
  return part.parts(name).map((item) => {
    const read = { text: item.plain('kuvaus'), uuid: item.textUuid('kuvaus'), path: item.path };
    item.close();
    return read;
  });
}

function readStudyUnit(part: Part): StudyUnit {
  const id = part.id();
  const code = part.word('koodi');
  const key = part.reading.keys.take({ uuid: part.uuid(), id, uri: id === null && code !== null ? `opintojakso:${code}` : null, place: part.path }, part.path);
  const name = part.plain('nimi');
  if (!name) part.reading.findings.add('warning', 'missing-name', part.path, code ?? '');
  const take = (uuid: string | null, place: string, path: string): string => part.reading.keys.take({ uuid, place: `${key}/${place}` }, path);
  const objectives = readDescribed(part, 'tavoitteet').map(
    ({ text, uuid, path }, index): Objective => ({
      ...{ key: take(uuid, `objectives/${index + 1}`, path), id: null, path, label: null, text, areaKey: null },
      ...{ contentAreas: [], competences: [], focusAreas: [], criteria: [], sections: [], basisKey: null },
    }),
  );
  const items = readDescribed(part, 'keskeisetSisallot').map(({ text, uuid, path }, index) => ({ key: take(uuid, `contents/${index + 1}`, path), id: null, path, text }));
  const contentAreas: ContentArea[] =
    items.length === 0 ? [] : [{ key: take(null, 'contents', part.path), id: null, path: part.at('keskeisetSisallot'), label: null, name: null, description: null, items, basisKey: null }];
  const unit = {
    ...{ key, id, path: part.path, code, name, objectiveAreas: [], objectives, contentAreas },
    credits: part.number('laajuus'),
    subjects: part.parts('oppiaineet').flatMap((subject) => {
      const reference = subject.peek('koodi') ? (readCode(subject)?.uri ?? null) : (subject.word('koodi') ?? subject.word('koodiUri'));
      const credits = subject.number('laajuus');
      subject.close();
      return reference === null ? [] : [{ reference, credits }];
    }),
    modules: part.parts('moduulit').flatMap((module) => {
      const reference = module.word('koodiUri') ?? readCode(module)?.uri ?? null;
      const text = module.html('kuvaus');
      module.skip('koodi');
      module.close();
      return reference === null ? [] : [{ reference, text }];
    }),
    studyUnits: part.parts('paikallisetOpintojaksot').flatMap((other) => other.word('koodi') ?? []),
    competences: readCompetenceNotes(part, 'laajaAlainenOsaaminen'),
  };
  part.skip('tuotu');
  const sections = readSections(part);
  part.close();
  return { ...unit, sections };
}

/** The local study units of an upper-secondary school. */
export function readStudyUnits(part: Part): StudyUnit[] {
  return part.parts('opintojaksot').map(readStudyUnit);
}
