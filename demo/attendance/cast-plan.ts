import { addDays, fromHelsinki, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import type { Learner } from '../people/area.ts';
import type { DayPlan, LearnerPlan, Notice } from './plan.ts';

/** What has happened to people written by hand. */
export function planCastLearner(city: CityContext, days: readonly LocalDate[], learner: Learner): LearnerPlan {
  const planned = new Map<number, DayPlan>();
  const notices: Notice[] = [];
  // Counted back from the last school day before today, whether or not today is one.
  const lastPast = city.pastSchoolDays.length - 1;
  for (const each of city.spec.castOn(city.moment.today).absences) {
    if (`cast/${each.learner}` !== learner.key) continue;
    const index = lastPast + 1 - each.schoolDaysAgo;
    const day = days[index];
    if (day === undefined) continue;
    const by = learner.guardianIds[0] ?? learner.id;
    const at = fromHelsinki(day, each.isToldBeforehand === true ? '07:20' : '18:30');
    const type = each.type ?? null;
    const notice: Notice | null = each.isToldBeforehand === true && type !== null
      ? { key: `${learner.key}/${day}`, learner, type, from: day, to: addDays(day, 1), note: each.text ?? null, by, at }
      : null;
    if (notice) notices.push(notice);
    planned.set(index, {
      kind: each.kind ?? 'absent',
      onlyLesson: each.onlyLesson ?? null,
      minutes: each.minutes ?? null,
      type,
      notice,
      explanation: notice === null && type !== null ? { text: each.text ?? '', by, at } : null,
    });
  }
  return { days: planned, notices };
}
