import { v7 as uuidv7 } from 'uuid';
import { HttpProblem, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { listPlannedGroups, readSchoolCoverage, savePlan } from '../actions.ts';
import { findSchoolYear } from '../entries/lesson.queries.ts';
import { shifted } from './copy.ts';
import { countStates, coverage } from './coverage.ts';
import { overByWeekday } from './over.ts';
import { findCurriculum, getGroup } from './plan.ts';
import { findPlanOfGroup, insertPlan, listLessonsOfGroup, listUnits, type UnitRow } from './plans.queries.ts';
import { announce } from './plans.routes.ts';
import { findSource, insertCopies, listCopyable, readCoverageOfOwn, readCoverageOfSchool, type Coverage, type CoveringUnitRow } from './sharing.queries.ts';

const withNewIds = (unit: UnitRow, lessonCount = unit.lessonCount) => ({
  ...unit,
  newId: uuidv7(),
  lessons: unit.lessons.filter(({ lessonNo }) => lessonNo <= lessonCount).map((lesson) => ({ ...lesson, newId: uuidv7() })),
});

function counted({ groups, units, days }: Coverage, today: string): contract.PlannedGroup[] {
  const byPlan = new Map<string, CoveringUnitRow[]>();
  for (const unit of units) byPlan.set(unit.planId, [...(byPlan.get(unit.planId) ?? []), unit]);
  const daysOf = new Map<string, Map<number, string[]>>();
  for (const row of days) daysOf.set(row.schoolId, new Map([...(daysOf.get(row.schoolId) ?? []), [row.weekday, row.days]]));
  return groups.map(({ objectiveKeys, weekly, schoolId, ...group }) => {
    const own = group.planId === null ? [] : (byPlan.get(group.planId) ?? []);
    return { ...group, ...countStates(objectiveKeys ?? [], coverage(own, overByWeekday(weekly, daysOf.get(schoolId) ?? new Map(), today))) };
  });
}

async function yearSoFar({ tx, clock }: ProviderContext): Promise<{ startsOn: string; today: string }> {
  const today = clock.today();
  return { startsOn: (await findSchoolYear(tx, today))?.firstDay ?? today, today };
}

export const sharingRoutes = [
  providerRoute(contract.copyPlan, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId }, body }) {
      const { tx, actor, clock } = context;
      const [group, source] = [await getGroup(context, groupId), await findSource(tx, actor, body.planId)];
      if (source === undefined) throw notFound();
      const [units, lessons, { place, gradeLevel, elements }] = await Promise.all([listUnits(tx, source.planId), listLessonsOfGroup(tx, groupId, group), findCurriculum(context, groupId)]);
      const by = { personId: actor.personId, at: clock.iso() };
      const known = await findPlanOfGroup(tx, groupId, true);
      const planId = known?.planId ?? uuidv7();
      if (known === undefined) {
        const { schoolId, schoolYearId, subjectId } = group;
        const head = { name: source.name, description: source.description, sharing: 'group' as const, place, gradeLevel, copiedFrom: source.planId };
        if (!(await insertPlan(tx, { ...head, planId, groupId, schoolId, schoolYearId, subjectId, by: by.personId, at: by.at }))) throw new HttpProblem(412);
      }
      // Objectives of another grade level or curriculum are not the group's.
      const asked = new Set(elements.map(({ key }) => key));
      const copies = units.flatMap((unit) => {
        const moved = shifted(unit, source.yearStartsOn, group, lessons);
        if (moved === undefined) return [];
        const { lessons: written, ...copy } = withNewIds(moved, moved.lessonCount);
        const kept = (keys: readonly string[]) => keys.filter((key) => asked.has(key));
        return [{ ...copy, objectiveKeys: kept(moved.objectiveKeys), contentKeys: kept(moved.contentKeys), lessons: written.map((lesson) => ({ ...lesson, objectiveKeys: kept(lesson.objectiveKeys) })) }];
      });
      await insertCopies(tx, planId, copies, by);
      await announce(context, group, planId);
      const plan = await findPlanOfGroup(tx, groupId);
      if (plan === undefined) throw new Error('A plan that has just been written is not there.');
      return { plan, units: copies.length };
    },
  }),

  providerRoute(contract.saveAsTemplate, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId }, body }) {
      const { tx, actor, clock } = context;
      const [group, plan] = [await getGroup(context, groupId), await findPlanOfGroup(tx, groupId)];
      if (plan === undefined) throw new HttpProblem(409, { detail: 'teaching.problem.noPlan' });
      const { gradeLevel, place } = await findCurriculum(context, groupId);
      const by = { personId: actor.personId, at: clock.iso() };
      const planId = uuidv7();
      const { schoolId, schoolYearId, subjectId } = group;
      await insertPlan(tx, { ...body, planId, groupId: null, schoolId, schoolYearId, subjectId, gradeLevel, place, description: plan.description, copiedFrom: plan.planId, by: by.personId, at: by.at });
      await insertCopies(tx, planId, (await listUnits(tx, plan.planId)).map((unit) => withNewIds(unit)), by);
      return { planId, ...body, description: plan.description, version: 1 };
    },
  }),

  providerRoute(contract.listPlansToCopy, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId } }) {
      const [group, { gradeLevel }] = [await getGroup(context, groupId), await findCurriculum(context, groupId)];
      return { plans: await listCopyable(context.tx, context.actor, group, gradeLevel) };
    },
  }),

  providerRoute(contract.listPlannedGroups, {
    action: listPlannedGroups,
    async handle(context) {
      const year = await yearSoFar(context);
      return { groups: counted(await readCoverageOfOwn(context.tx, context.actor, year), year.today) };
    },
  }),

  providerRoute(contract.getSchoolCoverage, {
    action: readSchoolCoverage,
    object: ({ params }) => params.schoolId,
    async handle(context, { params }) {
      const year = await yearSoFar(context);
      return { groups: counted(await readCoverageOfSchool(context.tx, params.schoolId, year), year.today) };
    },
  }),
];
