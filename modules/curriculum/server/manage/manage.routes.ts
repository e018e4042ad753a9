import * as contract from '@digione/curriculum/contract';
import { invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { manageCurriculum } from '../actions.ts';
import { findEdition, listAdoptions, listEditions, withoutOwner, type ReadableEdition } from '../editions/editions.queries.ts';
import { getDocument } from '../editions/store.queries.ts';
import { adopt } from './adoptions.queries.ts';
import { compare } from './compare.ts';
import { findSubject, hasSubjectElement, listMeanings, updateMeaning } from './meanings.queries.ts';

async function getEdition({ tx }: ProviderContext, editionId: string): Promise<ReadableEdition> {
  const edition = await findEdition(tx, editionId);
  if (edition === undefined) throw notFound();
  return edition;
}

export const manageRoutes: readonly Route[] = [
  providerRoute(contract.listEditions, {
    action: manageCurriculum,
    handle: async ({ tx }) => ({ editions: await listEditions(tx), adoptions: await listAdoptions(tx, 'ever') }),
  }),

  providerRoute(contract.adoptEdition, {
    action: manageCurriculum,
    async handle(context, { body: { educationForm, editionId, startsOn } }) {
      const { tx, emit, actor } = context;
      const edition = await findEdition(tx, editionId);
      if (edition === undefined) throw invalid({ path: 'editionId', key: 'curriculum.problem.noEdition' });
      if (edition.educationForm !== null && edition.educationForm !== educationForm) throw invalid({ path: 'educationForm', key: 'curriculum.problem.otherForm' });
      const adoptionId = await adopt(tx, edition, educationForm, startsOn);
      const adopted = (await listAdoptions(tx, 'ever')).find((one) => one.adoptionId === adoptionId);
      if (adopted === undefined) throw new Error('The adoption was written and is not there.');
      await emit({ name: 'curriculum.adopted', payload: { adoptionId, educationForm, editionId, startsOn }, live: { topics: ['curriculum'], personIds: [actor.personId] } });
      return adopted;
    },
  }),

  providerRoute(contract.compareEditions, {
    action: manageCurriculum,
    async handle(context, { query }) {
      const [before, after] = [await getEdition(context, query.before), await getEdition(context, query.after)];
      if (before.curriculumKey !== after.curriculumKey) throw invalid({ path: 'query.after', key: 'curriculum.problem.otherCurriculum' });
      const [old, current] = [await getDocument(context.tx, before.ownerId, before.editionId), await getDocument(context.tx, after.ownerId, after.editionId)];
      return { before: withoutOwner(before), after: withoutOwner(after), ...compare(old, current, query.offset) };
    },
  }),

  providerRoute(contract.listSubjectMeanings, {
    action: manageCurriculum,
    handle: async (context, { params }) => ({ meanings: await listMeanings(context.tx, await getEdition(context, params.editionId)) }),
  }),

  providerRoute(contract.setSubjectMeaning, {
    action: manageCurriculum,
    async handle(context, { params, body: { subjectId, elementKey } }) {
      const { tx, emit, actor } = context;
      const edition = await getEdition(context, params.editionId);
      if ((await findSubject(tx, subjectId)) === undefined) throw invalid({ path: 'subjectId', key: 'curriculum.problem.noSubject' });
      if (elementKey !== null && !(await hasSubjectElement(tx, edition, elementKey))) throw invalid({ path: 'elementKey', key: 'curriculum.problem.noSuchPart' });
      await updateMeaning(tx, edition, subjectId, elementKey);
      await emit({ name: 'curriculum.subject-meaning-changed', payload: { subjectId, curriculumKey: edition.curriculumKey, elementKey }, live: { topics: ['curriculum'], personIds: [actor.personId] } });
      return { meanings: await listMeanings(tx, edition) };
    },
  }),
];
