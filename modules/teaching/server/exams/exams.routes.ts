import { addDays, startOfWeek } from '@digione/local-date';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { EXAM_CHANGED } from '../../events.ts';
import { setExam } from '../actions.ts';
import { announceWork } from '../entries/announce.ts';
import { findSchoolDayFault } from '../entries/lesson.queries.ts';
import { findExam, findSchoolOfGroup, getExamLoad, insertExam, markExamRemoved, updateExam, type KeptExam } from './exams.queries.ts';

const FAULTS = { 'outside-year': 'teaching.problem.outsideYear', break: 'teaching.problem.onBreak', weekend: 'teaching.problem.onWeekend' } as const;

async function findOfGroup({ tx }: ProviderContext, groupId: string, examId: string): Promise<KeptExam | undefined> {
  const kept = await findExam(tx, examId);
  if (kept !== undefined && kept.teachingGroupId !== groupId) throw notFound();
  return kept;
}

export const examRoutes = [
  providerRoute(contract.saveExam, {
    action: setExam,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, examId }, body, ifMatch }) {
      const { tx, actor, clock } = context;
      const schoolId = await findSchoolOfGroup(tx, groupId);
      if (schoolId === undefined) throw notFound();
      const fault = await findSchoolDayFault(tx, schoolId, body.heldOn);
      if (fault !== null) throw invalid({ path: 'heldOn', key: FAULTS[fault] });
      const kept = await findOfGroup(context, groupId, examId);
      if ((kept?.version ?? 0) !== ifMatch) throw new HttpProblem(412);
      const said = { ...body, area: body.area === '' ? null : body.area };
      if (kept === undefined) {
        if (!(await insertExam(tx, { ...said, examId, schoolId, groupId, by: actor.personId, at: clock.iso() }))) throw new HttpProblem(412);
      } else await updateExam(tx, examId, said);
      await announceWork(context, EXAM_CHANGED, { schoolId, teachingGroupId: groupId, id: examId, on: body.heldOn, change: kept === undefined ? 'given' : 'corrected' });
      const saved = await findExam(tx, examId);
      if (saved === undefined) throw new Error('An exam that has just been written is not there.');
      return saved;
    },
  }),

  providerRoute(contract.removeExam, {
    action: setExam,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId, examId }, ifMatch }) {
      const kept = await findOfGroup(context, groupId, examId);
      if (kept === undefined || kept.isRemoved) throw notFound();
      if (kept.version !== ifMatch) throw new HttpProblem(412);
      const version = await markExamRemoved(context.tx, examId, context.clock.iso());
      const schoolId = (await findSchoolOfGroup(context.tx, groupId)) ?? '';
      await announceWork(context, EXAM_CHANGED, { schoolId, teachingGroupId: groupId, id: examId, on: kept.heldOn, change: 'removed' });
      return { version };
    },
  }),

  providerRoute(contract.getExamLoad, {
    action: setExam,
    object: ({ params }) => params.groupId,
    async handle({ tx }, { params: { groupId }, query }) {
      const monday = startOfWeek(query.on);
      return getExamLoad(tx, groupId, { monday, sunday: addDays(monday, 6), on: query.on, leftOut: query.examId ?? null });
    },
  }),
];
