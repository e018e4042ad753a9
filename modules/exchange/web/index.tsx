import { defineWebModule } from '@digione/platform/web';

export default defineWebModule({
  id: 'exchange',
  routes: [
    { path: '/imports', title: 'exchange.web.title', needs: 'imports.run', load: () => import('./start/ImportsPage.tsx') },
    { path: '/imports/:importRunId', title: 'exchange.web.run', needs: 'imports.run', load: () => import('./run/ImportRunPage.tsx') },
  ],
  navigation: [{ to: '/imports', label: 'exchange.web.nav', icon: 'upload', needs: 'imports.run', order: 70 }],
});
