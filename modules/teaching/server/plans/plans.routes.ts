import { v7 as uuidv7 } from 'uuid';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { PLAN_CHANGED } from '../../events.ts';
import { readPlan, savePlan } from '../actions.ts';
import { listTeachersToday } from '../entries/lesson.queries.ts';
import { findCurriculum, getGroup, readGroupPlan } from './plan.ts';
import { firstFrom } from './place.ts';
import {
  findLessonVersion, findPlanOfGroup, findUnit, insertPlan, insertUnit, listLessonsOfGroup, markUnitRemoved, updatePlan, updateUnit, upsertLesson, type PlannedGroupRow, type PlanRow,
} from './plans.queries.ts';

/** Wakes the pages of the group's teachers. */
export async function announce({ tx, emit }: ProviderContext, group: Pick<PlannedGroupRow, 'groupId' | 'schoolId'>, planId: string): Promise<void> {
  const payload = { schoolId: group.schoolId, teachingGroupId: group.groupId, planId };
  await emit({ name: PLAN_CHANGED, payload, live: { topics: ['plan', 'schoolwork'], personIds: await listTeachersToday(tx, group.groupId) } });
}

async function getPlan({ tx }: ProviderContext, groupId: string): Promise<PlanRow> {
  const plan = await findPlanOfGroup(tx, groupId);
  if (plan === undefined) throw new HttpProblem(409, { detail: 'teaching.problem.noPlan' });
  return plan;
}

/** The unit, if it is of the group's plan; of another plan there is none. */
async function findOwnUnit({ tx }: ProviderContext, plan: PlanRow, planUnitId: string) {
  const unit = await findUnit(tx, planUnitId);
  if (unit !== undefined && unit.planId !== plan.planId) throw notFound();
  return unit;
}

const orNull = (text: string | null): string | null => (text === '' ? null : text);

async function refuseUnknown(context: ProviderContext, groupId: string, keys: { objectiveKeys: readonly string[]; contentKeys: readonly string[] }): Promise<void> {
  if (keys.objectiveKeys.length + keys.contentKeys.length === 0) return;
  const known = new Set((await findCurriculum(context, groupId)).elements.map(({ key }) => key));
  const objective = keys.objectiveKeys.findIndex((key) => !known.has(key));
  if (objective >= 0) throw invalid({ path: `objectiveKeys.${objective}`, key: 'teaching.problem.unknownObjective' });
  const content = keys.contentKeys.findIndex((key) => !known.has(key));
  if (content >= 0) throw invalid({ path: `contentKeys.${content}`, key: 'teaching.problem.unknownObjective' });
}

export const planRoutes = [
  providerRoute(contract.getGroupPlan, {
    action: readPlan,
    object: ({ params }) => params.groupId,
    handle: (context, { params }) => readGroupPlan(context, params.groupId),
  }),

  providerRoute(contract.savePlan, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId }, body, ifMatch }) {
      const { tx, actor, clock } = context;
      const [group, plan, { place, gradeLevel }] = [await getGroup(context, groupId), await findPlanOfGroup(tx, groupId, true), await findCurriculum(context, groupId)];
      if ((plan?.version ?? 0) !== ifMatch) throw new HttpProblem(412);
      const said = { ...body, description: orNull(body.description), place };
      const planId = plan?.planId ?? uuidv7();
      if (plan === undefined) {
        const { schoolId, schoolYearId, subjectId } = group;
        if (!(await insertPlan(tx, { ...said, planId, groupId, schoolId, schoolYearId, subjectId, gradeLevel, copiedFrom: null, by: actor.personId, at: clock.iso() }))) throw new HttpProblem(412);
      } else await updatePlan(tx, planId, said);
      await announce(context, group, planId);
      return getPlan(context, groupId);
    },
  }),

  providerRoute(contract.savePlanUnit, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, planUnitId }, body, ifMatch }) {
      const { tx, actor, clock } = context;
      const [group, plan] = [await getGroup(context, groupId), await getPlan(context, groupId)];
      const unit = await findOwnUnit(context, plan, planUnitId);
      if ((unit?.version ?? 0) !== ifMatch) throw new HttpProblem(412);
      const { startsOn, endsOn } = group;
      if (body.startsOn < startsOn || body.startsOn > endsOn) throw invalid({ path: 'startsOn', key: 'teaching.problem.unitOutsideYear', values: { from: startsOn, to: endsOn } });
      const lessons = await listLessonsOfGroup(tx, groupId, group);
      const left = lessons.length - firstFrom(lessons, body.startsOn);
      if (body.lessonCount > left) throw invalid({ path: 'lessonCount', key: 'teaching.problem.unitTooLong', values: { count: left } });
      await refuseUnknown(context, groupId, body);
      const words = { ...body, notes: orNull(body.notes), by: actor.personId, at: clock.iso() };
      let version = 1;
      if (unit === undefined) {
        if (!(await insertUnit(tx, { ...words, planUnitId, planId: plan.planId }))) throw new HttpProblem(412);
      } else version = (await updateUnit(tx, planUnitId, words)) ?? unit.version;
      await announce(context, group, plan.planId);
      return { planUnitId, version };
    },
  }),

  providerRoute(contract.removePlanUnit, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, planUnitId }, ifMatch }) {
      const [group, plan] = [await getGroup(context, groupId), await getPlan(context, groupId)];
      const unit = await findOwnUnit(context, plan, planUnitId);
      if (unit === undefined || unit.isRemoved) throw notFound();
      if (unit.version !== ifMatch) throw new HttpProblem(412);
      const version = await markUnitRemoved(context.tx, planUnitId, context.actor.personId, context.clock.iso());
      await announce(context, group, plan.planId);
      return { version };
    },
  }),

  providerRoute(contract.savePlanLesson, {
    action: savePlan,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, planUnitId, lessonNo }, body, ifMatch }) {
      const { tx, actor, clock } = context;
      const [group, plan] = [await getGroup(context, groupId), await getPlan(context, groupId)];
      const unit = await findOwnUnit(context, plan, planUnitId);
      if (unit === undefined || unit.isRemoved) throw notFound();
      if (lessonNo > unit.lessonCount) throw invalid({ path: 'lessonNo', key: 'teaching.problem.noLesson' });
      if ((await findLessonVersion(tx, planUnitId, lessonNo)) !== ifMatch) throw new HttpProblem(412);
      await refuseUnknown(context, groupId, { objectiveKeys: body.objectiveKeys, contentKeys: [] });
      const words = { ...body, title: orNull(body.title), notes: orNull(body.notes), planLessonId: uuidv7(), by: actor.personId, at: clock.iso() };
      const version = (await upsertLesson(tx, planUnitId, lessonNo, words, ifMatch)) ?? (await findLessonVersion(tx, planUnitId, lessonNo));
      // Who wrote first meanwhile has made another version of it.
      if (version > ifMatch + 1 || (version === ifMatch && version === 0)) throw new HttpProblem(412);
      await announce(context, group, plan.planId);
      return { lessonNo, version };
    },
  }),
];
