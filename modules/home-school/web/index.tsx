import { defineWebModule } from '@digione/platform/web';
import DayWidget from './family/DayWidget.tsx';
import OpenDaysWidget from './family/OpenDaysWidget.tsx';
import ChangesWidget from './notifications/ChangesWidget.tsx';

export default defineWebModule({
  id: 'home-school',
  routes: [
    { path: '/children', title: 'homeSchool.children.title', needs: 'children.read', load: () => import('./family/ChildrenPage.tsx') },
    { path: '/children/:learnerId', title: 'homeSchool.child.title', load: () => import('./family/ChildPage.tsx') },
    { path: '/attendance', title: 'homeSchool.own.title', needs: 'attendance.readOwn', load: () => import('./family/OwnAttendancePage.tsx') },
    { path: '/notifications', title: 'homeSchool.notifications.title', load: () => import('./notifications/NotificationsPage.tsx') },
  ],
  navigation: [
    { to: '/children', label: 'homeSchool.children.nav', icon: 'family', needs: 'children.read', order: 10 },
    { to: '/attendance', label: 'homeSchool.own.nav', icon: 'absent', needs: 'attendance.readOwn', order: 30 },
  ],
  deskWidgets: [
    { id: 'home-school.day', region: 'now', order: 40, Component: DayWidget },
    { id: 'home-school.openAbsences', region: 'waiting', order: 10, Component: OpenDaysWidget },
    { id: 'home-school.changes', region: 'changes', order: 10, Component: ChangesWidget },
  ],
  notifications: { to: '/notifications', load: () => import('./notifications/NotificationPanel.tsx') },
});
