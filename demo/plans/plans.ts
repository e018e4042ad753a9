import { addDays, fromHelsinki, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import { fixedNames } from '../curriculum/fixed-names.ts';
import { subjects } from '../curriculum/content.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom, type Random } from '../rows/random.ts';
import type { Group, School } from '../school/school.ts';
import { praise, remarks, subjectPlans, type SubjectPlanSpec } from './content.ts';
import { lessonsInYear, placeUnits, type HeldLesson, type PlacedUnit } from './year.ts';

/** Of groups whose subject has a plan here; the others' teachers have not begun one. */
const PLANNED = 0.8;
const GIVES_HOMEWORK = 0.45;
const SAYS_SOMETHING = 0.07;
const EXAM_DAYS_BEHIND = 25;
const EXAM_DAYS_AHEAD = 40;
const TITLES_AHEAD = 14;

const levelOf = (group: Group): number => group.homeroom?.level ?? group.members[0]?.level ?? 0;
const specOf = (group: Group): SubjectPlanSpec | undefined => {
  const level = levelOf(group);
  const stage = level <= 2 ? '1-2' : level <= 6 ? '3-6' : '7-9';
  return subjectPlans.find((spec) => spec.code === group.subject && spec.stage === stage);
};

/** Keys of the stage's objectives in the demo's curriculum. */
function objectiveKeys(code: string, stage: string): string[] {
  const { uuid } = fixedNames();
  const found = subjects.find((subject) => subject.code === code)?.stages.find((one) => one.stage === stage);
  return (found?.objectives ?? []).map((_objective, index) => uuid(`${code}/${stage}/T${index + 1}`));
}

/** A term of plans and of what teachers have written down of their lessons: as if they had, by the moment the city lives in. */
export function addPlans(city: CityContext, school: School): void {
  if (school.educationForm !== 'basic-education') return;
  const shown = new Set(city.spec.castOn(city.moment.today).staff.map((member) => `cast/${member.key}`));
  for (const group of school.groups) {
    const spec = specOf(group);
    const random = createRandom(`${school.scope}/plans/${group.id}`);
    if (spec === undefined || (random.next() > PLANNED && !shown.has(group.teacher.key))) continue;
    const lessons = lessonsInYear(group, city.year);
    const units = placeUnits(spec.units, lessons);
    addPlan(city, school, group, spec, units);
    addEntries(city, school, group, spec, units, lessons, random);
  }
}

const inLanguage = (school: School): 'fi' | 'sv' => (school.spec.language === 'sv' ? 'sv' : 'fi');

function addPlan(city: CityContext, school: School, group: Group, spec: SubjectPlanSpec, units: readonly PlacedUnit[]): void {
  const id = idsWithin(school.scope);
  const language = inLanguage(school);
  const keys = objectiveKeys(spec.code, spec.stage);
  const by = { changed_by: group.teacher.id, changed_at: fromHelsinki(addDays(city.year.valid.from, 9), '15:20'), source: 'demo' };
  const plan_id = id(`plan/${group.id}`);
  const provider = { education_provider_id: city.providerId };
  city.out.add('teaching.plan', {
    ...provider, plan_id, school_id: school.id, teaching_group_id: group.id, school_year_id: city.schoolYearId, subject_id: city.subjectId(group.subject, school.educationForm),
    grade_level: levelOf(group), name: `${group.name} ${city.year.name}`, objective_keys: keys, sharing: 'school', made_by: group.teacher.id, made_at: by.changed_at, source: 'demo',
  });
  for (const [index, { spec: unit, lessons }] of units.entries()) {
    const first = lessons[0];
    if (first === undefined) continue;
    const plan_unit_id = id(`plan-unit/${group.id}/${index}`);
    city.out.add('teaching.plan_unit', {
      ...provider, ...by, plan_unit_id, plan_id, name: unit.name[language], starts_on: first.day, lesson_count: lessons.length,
      objective_keys: unit.objectives.flatMap((number) => keys[number - 1] ?? []),
    });
    for (const [nth, { day }] of lessons.entries()) {
      // The weeks ahead are planned closer when they come.
      const topic = unit.topics[Math.floor((nth * unit.topics.length) / lessons.length)];
      if (day > addDays(city.moment.today, TITLES_AHEAD) || topic === undefined) continue;
      city.out.add('teaching.plan_lesson', { ...provider, ...by, plan_lesson_id: id(`plan-lesson/${group.id}/${index}/${nth}`), plan_unit_id, lesson_no: nth + 1, title: topic[language] });
    }
  }
}

function addEntries(city: CityContext, school: School, group: Group, spec: SubjectPlanSpec, units: readonly PlacedUnit[], lessons: readonly HeldLesson[], random: Random): void {
  const { moment } = city;
  const since = city.pastSchoolDays[0] ?? moment.today;
  const id = idsWithin(school.scope);
  const language = inLanguage(school);
  const provider = { education_provider_id: city.providerId };
  const ofGroup = { school_id: school.id, teaching_group_id: group.id };
  for (const [index, { lesson, day }] of lessons.entries()) {
    const next = lessons[index + 1];
    const at = fromHelsinki(day, lesson.endsAt);
    const [gives, says, page] = [random.next() < GIVES_HOMEWORK, random.next() < SAYS_SOMETHING, random.between(12, 160)];
    if (day < since || day >= moment.today) continue;
    if (gives && next !== undefined) {
      const first = random.between(1, 6);
      city.out.add('teaching.homework', {
        ...provider, ...ofGroup, homework_id: id(`homework/${lesson.id}/${day}`), weekly_lesson_id: lesson.id, held_on: day,
        text: language === 'sv' ? `s. ${page}, uppgifterna ${first}–${first + 3}` : `s. ${page}, tehtävät ${first}–${first + 3}`,
        due_on: next.day, given_by: group.teacher.id, given_at: at, source: 'demo',
      });
    }
    const learner = says && group.members.length > 0 ? random.pick(group.members) : undefined;
    if (learner !== undefined) {
      const isPraise = random.chance(0.8);
      city.out.add('teaching.lesson_note', {
        ...provider, ...ofGroup, lesson_note_id: id(`lesson-note/${lesson.id}/${day}`), learner_id: learner.id, weekly_lesson_id: lesson.id, held_on: day,
        tone: isPraise ? 'positive' : 'neutral', phrase: { ...random.pick(isPraise ? praise : remarks) }, written_by: group.teacher.id, written_at: at, source: 'demo',
      });
    }
  }
  if (!spec.hasExams) return;
  const [earliest, latest]: [LocalDate, LocalDate] = [addDays(moment.today, -EXAM_DAYS_BEHIND), addDays(moment.today, EXAM_DAYS_AHEAD)];
  for (const [index, { spec: unit, lessons: own }] of units.entries()) {
    const last = own.at(-1);
    if (last === undefined || last.day < earliest || last.day > latest) continue;
    city.out.add('teaching.exam', {
      ...provider, ...ofGroup, exam_id: id(`exam/${group.id}/${index}`), held_on: last.day, name: unit.name[language], area: unit.topics.map((topic) => topic[language]).join(', '),
      set_by: group.teacher.id, set_at: fromHelsinki(addDays(last.day, -28), '15:40'), source: 'demo',
    });
  }
}
