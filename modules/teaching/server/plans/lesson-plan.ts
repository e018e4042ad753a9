import type { Transaction } from '@digione/platform/db';
import type { LessonRow } from '@digione/timetable/server';
import type { PlanOfLesson } from '../../contract/index.ts';
import { listElements } from './objectives.queries.ts';
import { numberOf } from './place.ts';
import { findCurriculum } from './plan.ts';
import { findPlanOfGroup, listLessonsOfGroup, listUnits } from './plans.queries.ts';

/** What the group's plan says of one lesson. Only units that have begun by its day are placed on the lessons from their first day on. */
export async function planOfLesson(tx: Transaction, lesson: Pick<LessonRow, 'weeklyLessonId' | 'heldOn' | 'teachingGroupId'>): Promise<PlanOfLesson[]> {
  const plan = await findPlanOfGroup(tx, lesson.teachingGroupId);
  if (plan === undefined) return [];
  const begun = (await listUnits(tx, plan.planId)).filter(({ startsOn }) => startsOn <= lesson.heldOn);
  const first = begun[0];
  if (first === undefined) return [];
  const lessons = await listLessonsOfGroup(tx, lesson.teachingGroupId, { startsOn: first.startsOn, endsOn: lesson.heldOn });
  // What was in force when the plan was saved; where nothing was, what is now.
  const elements = plan.editionId === null || plan.unitKey === null ? (await findCurriculum({ tx }, lesson.teachingGroupId)).elements : await listElements(tx, plan.editionId, plan.unitKey);
  return begun.flatMap((unit) => {
    const lessonNo = numberOf(unit, lessons, lesson);
    if (lessonNo === undefined) return [];
    const written = unit.lessons.find((one) => one.lessonNo === lessonNo);
    const keys = written !== undefined && written.objectiveKeys.length > 0 ? written.objectiveKeys : unit.objectiveKeys;
    return {
      unitName: unit.name,
      lessonNo,
      lessonCount: unit.lessonCount,
      title: written?.title ?? null,
      notes: written?.notes ?? null,
      links: [...(written?.links ?? []), ...unit.links],
      objectives: elements.filter(({ key }) => keys.includes(key)).map(({ key, label, name }) => ({ key, label, text: name })),
    };
  });
}
