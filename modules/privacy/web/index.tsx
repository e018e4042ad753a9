import { defineWebModule } from '@digione/platform/web';
import WatchWidget from './desk/WatchWidget.tsx';

export default defineWebModule({
  id: 'privacy',
  routes: [{ path: '/own-log', title: 'privacy.log.title', needs: 'ownLog.read', load: () => import('./own-log/OwnLogPage.tsx') }],
  deskWidgets: [{ id: 'privacy.watch', region: 'waiting', order: 30, Component: WatchWidget }],
  navigation: [{ to: '/own-log', label: 'privacy.log.nav', icon: 'eye', needs: 'ownLog.read', order: 90 }],
});
