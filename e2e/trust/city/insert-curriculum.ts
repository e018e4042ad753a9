import { insertEdition } from '@digione/curriculum/server';
import { demoCurriculum } from '@digione/demo';
import { readCurriculum } from '@digione/eperusteet';
import { asSystem } from '@digione/platform/db';
import type { World } from '@digione/app-server/testing';
import type { City } from './insert-city.ts';

/** A part of it that everybody may open. */
export const UNIT_KEY = 'oppiaine';

/** Two editions of a curriculum of the city's own, of which the older is in force. */
export async function insertCurriculum({ server }: World, city: City): Promise<void> {
  const { educationProviderId, newId, builders, subjectId } = city;
  for (const [key, published] of [['older', 1], ['newer', 2]] as const) {
    const text = JSON.stringify({ ...demoCurriculum(), globalVersion: { aikaleima: published }, diaarinumero: key })
      .replaceAll('"fi":"', `"fi":"${city.say('')}`)
      .replaceAll('"sv":"', `"sv":"${city.say('')}`);
    const { curriculum } = readCurriculum(text);
    const [first, ...others] = curriculum?.subjects ?? [];
    if (curriculum === null || first === undefined) throw new Error('The curriculum of the demo cannot be read.');
    const named = { ...curriculum, subjects: [{ ...first, key: UNIT_KEY }, ...others] };
    const editionId = await asSystem('a curriculum of the fixture', server.kernel.database, { educationProviderId, source: 'test' }, (tx) => insertEdition(tx, named));
    newId('edition', key, editionId);
  }
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => builders.insert(table, { ...row, source: 'test' });
  await insert('curriculum.adoption', { adoption_id: newId('edition', 'adoption'), education_form: 'basic-education', kind: 'national', edition_id: city.idOf('edition', 'older'), valid: '[2026-08-01,)' });
  await insert('curriculum.subject_meaning', { subject_meaning_id: newId('edition', 'meaning'), subject_id: subjectId, curriculum_key: 'national:9000001', element_key: UNIT_KEY });
  const draftId = newId('draft', 'own');
  await insert('curriculum.draft', { draft_id: draftId, education_form: 'basic-education', basis_edition_id: city.idOf('edition', 'older'), name: JSON.stringify({ fi: city.say('oma opetussuunnitelma') }) });
  await insert('curriculum.draft_part', {
    ...{ draft_part_id: newId('edition', 'draft part'), draft_id: draftId, kind: 'text', unit_key: UNIT_KEY, position: 1 },
    ...{ name: JSON.stringify({ fi: city.say('oma otsikko') }), body: JSON.stringify({ fi: city.say('oma teksti') }), created_by: city.idOf('person', 'main-user') },
  });
}
