import { hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { weekRoutes } from './week/week.routes.ts';

export { findLesson, lessonColumns, lessonJoins, listLessonsOfLearners, listLessonsOfTeacher, type LessonRow } from './lessons/lessons.queries.ts';

export const timetableModule: ServerModule = {
  id: 'timetable',
  routes: weekRoutes,
  messages: { fi, sv, en },
  abilities: (identity) => {
    const teaches = hasRole(identity, 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant');
    const administers = hasRole(identity, 'principal', 'school-secretary');
    return identity.isLearner || identity.isGuardian || teaches || administers ? ['timetable.read'] : [];
  },
};
