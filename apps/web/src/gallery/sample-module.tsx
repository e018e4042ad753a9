import { defineWebModule } from '@digione/platform/web';
import SampleNow from './SampleNow.tsx';
import SampleWaiting from './SampleWaiting.tsx';
import SampleBroken from './SampleBroken.tsx';
import SampleChanges from './SampleChanges.tsx';

/** Stands in for the services when the shell is looked at or tested alone: every region of the desk, more pages than a phone's bar holds. */
export default defineWebModule({
  id: 'sample',
  routes: [
    { path: '/sample/items', title: 'web.desk.title', needs: 'sample.read', load: () => import('./SampleItems.tsx') },
    { path: '/sample/secret', title: 'web.desk.title', needs: 'sample.never', load: () => import('./SamplePage.tsx') },
    { path: '/sample/:thingId', title: 'web.desk.title', needs: 'sample.read', load: () => import('./SamplePage.tsx') },
  ],
  navigation: [
    { to: '/sample/week', label: 'Lukujärjestys', icon: 'week', needs: 'sample.read', order: 1 },
    { to: '/sample/groups', label: 'Ryhmät', icon: 'group', needs: 'sample.read', order: 2 },
    { to: '/sample/messages', label: 'Viestit', icon: 'message', needs: 'sample.read', order: 3 },
    { to: '/sample/absences', label: 'Poissaolot', icon: 'absent', needs: 'sample.read', order: 4 },
    { to: '/sample/reports', label: 'Raportit', icon: 'chart', needs: 'sample.read', order: 5 },
    { to: '/sample/secret', label: 'Salaisuudet', icon: 'lock', needs: 'sample.never', order: 6 },
  ],
  deskWidgets: [
    { id: 'sample.now', region: 'now', needs: 'sample.read', order: 1, Component: SampleNow },
    { id: 'sample.waiting', region: 'waiting', needs: 'sample.read', order: 1, Component: SampleWaiting },
    { id: 'sample.broken', region: 'waiting', needs: 'sample.read', order: 2, Component: SampleBroken },
    { id: 'sample.changes', region: 'changes', needs: 'sample.read', order: 1, Component: SampleChanges },
    { id: 'sample.never', region: 'coming', needs: 'sample.never', order: 1, Component: SampleBroken },
  ],
});
