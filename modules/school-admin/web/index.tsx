import { defineWebModule } from '@digione/platform/web';
import OpenAbsencesWidget from './open-absences/OpenAbsencesWidget.tsx';

export default defineWebModule({
  id: 'school-admin',
  routes: [{ path: '/absences', title: 'schoolAdmin.absences.title', needs: 'open-absence.list', load: () => import('./open-absences/OpenAbsencesPage.tsx') }],
  navigation: [{ to: '/absences', label: 'schoolAdmin.absences.nav', icon: 'absent', needs: 'open-absence.list', order: 35 }],
  deskWidgets: [{ id: 'school-admin.openAbsences', region: 'waiting', needs: 'open-absence.list', order: 30, Component: OpenAbsencesWidget }],
});
