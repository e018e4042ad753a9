import { accountRoute, type ProviderContext } from '@digione/platform/http';
import { listAbsenceTypes, listOpenDaysOfHome } from '@digione/school-admin/server';
import * as contract from '../../contract/index.ts';
import { readOwnFamily } from '../actions.ts';
import { listFamilyToday } from './family.ts';

async function familyInProvider({ tx, actor, clock }: ProviderContext) {
  const [children, openDays, types] = await Promise.all([listFamilyToday(tx, actor, clock.today()), listOpenDaysOfHome(tx, actor), listAbsenceTypes(tx)]);
  const { educationProviderId, providerName } = actor;
  return {
    today: clock.today(),
    children: children.map((child) => ({ ...child, educationProviderId, openDays: openDays.filter(({ learnerId }) => learnerId === child.learnerId) })),
    providers: children.length === 0 ? [] : [{ educationProviderId, providerName, types }],
  };
}

export const familyRoutes = [
  accountRoute(contract.listChildren, {
    action: readOwnFamily,
    async handle({ account, clock, inProvider }) {
      const parts = [];
      for (const identity of account.identities) {
        if (identity.isGuardian || identity.isLearner) parts.push(await inProvider(identity, familyInProvider));
      }
      return { today: clock.today(), children: parts.flatMap(({ children }) => children), providers: parts.flatMap(({ providers }) => providers) };
    },
  }),
];
