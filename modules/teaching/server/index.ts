import { hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { OFFICE, TEACHING_ROLES } from './actions.ts';
import { cityDayCard } from './city-day/city-day.desk.ts';
import { teachersDayCard, untakenCard } from './day/desk.ts';
import { entryRoutes } from './entries/entry.routes.ts';
import { homeworkRoutes } from './entries/homework.routes.ts';
import { noteRoutes } from './entries/notes.routes.ts';
import { examRoutes } from './exams/exams.routes.ts';
import { learningRoutes, newReportsCard } from './assessment/learning.routes.ts';
import { publishJob } from './assessment/publish.job.ts';
import { roundRoutes } from './assessment/rounds.routes.ts';
import { openSheetsCard, sheetRoutes } from './assessment/sheets.routes.ts';
import { gradebookRoutes } from './gradebook/gradebook.routes.ts';
import { registerRoutes } from './register/register.routes.ts';
import { planRoutes } from './plans/plans.routes.ts';
import { sharingRoutes } from './plans/sharing.routes.ts';
import { comingWorkCard, schoolworkRoutes } from './schoolwork/schoolwork.routes.ts';
import { schoolsTodayCard, todayRoutes } from './today/today.routes.ts';

export const teachingModule: ServerModule = {
  id: 'teaching',
  routes: [...registerRoutes, ...entryRoutes, ...homeworkRoutes, ...noteRoutes, ...examRoutes, ...schoolworkRoutes, ...planRoutes, ...sharingRoutes, ...todayRoutes, ...gradebookRoutes, ...roundRoutes, ...sheetRoutes, ...learningRoutes],
  messages: { fi, sv, en },
  abilities: (identity) => [
    ...(hasRole(identity, ...TEACHING_ROLES, ...OFFICE) ? ['attendance.take'] : []),
    ...(hasRole(identity, ...OFFICE) ? ['school-day.read'] : []),
    ...(identity.isGuardian || identity.isLearner ? ['schoolwork.read'] : []),
    ...(hasRole(identity, ...TEACHING_ROLES, 'principal') ? ['plan.list'] : []),
    ...(hasRole(identity, ...TEACHING_ROLES) ? ['gradebook.list'] : []),
    ...(hasRole(identity, ...OFFICE) ? ['mark-round.read'] : []),
    ...(identity.isGuardian || identity.isLearner ? ['learning.read'] : []),
  ],
  desk: [teachersDayCard, untakenCard, schoolsTodayCard, cityDayCard, comingWorkCard, openSheetsCard, newReportsCard],
  jobs: [publishJob],
};
