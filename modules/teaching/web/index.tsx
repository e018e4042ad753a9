import { defineWebModule } from '@digione/platform/web';
import CityDayWidget from './desk/CityDayWidget.tsx';
import NowWidget from './desk/NowWidget.tsx';
import SchoolsTodayWidget from './desk/SchoolsTodayWidget.tsx';
import UntakenWidget from './desk/UntakenWidget.tsx';
import ComingWidget from './schoolwork/ComingWidget.tsx';

export default defineWebModule({
  id: 'teaching',
  routes: [
    { path: '/lessons/:weeklyLessonId/:heldOn', title: 'teaching.register.title', needs: 'attendance.take', load: () => import('./register/RegisterPage.tsx') },
    { path: '/schoolwork', title: 'teaching.schoolwork.title', needs: 'schoolwork.read', load: () => import('./schoolwork/SchoolworkPage.tsx') },
    { path: '/today', title: 'teaching.today.title', needs: 'school-day.read', load: () => import('./today/TodayPage.tsx') },
    { path: '/assessment', title: 'teaching.gradebook.groupsTitle', needs: 'gradebook.list', load: () => import('./gradebook/GroupsPage.tsx') },
    { path: '/groups/:groupId/gradebook', title: 'teaching.gradebook.title', load: () => import('./gradebook/GradebookPage.tsx') },
  ],
  navigation: [
    { to: '/today', label: 'teaching.today.nav', icon: 'clock', needs: 'school-day.read', order: 10 },
    { to: '/schoolwork', label: 'teaching.schoolwork.nav', icon: 'homework', needs: 'schoolwork.read', order: 25 }, { to: '/assessment', label: 'teaching.gradebook.nav', icon: 'exam', needs: 'gradebook.list', order: 25 },
  ],
  deskWidgets: [
    { id: 'teaching.now', region: 'now', order: 10, Component: NowWidget },
    { id: 'teaching.today', region: 'now', order: 20, needs: 'school-day.read', Component: SchoolsTodayWidget },
    { id: 'teaching.cityDay', region: 'now', order: 70, Component: CityDayWidget },
    { id: 'teaching.coming', region: 'coming', order: 20, Component: ComingWidget },
    { id: 'teaching.untaken', region: 'waiting', order: 20, Component: UntakenWidget },
  ],
});
