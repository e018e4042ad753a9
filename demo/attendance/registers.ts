import { contains, weekday, type LocalDate, type LocalTime } from '@digione/local-date';
import { isSchoolDay } from '../calendar/school-year.ts';
import { createInstants, type CityContext } from '../city/context.ts';
import type { Learner } from '../people/area.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom } from '../rows/random.ts';
import type { Group, Lesson, School } from '../school/school.ts';
import { planCastLearner } from './cast-plan.ts';
import { notifyAbout } from './notifications.ts';
import { planLearner, type DayPlan, type LearnerPlan } from './plan.ts';

const TAKEN_BEFORE_TODAY = 0.985;
const TAKEN_TODAY = 0.9;

interface HeldLesson {
  readonly group: Group;
  readonly lesson: Lesson;
}

function lessonsByWeekday(groups: readonly Group[]): Map<number, HeldLesson[]> {
  const found = new Map<number, HeldLesson[]>();
  for (const group of groups) {
    for (const lesson of group.lessons) {
      const list = found.get(lesson.weekday);
      if (list) list.push({ group, lesson });
      else found.set(lesson.weekday, [{ group, lesson }]);
    }
  }
  for (const list of found.values()) list.sort((a, b) => (a.lesson.startsAt < b.lesson.startsAt ? -1 : a.lesson.startsAt > b.lesson.startsAt ? 1 : 0));
  return found;
}

/** Groups whose lesson is shown at 9:20 are left as they are today: the demonstration starts from a clean roll. */
function calmLearners(city: CityContext, school: School): Set<string> {
  const shown = shownTeachers(city);
  return new Set(school.groups.filter(({ teacher }) => shown.has(teacher.key)).flatMap(({ members }) => members.map(({ id }) => id)));
}

function shownTeachers(city: CityContext): Set<string> {
  return new Set(city.spec.castOn(city.moment.today).staff.flatMap((member) => (member.secondLessons ? [`cast/${member.key}`] : [])));
}

function planLearners(city: CityContext, school: School, days: readonly LocalDate[]): Map<string, LearnerPlan> {
  const calm = calmLearners(city, school);
  const hasToday = days.at(-1) === city.moment.today;
  const plans = new Map<string, LearnerPlan>();
  for (const homeroom of school.homerooms) {
    for (const learner of homeroom.members) {
      const lastIndex = calm.has(learner.id) && hasToday ? days.length - 2 : days.length - 1;
      const random = createRandom(`${school.scope}/absences/${learner.key}`);
      plans.set(learner.id, learner.isCast ? planCastLearner(city, days, learner) : planLearner(city, days, lastIndex, learner, random));
    }
  }
  return plans;
}

/** Writes the registers of the last weeks and of today so far, with absences as exceptions. */
export function addAttendance(city: CityContext, school: School): void {
  const { moment } = city;
  const days = isSchoolDay(city.year, moment.today) ? [...city.pastSchoolDays, moment.today] : city.pastSchoolDays;
  const plans = planLearners(city, school, days);
  const random = createRandom(`${school.scope}/registers`);
  const id = idsWithin(school.scope);
  const instant = createInstants();
  const shown = shownTeachers(city);
  const byWeekday = lessonsByWeekday(school.groups);
  addNotices(city, id, plans);

  const open = new Set<string>();
  let hasForgottenOne = false;
  for (const [dayIndex, day] of days.entries()) {
    const isToday = day === moment.today;
    const seen = new Map<string, number>();
    for (const { group, lesson } of byWeekday.get(weekday(day)) ?? []) {
      if (!contains(group.valid, day)) continue;
      const isShown = shown.has(group.teacher.key);
      const roll = random.next();
      if (isToday && lesson.endsAt > moment.time) continue;
      if (isToday && isShown && lesson.startsAt === '09:00') continue;
      if (isToday && !isShown && !hasForgottenOne) {
        hasForgottenOne = true;
        continue;
      }
      if (!isShown && roll > (isToday ? TAKEN_TODAY : TAKEN_BEFORE_TODAY)) continue;
      const takenAt = addMinutes(instant(day, lesson.startsAt), 2 + Math.floor(roll * 18));
      city.out.add('teaching.lesson_register', {
        education_provider_id: city.providerId, lesson_register_id: id(`register/${lesson.id}/${day}`), weekly_lesson_id: lesson.id, held_on: day,
        school_id: school.id, teaching_group_id: group.id, taken_at: takenAt, taken_by: group.teacher.id, source: 'demo',
      });
      for (const learner of group.members) {
        const plan = plans.get(learner.id)?.days.get(dayIndex);
        if (plan === undefined) continue;
        const nth = seen.get(learner.id) ?? 0;
        seen.set(learner.id, nth + 1);
        if (plan.onlyLesson !== null && plan.onlyLesson !== nth) continue;
        addAbsence(learner, plan, group, lesson, day, takenAt, instant(day, lesson.startsAt), instant(day, lesson.endsAt));
      }
    }
  }
  notifyAbout(city, school, days, plans, open);

  function addAbsence(learner: Learner, plan: DayPlan, group: Group, lesson: Lesson, day: LocalDate, markedAt: string, startsAt: string, endsAt: string): void {
    if (plan.kind === 'absent' && plan.type === null) open.add(`${learner.id}/${day}`);
    city.out.add('school_admin.absence', {
      education_provider_id: city.providerId, absence_id: id(`absence/${learner.key}/${lesson.id}/${day}`), learner_id: learner.id, school_id: school.id,
      held_on: day, starts_at: startsAt, ends_at: endsAt, weekly_lesson_id: lesson.id, teaching_group_id: group.id, kind: plan.kind, minutes: plan.minutes,
      absence_type_id: plan.type === null ? null : city.absenceTypeId(plan.type),
      absence_notice_id: plan.notice === null ? null : id(`notice/${plan.notice.key}`),
      marked_by: group.teacher.id, marked_at: markedAt, explanation: plan.explanation?.text ?? null, explained_by: plan.explanation?.by ?? null,
      explained_at: plan.explanation?.at ?? null, source: 'demo',
    });
  }
}

function addNotices(city: CityContext, id: (key: string) => string, plans: ReadonlyMap<string, LearnerPlan>): void {
  const instant = createInstants();
  const midnight: LocalTime = '00:00';
  for (const { notices } of plans.values()) {
    for (const notice of notices) {
      city.out.add('school_admin.absence_notice', {
        education_provider_id: city.providerId, absence_notice_id: id(`notice/${notice.key}`), learner_id: notice.learner.id,
        absence_type_id: city.absenceTypeId(notice.type), during: `[${instant(notice.from, midnight)},${instant(notice.to, midnight)})`,
        is_whole_days: true, note: notice.note, reported_by: notice.by, reported_at: notice.at, source: 'demo',
      });
    }
  }
}

/** Adds minutes to an instant `…T06:15:00.000Z`; lessons never begin near midnight UTC. */
function addMinutes(instant: string, minutes: number): string {
  const total = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${instant.slice(0, 11)}${two(Math.floor(total / 60))}:${two(total % 60)}${instant.slice(16)}`;
}
