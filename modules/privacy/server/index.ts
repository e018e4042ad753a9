import { hasProviderWideRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { watchCard } from './watch/watch.desk.ts';
import { ownLogRoutes } from './own-log/own-log.routes.ts';

export const privacyModule: ServerModule = {
  id: 'privacy',
  routes: ownLogRoutes,
  messages: { fi, sv, en },
  desk: [watchCard],
  abilities: (identity) => ['ownLog.read', ...(hasProviderWideRole(identity, 'data-protection-officer') ? ['personLog.read'] : [])],
};
