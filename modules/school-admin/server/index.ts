import { hasProviderWideRole, hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { absenceRoutes } from './absences/absences.routes.ts';
import { certificateRoutes } from './certificates/certificates.routes.ts';
import { templateRoutes } from './certificates/template.routes.ts';
import { listRoutes } from './lists/lists.routes.ts';
import { linkSubscribers } from './notices/link.subscribers.ts';
import { noticeRoutes } from './notices/notices.routes.ts';
import { openDaysDesk } from './open-days/open-days.desk.ts';
import { openDayRoutes } from './open-days/open-days.routes.ts';
import { studyRecordRoutes } from './study-records/study-records.routes.ts';
import { supportReviewsCard, supportRoutes } from './support/support.routes.ts';

export { recordLessonAbsences, type ChangedMark, type LessonMark, type MarkedLesson } from './absences/marks.queries.ts';
export { listAbsenceTypes } from './absences/absence-types.queries.ts';
export { guardiansToTell, listConcerned } from './absences/audience.queries.ts';
export { absenceAbilities, hasAbsenceOrNotice } from './absences/day.queries.ts';
export { learnerPathModule } from './arrival/index.ts';
export { workRollOver } from './year-roll-over/work.ts';
export { noRegisters, type Asked, type RegisterGuardian, type RegisterPerson, type Registers } from './arrival/registers.ts';
export { readAbsences } from './actions.ts';
export * from './study-records/index.ts';
export { listNoticesCovering, type CoveringNotice } from './notices/covering.queries.ts';
export { listNoticesOfLearners } from './notices/notices.queries.ts';
export { listAbsencesOfLearners } from './absences/learner-absences.queries.ts';
export { listOpenDaysOfHome, listOpenLessons } from './open-days/open-days.queries.ts';

export const schoolAdminModule: ServerModule = {
  id: 'school-admin',
  messages: { fi, sv, en },
  routes: [...absenceRoutes, ...noticeRoutes, ...openDayRoutes, ...certificateRoutes, ...templateRoutes, ...listRoutes, ...studyRecordRoutes, ...supportRoutes],
  desk: [openDaysDesk, supportReviewsCard],
  subscribers: linkSubscribers,
  abilities: (identity) => [
    ...(hasRole(identity, 'principal', 'school-secretary') ? ['certificate.prepare'] : []),
    ...(hasRole(identity, 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'school-secretary') ? ['people-list.read'] : []),
    ...(hasProviderWideRole(identity, 'main-user') ? ['certificate-template.change'] : []),
    ...(hasRole(identity, 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'principal', 'school-secretary') ? ['open-absence.list'] : []),
    ...(hasRole(identity, 'special-needs-teacher', 'guidance-counsellor', 'principal', 'school-secretary') ? ['study-record.read'] : []),
    ...(hasRole(identity, 'special-needs-teacher', 'principal') ? ['support.list'] : []),
  ],
};
