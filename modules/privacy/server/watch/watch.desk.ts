import { hasProviderWideRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { PrivacyWatch } from '@digione/privacy/contract';
import { readPersonLog } from '../own-log/own-log.routes.ts';
import { findWatch } from './watch.queries.ts';

/** What deserves the data protection officer's look. */
export const watchCard = deskSource({
  id: 'privacy.watch',
  region: 'waiting',
  order: 30,
  action: readPersonLog,
  needs: (identity) => hasProviderWideRole(identity, 'data-protection-officer'),
  response: PrivacyWatch,
  load: ({ tx }) => findWatch(tx),
});
