import { findGroupPlace } from '@digione/curriculum/server';
import { notFound, type ProviderContext } from '@digione/platform/http';
import type { GroupPlan, PlanUnit } from '../../contract/index.ts';
import { coverage, overAmong, stateOf } from './coverage.ts';
import { listElements, type ElementRow } from './objectives.queries.ts';
import { lessonsOf, type HeldLesson } from './place.ts';
import { findGroup, findPlanOfGroup, listBreaks, listLessonsOfGroup, listUnits, type NewPlan, type PlannedGroupRow, type UnitRow } from './plans.queries.ts';

/** The group, or 404. */
export async function getGroup({ tx, actor }: ProviderContext, groupId: string): Promise<PlannedGroupRow> {
  const group = await findGroup(tx, actor, groupId);
  if (group === undefined) throw notFound();
  return group;
}

export interface GroupCurriculum {
  gradeLevel: number | null;
  place: NewPlan['place'];
  elements: ElementRow[];
}

/** What the curriculum in force asks of the group this year. */
export async function findCurriculum({ tx }: Pick<ProviderContext, 'tx'>, groupId: string): Promise<GroupCurriculum> {
  const found = await findGroupPlace(tx, groupId);
  if (found === undefined || found.editionId === null || found.unitKey === null) return { gradeLevel: found?.gradeLevel ?? null, place: null, elements: [] };
  const { editionId, unitKey, gradeLevel } = found;
  const elements = await listElements(tx, editionId, unitKey);
  return { gradeLevel, elements, place: { editionId, unitKey, objectiveKeys: elements.filter(({ kind }) => kind === 'objective').map(({ key }) => key) } };
}

/** A unit on the lessons that the group really has. */
function unitOn(unit: UnitRow, lessons: readonly HeldLesson[]): PlanUnit {
  const { planId: _planId, ...words } = unit;
  const held = lessonsOf(unit, lessons);
  return {
    ...words,
    endsOn: held.at(-1)?.heldOn ?? null,
    lessons: held.map((lesson, index) => {
      const written = unit.lessons.find((one) => one.lessonNo === index + 1);
      const at = { lessonNo: index + 1, weeklyLessonId: lesson?.weeklyLessonId ?? null, heldOn: lesson?.heldOn ?? null };
      return written === undefined
        ? { ...at, title: null, notes: null, objectiveKeys: [], links: [], version: 0, changedBy: null, changedAt: null }
        : { ...at, ...written, changedAt: instant(written.changedAt) };
    }),
  };
}

/** PostgreSQL writes instants in JSON with an offset. */
const instant = (text: string): string => new Date(text).toISOString();

/** The whole plan of a group. */
export async function readGroupPlan(context: ProviderContext, groupId: string): Promise<GroupPlan> {
  const { tx } = context;
  const group = await getGroup(context, groupId);
  const [lessons, breaks, plan, curriculum] = await Promise.all([
    listLessonsOfGroup(tx, groupId, group),
    listBreaks(tx, group.schoolId, group.schoolYearId),
    findPlanOfGroup(tx, groupId),
    findCurriculum(context, groupId),
  ]);
  const units = plan === undefined ? [] : await listUnits(tx, plan.planId);
  const covered = coverage(units, overAmong(lessons));
  return {
    group: { groupId, name: group.name, subject: group.subject, gradeLevel: curriculum.gradeLevel },
    year: { name: group.yearName, startsOn: group.startsOn, endsOn: group.endsOn },
    breaks,
    lessons,
    plan: plan ?? null,
    units: units.map((unit) => unitOn(unit, lessons)),
    curriculum: curriculum.place === null ? null : { editionId: curriculum.place.editionId, unitKey: curriculum.place.unitKey },
    objectives: curriculum.elements
      .filter(({ kind }) => kind === 'objective')
      .map(({ key, label, name }) => ({ key, label, text: name, state: stateOf(covered.get(key)), lessons: covered.get(key)?.lessons ?? 0, over: covered.get(key)?.over ?? 0 })),
    contents: curriculum.elements.filter(({ kind }) => kind === 'content-area').map(({ key, label, name }) => ({ key, label, name })),
    can: { edit: group.canEdit },
  };
}
