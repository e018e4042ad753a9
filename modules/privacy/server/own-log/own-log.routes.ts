import { getOwnLog, getPersonLog } from '@digione/privacy/contract';
import { defineAction, hasRoleOverProvider, providerObject } from '@digione/platform/access';
import { personObject } from '@digione/core-data/server';
import { accountRoute, notFound, providerRoute } from '@digione/platform/http';
import { hasMessage, translate, type Language } from '@digione/platform/i18n';
import * as queries from './own-log.queries.ts';
import { actOf, roleOf } from './own-log.ts';

const readOwnLog = defineAction({
  name: 'ownLog.read',
  purpose: 'purpose.ownData',
  object: providerObject,
  anyOf: [{ name: 'belongs-to-provider', when: () => true }],
});

export const readPersonLog = defineAction({
  name: 'personLog.read',
  purpose: 'purpose.dataProtection',
  object: personObject,
  anyOf: [hasRoleOverProvider('data-protection-officer')],
});

const purposeText = (purpose: string | null, language: Language) => {
  const key = purpose === null ? 'privacy.purpose.unknown' : `privacy.${purpose}`;
  return translate(language, hasMessage(language, key) ? key : 'privacy.purpose.unknown');
};

export const ownLogRoutes = [
  accountRoute(getOwnLog, {
    action: readOwnLog,
    async handle({ account, inProvider, language }, { query }) {
      const parts = [];
      for (const identity of account.identities) {
        const { educationProviderId, providerName } = identity;
        parts.push(
          await inProvider(identity, async ({ tx, actor, about }) => {
            const subjects = (await queries.listSubjects(tx, actor.personId)).map((one) => ({ ...one, educationProviderId, isSelf: one.personId === actor.personId }));
            const wanted = query.personId === undefined ? subjects.filter(({ isSelf }) => isSelf) : subjects.filter(({ personId }) => personId === query.personId);
            const items = [];
            for (const { personId } of wanted) {
              about(personId);
              const rows = await queries.listDisclosures(tx, personId, query.before, query.limit);
              items.push(
                ...rows.map((row) => ({
                  educationProviderId,
                  organisation: providerName,
                  on: row.on,
                  firstAt: row.firstAt,
                  lastAt: row.lastAt,
                  times: row.times,
                  as: roleOf(row.basis, row.isSelf),
                  purpose: purposeText(row.purpose, language),
                  act: translate(language, `privacy.act.${actOf(row.action)}`),
                  wasRefused: row.outcome === 'denied',
                })),
              );
            }
            return { subjects, items, isFound: wanted.length > 0 };
          }),
        );
      }
      // A child who is not in one's custody is no one here.
      if (query.personId !== undefined && !parts.some((part) => part.isFound)) throw notFound();
      const items = parts
        .flatMap((part) => part.items)
        .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
        .slice(0, query.limit);
      const last = items.at(-1);
      return { subjects: parts.flatMap((part) => part.subjects), items, nextBefore: items.length === query.limit && last !== undefined ? last.lastAt : null };
    },
  }),

  providerRoute(getPersonLog, {
    action: readPersonLog,
    object: ({ params }) => params.personId,
    async handle({ tx, about, language }, { params, query }) {
      about(params.personId);
      const rows = await queries.listEntries(tx, params.personId, query.before, query.limit);
      const items = rows.map(({ actorId, callName, lastName, purpose, ...row }) => ({
        ...row,
        purpose: purposeText(purpose, language),
        actor: actorId === null ? null : { personId: actorId, callName: callName ?? '', lastName: lastName ?? '' },
      }));
      const last = items.at(-1);
      return { items, nextBefore: items.length === query.limit && last !== undefined ? last.at : null };
    },
  }),
];
