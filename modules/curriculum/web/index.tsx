import { defineWebModule } from '@digione/platform/web';

export default defineWebModule({
  id: 'curriculum',
  routes: [
    { path: '/curriculum', title: 'curriculum.title', needs: 'curriculum.read', load: () => import('./reading/CurriculumPage.tsx') },
    { path: '/curriculum/manage', title: 'curriculum.manage.title', needs: 'curriculum.manage', load: () => import('./manage/ManagePage.tsx') },
    { path: '/curriculum/lesson-hours', title: 'curriculum.hours.title', needs: 'curriculum.read', load: () => import('./hours/HoursPage.tsx') },
    { path: '/curriculum/drafts/:draftId', title: 'curriculum.draft.title', needs: 'curriculum.manage', load: () => import('./drafting/DraftPage.tsx') },
    { path: '/curriculum/difference', title: 'curriculum.difference.title', needs: 'curriculum.manage', load: () => import('./manage/DifferencePage.tsx') },
  ],
  navigation: [{ to: '/curriculum', label: 'curriculum.nav', icon: 'book', needs: 'curriculum.plan', order: 45 }],
});
