import type { ProviderContext, ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { dayDesk, openDaysDesk } from './family/family.desk.ts';
import { familyRoutes } from './family/family.routes.ts';
import { changesDesk } from './notifications/changes.desk.ts';
import { forgetJob } from './notifications/forget.job.ts';
import { findUnread } from './notifications/notifications.queries.ts';
import { notificationRoutes } from './notifications/notifications.routes.ts';
import { notificationSubscribers } from './notifications/notifications.subscribers.ts';

/** The kept count of what the actor has not read. */
export const countUnread = ({ tx, actor }: ProviderContext): Promise<number> => findUnread(tx, actor.personId);

export const homeSchoolModule: ServerModule = {
  id: 'home-school',
  messages: { fi, sv, en },
  routes: [...familyRoutes, ...notificationRoutes],
  desk: [dayDesk, openDaysDesk, changesDesk],
  subscribers: notificationSubscribers,
  jobs: [forgetJob],
  abilities: ({ isGuardian, isLearner }) => [...(isGuardian ? ['children.read'] : []), ...(isLearner ? ['attendance.readOwn'] : [])],
};
