import type { ContentArea, Objective, Subject } from './curriculum.ts';
import type { Part } from './part.ts';
import { readCode, readSections } from './read-sections.ts';

/** Parts of preparatory education (TUVA): what subjects are elsewhere, with an extent from–to and objectives in sentences. */
export function readProgrammeParts(part: Part): Subject[] {
  return part.parts('koulutuksenOsat').map((given): Subject => {
    const id = given.id();
    const code = readCode(given);
    const key = given.reading.keys.take({ uuid: given.uuid(), uri: code?.uri ?? null, id, place: given.path }, given.path);
    const name = given.plain('nimi');
    const lead = given.plain('tavoitteenKuvaus');
    const areaKey = lead ? given.reading.keys.take({ textUuid: given.textUuid('tavoitteenKuvaus'), place: `${key}/areas/1` }, given.path) : null;
    const objectives = given.texts('tavoitteet').map(
      ({ uuid, text, path }, index): Objective => ({
        ...{ key: given.reading.keys.take({ uuid, place: `${key}/objectives/${index + 1}` }, path), id: null, path, label: null, text, areaKey },
        ...{ contentAreas: [], competences: [], focusAreas: [], criteria: [], sections: [], basisKey: null },
      }),
    );
    const contents = given.html('keskeinenSisalto');
    const contentAreas: ContentArea[] = contents
      ? [
          {
            ...{ key: given.reading.keys.take({ place: `${key}/contents`, textUuid: given.textUuid('keskeinenSisalto') }, given.path), id: null },
            ...{ path: given.at('keskeinenSisalto'), label: null, name: null, description: contents, items: [], basisKey: null },
          },
        ]
      : [];
    const [minimum, maximum] = [given.number('laajuusMinimi'), given.number('laajuusMaksimi')];
    given.skip('koulutusOsanKoulutustyyppi', 'koulutusOsanTyyppi', 'tunniste');
    const sections = readSections(given);
    given.close();
    return {
      ...{ key, id, path: given.path, code, localCode: null, name, stage: null, isLocal: false, basisReference: null },
      ...{ extent: { minimum, maximum }, focusAreas: [], competences: [], stages: [], modules: [], syllabi: [] },
      ...{ objectiveAreas: areaKey === null ? [] : [{ key: areaKey, id: null, path: given.at('tavoitteenKuvaus'), name: null, lead }] },
      ...{ objectives, contentAreas, sections },
    };
  });
}
