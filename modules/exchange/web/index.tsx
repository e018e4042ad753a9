import { defineWebModule } from '@digione/platform/web';
import CheckedImportsWidget from './desk/CheckedImportsWidget.tsx';
import ConnectionWidget from './desk/ConnectionWidget.tsx';

export default defineWebModule({
  id: 'exchange',
  routes: [
    { path: '/imports', title: 'exchange.web.title', needs: 'imports.run', load: () => import('./start/ImportsPage.tsx') },
    { path: '/koski', title: 'exchange.koski.title', needs: 'koski.list', load: () => import('./koski/KoskiPage.tsx') },
    { path: '/registers', title: 'exchange.registers.title', needs: 'imports.run', load: () => import('./registers/RegistersPage.tsx') },
    { path: '/imports/:importRunId', title: 'exchange.web.run', needs: 'imports.run', load: () => import('./run/ImportRunPage.tsx') },
  ],
  navigation: [
    { to: '/imports', label: 'exchange.web.nav', icon: 'upload', needs: 'imports.run', order: 70 },
    { to: '/koski', label: 'exchange.koski.nav', icon: 'external', needs: 'koski.list', order: 71 },
    { to: '/registers', label: 'exchange.registers.nav', icon: 'refresh', needs: 'imports.run', order: 72 },
  ],
  deskWidgets: [
    { id: 'exchange.checkedImports', region: 'waiting', order: 40, needs: 'imports.run', Component: CheckedImportsWidget },
    { id: 'exchange.connection', region: 'now', order: 80, Component: ConnectionWidget },
  ],
});
