import * as contract from '@digione/curriculum/contract';
import { notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { readCurriculum, readGroupCurriculum } from '../actions.ts';
import { findEdition, listAdoptions, withoutOwner, type ReadableEdition } from '../editions/editions.queries.ts';
import { searchElements } from '../search/search.queries.ts';
import { findGroupPlace } from './group-place.ts';
import { outlineOf } from './outline.ts';
import { listReferred, listUnitElements, listUnits } from './reading.queries.ts';
import { groupBySubject } from './subjects.ts';
import { assembleUnit, referredBy } from './unit.ts';

async function getEdition({ tx }: Pick<ProviderContext, 'tx'>, editionId: string): Promise<ReadableEdition> {
  const edition = await findEdition(tx, editionId);
  if (edition === undefined) throw notFound();
  return edition;
}

export const readingRoutes: readonly Route[] = [
  providerRoute(contract.listEditionsInForce, {
    action: readCurriculum,
    handle: async ({ tx }) => ({ adoptions: await listAdoptions(tx, 'today') }),
  }),

  providerRoute(contract.listSubjects, {
    action: readCurriculum,
    async handle(context, { params }) {
      const edition = await getEdition(context, params.editionId);
      return { edition: withoutOwner(edition), subjects: groupBySubject(await listUnits(context.tx, edition)) };
    },
  }),

  providerRoute(contract.getUnit, {
    action: readCurriculum,
    async handle(context, { params, query }) {
      const edition = await getEdition(context, params.editionId);
      const elements = await listUnitElements(context.tx, edition, query.key);
      const unit = assembleUnit(elements, elements.length === 0 ? [] : await listReferred(context.tx, edition, referredBy(elements)));
      if (unit === undefined) throw notFound();
      return unit;
    },
  }),

  providerRoute(contract.getSubjectOutline, {
    action: readCurriculum,
    async handle(context, { params, query }) {
      const { tx } = context;
      const opened = await getEdition(context, params.editionId);
      // The other half: to a national curriculum the local one in force, and the other way round.
      const inForce = (await listAdoptions(tx, 'today')).filter(({ educationForm, kind }) => educationForm === opened.educationForm && kind !== opened.kind);
      const listed = async (edition: ReadableEdition) => ({ editionId: edition.editionId, subjects: groupBySubject(await listUnits(tx, edition)) });
      const others = [];
      for (const { edition } of inForce) others.push(await listed(await getEdition(context, edition.editionId)));
      return outlineOf(query.key, await listed(opened), others);
    },
  }),

  providerRoute(contract.searchCurriculum, {
    action: readCurriculum,
    async handle(context, { params, query }) {
      const edition = await getEdition(context, params.editionId);
      return searchElements(context.tx, edition, query.q, query.language);
    },
  }),

  providerRoute(contract.findGroupCurriculum, {
    action: readGroupCurriculum,
    object: ({ params }) => params.groupId,
    async handle({ tx }, { params }) {
      const place = await findGroupPlace(tx, params.groupId);
      if (place === undefined) throw notFound();
      return place;
    },
  }),
];
