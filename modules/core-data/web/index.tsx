import { defineWebModule } from '@digione/platform/web';
import OverviewWidget from './desk/OverviewWidget.tsx';

export default defineWebModule({
  id: 'core-data',
  routes: [
    { path: '/people', title: 'core-data.people.title', needs: 'people.list', load: () => import('./people/PeoplePage.tsx') },
    { path: '/people/:personId', title: 'core-data.person.title', load: () => import('./people/PersonPage.tsx') },
    { path: '/schools/:schoolId', title: 'core-data.school.title', needs: 'schools.list', load: () => import('./schools/SchoolPage.tsx') },
    { path: '/homerooms/:homeroomId', title: 'core-data.homeroom.title', needs: 'schools.list', load: () => import('./homerooms/HomeroomPage.tsx') },
    { path: '/schools', title: 'core-data.schools.title', needs: 'schools.list', load: () => import('./schools/SchoolsPage.tsx') },
  ],
  deskWidgets: [{ id: 'core-data.overview', region: 'now', order: 60, Component: OverviewWidget }],
  navigation: [
    { to: '/people', label: 'core-data.people.nav', icon: 'people', needs: 'people.list', order: 40 },
    { to: '/schools', label: 'core-data.schools.nav', icon: 'school', needs: 'schools.list', order: 60 },
  ],
});
