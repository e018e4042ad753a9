import { isAble, type Me, type NavigationItem, type WebModule, type WebRoute } from '@digione/platform/web';
import sample from './gallery/sample-module.tsx';

// A service's pages appear by being there; each module's index is small and loads its pages when they are opened.
const found = import.meta.glob<WebModule>('../../../modules/*/web/index.tsx', { eager: true, import: 'default' });

/** Every service's part of the workspace. */
export const modules: readonly WebModule[] = __SAMPLES__ ? [...Object.values(found), sample] : Object.values(found);

/** All pages of all services. */
export const routes: readonly WebRoute[] = modules.flatMap((module) => module.routes ?? []);

/** What this person's navigation holds, in order. */
export function navigationOf(me: Me): readonly NavigationItem[] {
  return modules
    .flatMap((module) => module.navigation ?? [])
    .filter((item) => isAble(me, item.needs))
    .sort((a, b) => a.order - b.order);
}

/** The service that keeps the notifications, if it is there. */
export const notifications = modules.find((module) => module.notifications)?.notifications;
