import type { TransversalCompetence } from './curriculum.ts';
import type { Part } from './part.ts';
import { remember, type KeyIndex } from './read-objectives.ts';
import { readCode } from './read-sections.ts';
import type { LocalizedText } from './texts.ts';

/** `L1` of “Ajattelu ja oppimaan oppiminen (L1)”, “L1 …” or, in Swedish, “(K1)”. */
function findCompetenceLabel(name: LocalizedText | null): string | null {
  const pattern = /(?:^|\()\s*[LK]\s?(\d{1,2})(?:\)|\b)/;
  const found = pattern.exec(name?.fi ?? '') ?? pattern.exec(name?.sv ?? '');
  return found ? `L${found[1] ?? ''}` : null;
}

/** Transversal competences, remembered under number, UUID and code. */
export function readCompetences(part: Part | null, name: string, index: KeyIndex): TransversalCompetence[] {
  return (part?.parts(name) ?? []).map((competence, place) => {
    const [id, uuid] = [competence.id(), competence.uuid()];
    const code = readCode(competence);
    const title = competence.plain('nimi');
    const key = competence.reading.keys.take({ uuid, uri: code?.uri ?? null, id, place: `${competence.path}#${place}` }, competence.path);
    remember(index, competence, key);
    if (code) index.set(code.uri, key);
    const read = {
      key,
      id,
      path: competence.path,
      label: code && !findCompetenceLabel(title) ? code.value : findCompetenceLabel(title),
      code,
      name: title,
      description: competence.html('kuvaus'),
    };
    competence.close();
    return read;
  });
}
