import { defineWebModule } from '@digione/platform/web';

export default defineWebModule({
  id: 'access',
  routes: [
    { path: '/access/roles', title: 'access.roles.title', needs: 'roles.read', load: () => import('./roles/RolesPage.tsx') },
    { path: '/access/sessions', title: 'access.sessions.title', load: () => import('./sessions/SessionsPage.tsx') },
  ],
  navigation: [{ to: '/access/roles', label: 'access.roles.nav', icon: 'key', needs: 'roles.read', order: 80 }],
});
