import * as contract from '@digione/core-data/contract';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { HttpProblem, invalid, notFound, providerRoute } from '@digione/platform/http';
import * as actions from '../actions.ts';
import { isCallNameOfFirstNames } from './people.ts';
import * as people from './people.queries.ts';
import { listHistory } from './person-history.queries.ts';

const asLanguage = (language: string | null) => (language === 'fi' || language === 'sv' || language === 'en' ? language : null);

async function readPerson(tx: Transaction, actor: Actor, personId: string): Promise<contract.Person> {
  const [person, positions, enrolments, groups, guardians] = await Promise.all([
    people.findPerson(tx, actor, personId),
    people.listPositions(tx, personId),
    people.listEnrolments(tx, personId),
    people.listGroupsOfLearner(tx, personId),
    people.listGuardians(tx, personId),
  ]);
  if (person === undefined) throw notFound();
  const { email, phone, homeMunicipality, address, mayReadContact, mayKnowProtection, mayReadGuardians, isPlaceHidden, ...rest } = person;
  return {
    ...rest,
    preferredLanguage: asLanguage(rest.preferredLanguage),
    isProtected: mayKnowProtection && person.isProtected,
    contact:
      mayReadContact && !person.isProtected
        ? { email, phone, homeMunicipality, streetAddress: address?.streetAddress ?? null, postalCode: address?.postalCode ?? null, postOffice: address?.postOffice ?? null }
        : null,
    positions,
    enrolments: isPlaceHidden ? [] : enrolments,
    groups: isPlaceHidden ? [] : groups,
    guardians: mayReadGuardians ? guardians : [],
    can: { ...rest.can, revealProtectedContact: rest.can.revealProtectedContact && person.isProtected },
  };
}

export const peopleRoutes = [
  providerRoute(contract.getPerson, {
    action: actions.readPerson,
    object: ({ params }) => params.personId,
    handle: ({ tx, actor }, { params }) => readPerson(tx, actor, params.personId),
  }),

  providerRoute(contract.correctPerson, {
    action: actions.correctPerson,
    object: ({ params }) => params.personId,
    async handle({ tx, actor, emit }, { params, body, ifMatch }) {
      const before = await people.findPerson(tx, actor, params.personId);
      if (before === undefined) throw notFound();
      const callName = body.callName ?? before.callName;
      if (!isCallNameOfFirstNames(callName, body.firstNames ?? before.firstNames)) throw invalid({ path: 'callName', key: 'core-data.problem.callName' });
      // What a protected person's row holds is not shown, so it is not overwritten by a form either.
      if (before.isProtected && (body.email !== undefined || body.phone !== undefined)) throw new HttpProblem(409, { detail: 'core-data.problem.protectedContact' });
      if ((await people.updatePerson(tx, params.personId, ifMatch, body)) === undefined) throw new HttpProblem(412);
      const concerned = await people.listConcerned(tx, params.personId);
      await emit({ name: 'person.corrected', payload: { personId: params.personId }, live: { topics: ['person'], ...concerned } });
      return readPerson(tx, actor, params.personId);
    },
  }),

  providerRoute(contract.revealProtectedContact, {
    action: actions.revealProtectedContact,
    object: ({ params }) => params.personId,
    async handle({ tx, actor, emit }, { params, body }) {
      const contact = await people.findProtectedContact(tx, params.personId);
      if (contact === undefined) throw notFound();
      await emit({ name: 'protectedContact.revealed', payload: { personId: params.personId, by: actor.personId, reason: body.reason } });
      const { address, ...rest } = contact;
      return {
        personId: params.personId,
        contact: { ...rest, streetAddress: address?.streetAddress ?? null, postalCode: address?.postalCode ?? null, postOffice: address?.postOffice ?? null },
      };
    },
  }),

  providerRoute(contract.listPersonHistory, {
    action: actions.readPersonHistory,
    object: ({ params }) => params.personId,
    async handle({ tx, about }, { params, query }) {
      about(params.personId);
      const before = query.cursor === undefined ? undefined : Number.parseInt(query.cursor, 10);
      if (before !== undefined && Number.isNaN(before)) throw invalid({ path: 'query.cursor', key: 'core-data.problem.cursor' });
      const items = await listHistory(tx, params.personId, before, query.limit);
      const last = items.at(-1);
      return { items, nextCursor: items.length === query.limit && last !== undefined ? String(last.changeId) : null };
    },
  }),
];
