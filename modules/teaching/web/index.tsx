import { defineWebModule } from '@digione/platform/web';
import NewReportsWidget from './assessment/NewReportsWidget.tsx';
import OpenSheetsWidget from './assessment/OpenSheetsWidget.tsx';
import CityDayWidget from './desk/CityDayWidget.tsx';
import NowWidget from './desk/NowWidget.tsx';
import SchoolsTodayWidget from './desk/SchoolsTodayWidget.tsx';
import UntakenWidget from './desk/UntakenWidget.tsx';
import ComingWidget from './schoolwork/ComingWidget.tsx';

export default defineWebModule({
  id: 'teaching',
  routes: [
    { path: '/lessons/:weeklyLessonId/:heldOn', title: 'teaching.register.title', needs: 'attendance.take', load: () => import('./register/RegisterPage.tsx') },
    { path: '/schoolwork', title: 'teaching.schoolwork.title', needs: 'schoolwork.read', load: () => import('./schoolwork/SchoolworkPage.tsx') },
    { path: '/plans', title: 'teaching.plan.nav', needs: 'plan.list', load: () => import('./plans/PlansPage.tsx') },
    { path: '/groups/:groupId/plan', title: 'teaching.plan.title', needs: 'plan.list', load: () => import('./plans/PlanPage.tsx') },
    { path: '/today', title: 'teaching.today.title', needs: 'school-day.read', load: () => import('./today/TodayPage.tsx') },
    { path: '/assessment', title: 'teaching.gradebook.groupsTitle', needs: 'gradebook.list', load: () => import('./gradebook/GroupsPage.tsx') },
    { path: '/groups/:groupId/marks/:markRoundId', title: 'teaching.marks.sheetTitle', load: () => import('./assessment/GroupMarksPage.tsx') },
    { path: '/homerooms/:homeroomId/behaviour/:markRoundId', title: 'teaching.marks.behaviourTitle', load: () => import('./assessment/BehaviourPage.tsx') },
    { path: '/mark-rounds', title: 'teaching.rounds.title', needs: 'mark-round.read', load: () => import('./assessment/MarkRoundsPage.tsx') },
    { path: '/mark-rounds/:schoolId/:markRoundId', title: 'teaching.rounds.title', needs: 'mark-round.read', load: () => import('./assessment/MarkRoundPage.tsx') },
    { path: '/learning', title: 'teaching.learning.title', needs: 'learning.read', load: () => import('./assessment/LearningPage.tsx') },
    { path: '/groups/:groupId/gradebook', title: 'teaching.gradebook.title', load: () => import('./gradebook/GradebookPage.tsx') },
  ],
  navigation: [
    { to: '/today', label: 'teaching.today.nav', icon: 'clock', needs: 'school-day.read', order: 10 },
    { to: '/schoolwork', label: 'teaching.schoolwork.nav', icon: 'homework', needs: 'schoolwork.read', order: 25 },
    { to: '/plans', label: 'teaching.plan.nav', icon: 'calendar', needs: 'plan.list', order: 32 },
    { to: '/assessment', label: 'teaching.gradebook.nav', icon: 'exam', needs: 'gradebook.list', order: 25 },
    { to: '/mark-rounds', label: 'teaching.rounds.nav', icon: 'exam', needs: 'mark-round.read', order: 36 },
    { to: '/learning', label: 'teaching.learning.nav', icon: 'chart', needs: 'learning.read', order: 26 },
  ],
  deskWidgets: [
    { id: 'teaching.openSheets', region: 'waiting', order: 25, Component: OpenSheetsWidget },
    { id: 'teaching.newReports', region: 'changes', order: 5, Component: NewReportsWidget },
    { id: 'teaching.now', region: 'now', order: 10, Component: NowWidget },
    { id: 'teaching.today', region: 'now', order: 20, needs: 'school-day.read', Component: SchoolsTodayWidget },
    { id: 'teaching.cityDay', region: 'now', order: 70, Component: CityDayWidget },
    { id: 'teaching.coming', region: 'coming', order: 20, Component: ComingWidget },
    { id: 'teaching.untaken', region: 'waiting', order: 20, Component: UntakenWidget },
  ],
});
