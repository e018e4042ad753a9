import { defineWebModule } from '@digione/platform/web';

export default defineWebModule({
  id: 'privacy',
  routes: [{ path: '/own-log', title: 'privacy.log.title', needs: 'ownLog.read', load: () => import('./own-log/OwnLogPage.tsx') }],
  deskWidgets: [{ id: 'privacy.watch', region: 'waiting', order: 30, load: () => import('./desk/WatchWidget.tsx') }],
  navigation: [{ to: '/own-log', label: 'privacy.log.nav', icon: 'eye', needs: 'ownLog.read', order: 90 }],
});
