import { randomUUID } from 'node:crypto';
import { UNIT_KEY } from '../city/insert-curriculum.ts';
import type { Newcomers } from './newcomers.ts';
import type { Recipe } from './recipes.ts';

/** A draft nobody has written in, ready for a decision or not. */
async function newDraft(made: Newcomers, isSubmitted = false): Promise<string> {
  const draftId = randomUUID();
  const row = { draft_id: draftId, education_form: 'basic-education', basis_edition_id: made.city.idOf('edition', 'older'), name: JSON.stringify({ fi: 'Uusi' }), is_submitted: isSubmitted, source: 'test' };
  await made.city.builders.insert('curriculum.draft', row);
  return draftId;
}

/** A text in a new draft. */
async function newPart(made: Newcomers): Promise<{ draftId: string; draftPartId: string }> {
  const [draftId, draftPartId] = [await newDraft(made), randomUUID()];
  const row = { draft_part_id: draftPartId, draft_id: draftId, kind: 'text', unit_key: UNIT_KEY, position: 1, name: JSON.stringify({ fi: 'Otsikko' }), body: JSON.stringify({ fi: 'teksti' }), source: 'test' };
  await made.city.builders.insert('curriculum.draft_part', row);
  return { draftId, draftPartId };
}

const PART = { kind: 'text', unitKey: UNIT_KEY, gradeLevel: null, basisKey: null, code: null, name: { fi: 'Otsikko' }, body: { fi: 'toinen teksti' }, credits: null, modules: [], subjects: [], version: 1 };

export const curriculumRecipes: Readonly<Record<string, Recipe>> = {
  'curriculum.adoptEdition': async (made) => {
    const body = { educationForm: 'basic-education', editionId: made.city.idOf('edition', 'newer'), startsOn: `${made.year()}-08-01` };
    return { person: 'main-user', body, otherBody: { ...body, startsOn: `${made.year()}-08-01` } };
  },
  'curriculum.setSubjectMeaning': async (made) => {
    const body = { subjectId: await made.subject(), elementKey: UNIT_KEY };
    return { person: 'main-user', params: { editionId: made.city.idOf('edition', 'older') }, body, otherBody: { ...body, elementKey: null } };
  },
  'curriculum.createDraft': async (made) => {
    const body = { basisEditionId: made.city.idOf('edition', 'older'), name: { fi: 'Uusi opetussuunnitelma' } };
    return { person: 'main-user', body, otherBody: { ...body, name: { fi: 'Toinen' } } };
  },
  'curriculum.changeDraft': async (made) => {
    const body = { name: { fi: 'Muutettu' }, needsAnother: true, isSubmitted: false };
    return { person: 'main-user', params: { draftId: await newDraft(made) }, ifMatch: '"v1"', body, otherBody: { ...body, name: { fi: 'Toinen' } } };
  },
  'curriculum.setLessonHours': async (made) => {
    const body = { code: 'MA', gradeLevel: 5, hours: 4 };
    return { person: 'main-user', params: { draftId: await newDraft(made) }, body, otherBody: { ...body, hours: 3 } };
  },
  'curriculum.saveDraftPart': async (made) => ({ person: 'main-user', params: await newPart(made), body: PART, otherBody: { ...PART, body: { fi: 'kolmas' } } }),
  'curriculum.removeDraftPart': async (made) => ({ person: 'main-user', params: await newPart(made) }),
  'curriculum.restoreDraftChange': async (made) => {
    const { draftId, draftPartId } = await newPart(made);
    await made.city.builders.pool.query(`update curriculum.draft_part set body = '{"fi": "muutettu"}' where draft_part_id = $1`, [draftPartId]);
    const { rows } = await made.city.builders.pool.query<{ id: string }>('select row_history_id::text as id from platform.row_history where row_id = $1', [draftPartId]);
    return { person: 'main-user', params: { draftId, changeId: rows[0]?.id ?? '' } };
  },
  'curriculum.approveDraft': async (made) => {
    const body = { decisionBody: 'Sivistyslautakunta', decidedOn: '2026-11-20', paragraph: '§ 1', startsOn: null };
    return { person: 'main-user', params: { draftId: await newDraft(made, true) }, body, otherBody: { ...body, paragraph: '§ 2' } };
  },
};
