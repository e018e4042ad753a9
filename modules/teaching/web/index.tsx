import { defineWebModule } from '@digione/platform/web';
import CityDayWidget from './desk/CityDayWidget.tsx';
import NowWidget from './desk/NowWidget.tsx';
import SchoolsTodayWidget from './desk/SchoolsTodayWidget.tsx';
import UntakenWidget from './desk/UntakenWidget.tsx';

export default defineWebModule({
  id: 'teaching',
  routes: [
    { path: '/lessons/:weeklyLessonId/:heldOn', title: 'teaching.register.title', needs: 'attendance.take', load: () => import('./register/RegisterPage.tsx') },
    { path: '/today', title: 'teaching.today.title', needs: 'school-day.read', load: () => import('./today/TodayPage.tsx') },
  ],
  navigation: [{ to: '/today', label: 'teaching.today.nav', icon: 'clock', needs: 'school-day.read', order: 10 }],
  deskWidgets: [
    { id: 'teaching.now', region: 'now', order: 10, Component: NowWidget },
    { id: 'teaching.today', region: 'now', order: 20, needs: 'school-day.read', Component: SchoolsTodayWidget },
    { id: 'teaching.cityDay', region: 'now', order: 70, Component: CityDayWidget },
    { id: 'teaching.untaken', region: 'waiting', order: 20, Component: UntakenWidget },
  ],
});
