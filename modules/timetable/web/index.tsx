import { defineWebModule } from '@digione/platform/web';

export default defineWebModule({
  id: 'timetable',
  routes: [{ path: '/timetable', title: 'timetable.week.title', needs: 'timetable.read', load: () => import('./week/WeekPage.tsx') }],
  navigation: [{ to: '/timetable', label: 'timetable.nav', icon: 'week', needs: 'timetable.read', order: 20 }],
});
