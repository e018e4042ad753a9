import { defineWebModule } from '@digione/platform/web';
import OpenAbsencesWidget from './open-absences/OpenAbsencesWidget.tsx';
import SupportReviewsWidget from './support/SupportReviewsWidget.tsx';

export default defineWebModule({
  id: 'school-admin',
  routes: [
    { path: '/support', title: 'schoolAdmin.support.title', needs: 'support.list', load: () => import('./support/SupportPage.tsx') },
    { path: '/learners/:learnerId/support', title: 'schoolAdmin.support.title', load: () => import('./support/LearnerSupportPage.tsx') },
    { path: '/absences', title: 'schoolAdmin.absences.title', needs: 'open-absence.list', load: () => import('./open-absences/OpenAbsencesPage.tsx') },
    { path: '/lists', title: 'schoolAdmin.lists.title', needs: 'people-list.read', load: () => import('./lists/ListsPage.tsx') },
    { path: '/certificates', title: 'schoolAdmin.certificates.title', needs: 'certificate.prepare', load: () => import('./certificates/ClassCertificatesPage.tsx') },
    { path: '/certificates/:certificateId', title: 'schoolAdmin.certificate.title', needs: 'certificate.prepare', load: () => import('./certificates/CertificatePage.tsx') },
    { path: '/certificate-template', title: 'schoolAdmin.certificateTemplate.title', needs: 'certificate-template.change', load: () => import('./certificates/TemplatePage.tsx') },
    { path: '/learners/:learnerId/study-record', title: 'schoolAdmin.record.title', needs: 'study-record.read', load: () => import('./study-records/StudyRecordPage.tsx') },
    { path: '/newcomers', title: 'schoolAdmin.newcomer.title', needs: 'places.change', load: () => import('./arrival/NewcomerPage.tsx') },
    { path: '/learner-changes', title: 'schoolAdmin.path.title', needs: 'places.change', load: () => import('./changes/PathPage.tsx') },
    { path: '/roll-over', title: 'schoolAdmin.rollOver.title', needs: 'places.change', load: () => import('./year-roll-over/RollOverPage.tsx') },
  ],
  navigation: [
    { to: '/support', label: 'schoolAdmin.support.nav', icon: 'shield', needs: 'support.list', order: 38 },
    { to: '/absences', label: 'schoolAdmin.absences.nav', icon: 'absent', needs: 'open-absence.list', order: 35 },
    { to: '/lists', label: 'schoolAdmin.lists.nav', icon: 'people', needs: 'people-list.read', order: 42 },
    { to: '/certificates', label: 'schoolAdmin.certificates.nav', icon: 'file', needs: 'certificate.prepare', order: 45 },
    { to: '/certificate-template', label: 'schoolAdmin.certificateTemplate.nav', icon: 'file', needs: 'certificate-template.change', order: 75 },
    { to: '/newcomers', label: 'schoolAdmin.newcomer.nav', icon: 'plus', needs: 'places.change', order: 36 },
    { to: '/learner-changes', label: 'schoolAdmin.path.nav', icon: 'swap', needs: 'places.change', order: 37 },
    { to: '/roll-over', label: 'schoolAdmin.rollOver.nav', icon: 'calendar', needs: 'places.change', order: 38 },
  ],
  deskWidgets: [
    { id: 'school-admin.openAbsences', region: 'waiting', needs: 'open-absence.list', order: 30, Component: OpenAbsencesWidget },
    { id: 'school-admin.supportReviews', region: 'waiting', order: 35, Component: SupportReviewsWidget },
  ],
});
