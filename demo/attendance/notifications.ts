import { addDays, fromHelsinki, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import type { Learner } from '../people/area.ts';
import { idsWithin } from '../rows/ids.ts';
import type { School, StaffMember } from '../school/school.ts';
import type { LearnerPlan } from './plan.ts';

/** How many of the last days still have notifications; older ones have been read and cleared away. */
const DAYS = 3;

type Kind = 'absence.unexplained' | 'absence.explained' | 'notice.received';

/**
 * Tells homes what is to be explained, and homeroom teachers what homes have said.
 * @param open learner and day of every absence that nobody has explained
 */
export function notifyAbout(city: CityContext, school: School, days: readonly LocalDate[], plans: ReadonlyMap<string, LearnerPlan>, open: ReadonlySet<string>): void {
  const id = idsWithin(school.scope);
  const now = fromHelsinki(city.moment.today, city.moment.time);
  const first = Math.max(0, days.length - DAYS);
  for (const homeroom of school.homerooms) {
    for (const learner of homeroom.members) {
      const plan = plans.get(learner.id);
      if (!plan) continue;
      for (let index = first; index < days.length; index++) {
        const day = days[index];
        const happened = plan.days.get(index);
        if (day === undefined || happened?.kind !== 'absent') continue;
        if (open.has(`${learner.id}/${day}`)) {
          for (const guardian of learner.guardianIds) notify(guardian, 'absence.unexplained', learner, day, fromHelsinki(day, '09:05'), false);
        }
        if (happened.explanation) tellTeacher(homeroom.teacher, 'absence.explained', learner, day, happened.explanation.at);
      }
      for (const notice of plan.notices) {
        if (notice.from >= (days[first] ?? notice.from)) tellTeacher(homeroom.teacher, 'notice.received', learner, notice.from, notice.at, addDays(notice.to, -1));
      }
    }
  }

  function tellTeacher(teacher: StaffMember | null, kind: Kind, learner: Learner, day: LocalDate, at: string, until?: LocalDate): void {
    if (teacher && at <= now) notify(teacher.id, kind, learner, day, at, day < (days.at(-1) ?? day), until);
  }

  function notify(personId: string, kind: Kind, learner: Learner, day: LocalDate, at: string, isRead: boolean, until?: LocalDate): void {
    if (at > now) return;
    city.out.add('home_school.notification', {
      education_provider_id: city.providerId, notification_id: id(`notification/${personId}/${kind}/${learner.key}/${day}`), person_id: personId, kind,
      content: { learnerName: `${learner.callName} ${learner.lastName}`, date: day, ...(until === undefined || until === day ? {} : { until }) }, link: kind === 'absence.unexplained' ? `/children/${learner.id}?provider=${city.providerId}` : '/absences', about_person_id: learner.id,
      created_at: at, read_at: isRead ? now : null,
    });
    if (!isRead) city.unread.set(personId, (city.unread.get(personId) ?? 0) + 1);
  }
}

/** The unread counts of the whole city, once everybody has been told everything. */
export function addUnreadCounts(city: CityContext): void {
  for (const [personId, unread] of city.unread) {
    city.out.add('home_school.unread_count', { education_provider_id: city.providerId, person_id: personId, unread });
  }
}
