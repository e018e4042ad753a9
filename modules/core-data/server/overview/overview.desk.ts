import { ProviderOverview } from '@digione/core-data/contract';
import { hasRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { readSchools } from '../actions.ts';
import { findOverview } from './overview.queries.ts';

/** The provider at a glance, for those who work with all of it. */
export const overviewCard = deskSource({
  id: 'core-data.overview',
  region: 'now',
  order: 60,
  action: readSchools,
  needs: (identity) => hasRole(identity, 'expert', 'main-user', 'data-protection-officer'),
  response: ProviderOverview,
  load: ({ tx }) => findOverview(tx),
});
