import { hasProviderWideRole, hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { approvalRoutes } from './drafting/approval.routes.ts';
import { draftRoutes } from './drafting/drafts.routes.ts';
import { partRoutes } from './drafting/parts.routes.ts';
import { manageRoutes } from './manage/manage.routes.ts';
import { readingRoutes } from './reading/reading.routes.ts';

export const curriculumModule: ServerModule = {
  id: 'curriculum',
  routes: [...readingRoutes, ...manageRoutes, ...draftRoutes, ...partRoutes, ...approvalRoutes],
  messages: { fi, sv, en },
  abilities: (identity) => {
    const isMainUser = hasProviderWideRole(identity, 'main-user');
    // In the navigation of those who plan by it; everyone else comes by a link.
    const plans = isMainUser || hasRole(identity, 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'principal');
    return ['curriculum.read', ...(plans ? ['curriculum.plan'] : []), ...(isMainUser ? ['curriculum.manage'] : [])];
  },
};
