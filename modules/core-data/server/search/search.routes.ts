import { search, type SearchHit } from '@digione/core-data/contract';
import { defineAction, providerObject, type Identity } from '@digione/platform/access';
import { accountRoute } from '@digione/platform/http';
import { mayListLearners } from '../may-list-learners.ts';
import * as queries from './search.queries.ts';

const searchAction = defineAction({
  name: 'search.run',
  purpose: 'purpose.search',
  object: providerObject,
  anyOf: [{ name: 'belongs-to-provider', when: () => true }],
});

/** A vendor works with services, not with people. */
const mayFindPeople = (identity: Identity) => identity.roles.some(({ role }) => role !== 'vendor');

export const searchRoutes = [
  accountRoute(search, {
    action: searchAction,
    async handle({ account, inProvider }, { query }) {
      const hits: SearchHit[] = [];
      for (const identity of account.identities) {
        const { educationProviderId } = identity;
        const part = await inProvider(identity, async ({ tx, actor }) => {
          const isStaff = mayFindPeople(identity);
          const [learners, staff, schools, homerooms] = await Promise.all([
            isStaff || identity.isGuardian || identity.isLearner ? queries.findLearners(tx, actor, query.q) : [],
            isStaff ? queries.findStaff(tx, actor, query.q) : [],
            isStaff ? queries.findSchools(tx, query.q) : [],
            mayListLearners(identity) ? queries.findHomerooms(tx, actor, query.q) : [],
          ]);
          const found: SearchHit[] = [
            // A family's own children are known to it; where they go to school is not told by a search.
            ...learners.map((hit) => ({ kind: 'learner' as const, educationProviderId, ...hit, schoolName: isStaff ? hit.schoolName : null })),
            ...staff.map((hit) => ({ kind: 'staff' as const, educationProviderId, ...hit })),
            ...schools.map((hit) => ({ kind: 'school' as const, educationProviderId, ...hit })),
            ...homerooms.map((hit) => ({ kind: 'homeroom' as const, educationProviderId, ...hit })),
          ];
          return { hits: found };
        });
        hits.push(...part.hits);
      }
      return { hits };
    },
  }),
];
