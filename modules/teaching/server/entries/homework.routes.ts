import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import { findLesson, type LessonRow } from '@digione/timetable/server';
import * as contract from '../../contract/index.ts';
import { HOMEWORK_CHANGED } from '../../events.ts';
import { saveLessonEntry } from '../actions.ts';
import { announceWork } from './announce.ts';
import { findHomework, insertHomework, markHomeworkRemoved, updateHomework, type KeptHomework } from './homework.queries.ts';
import { findSchoolYear } from './lesson.queries.ts';

interface Named {
  weeklyLessonId: string;
  heldOn: string;
  homeworkId: string;
}

async function getLesson({ tx }: ProviderContext, { weeklyLessonId, heldOn }: Named): Promise<LessonRow> {
  const lesson = await findLesson(tx, weeklyLessonId, heldOn);
  if (lesson === undefined) throw notFound();
  return lesson;
}

/** Homework of that id, if it was given in that lesson; of another lesson there is none. */
async function findHere({ tx }: ProviderContext, named: Named): Promise<KeptHomework | undefined> {
  const kept = await findHomework(tx, named.homeworkId);
  if (kept !== undefined && (kept.weeklyLessonId !== named.weeklyLessonId || kept.givenOn !== named.heldOn)) throw notFound();
  return kept;
}

export const homeworkRoutes = [
  providerRoute(contract.saveHomework, {
    action: saveLessonEntry,
    object: ({ params }) => params.weeklyLessonId,
    async handle(context, { params, body, ifMatch }) {
      const { tx, actor, clock } = context;
      const lesson = await getLesson(context, params);
      const year = await findSchoolYear(tx, lesson.heldOn);
      if (body.dueOn < lesson.heldOn) throw invalid({ path: 'dueOn', key: 'teaching.problem.dueBefore' });
      if (year === undefined || body.dueOn > year.lastDay) throw invalid({ path: 'dueOn', key: 'teaching.problem.outsideYear' });
      const kept = await findHere(context, params);
      if ((kept?.version ?? 0) !== ifMatch) throw new HttpProblem(412);
      if (kept === undefined) {
        const given = { homeworkId: params.homeworkId, ...body, by: actor.personId, at: clock.iso() };
        if (!(await insertHomework(tx, lesson, given))) throw new HttpProblem(412);
      } else await updateHomework(tx, params.homeworkId, body);
      await announceWork(context, HOMEWORK_CHANGED, {
        schoolId: lesson.schoolId,
        teachingGroupId: lesson.teachingGroupId,
        id: params.homeworkId,
        on: body.dueOn,
        change: kept === undefined ? 'given' : 'corrected',
      });
      const saved = await findHomework(tx, params.homeworkId);
      if (saved === undefined) throw new Error('Homework that has just been written is not there.');
      return saved;
    },
  }),

  providerRoute(contract.removeHomework, {
    action: saveLessonEntry,
    object: ({ params }) => params.weeklyLessonId,
    async handle(context, { params, ifMatch }) {
      const lesson = await getLesson(context, params);
      const kept = await findHere(context, params);
      if (kept === undefined || kept.isRemoved) throw notFound();
      if (kept.version !== ifMatch) throw new HttpProblem(412);
      const version = await markHomeworkRemoved(context.tx, params.homeworkId, context.clock.iso());
      const { schoolId, teachingGroupId } = lesson;
      await announceWork(context, HOMEWORK_CHANGED, { schoolId, teachingGroupId, id: params.homeworkId, on: kept.dueOn, change: 'removed' });
      return { version };
    },
  }),
];
