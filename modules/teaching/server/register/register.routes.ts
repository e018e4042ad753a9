import { notFound, providerRoute } from '@digione/platform/http';
import { listNoticesCovering } from '@digione/school-admin/server';
import { findLesson } from '@digione/timetable/server';
import { fromHelsinki } from '@digione/local-date';
import { getRegister, saveRegister } from '../../contract/index.ts';
import { readRegister, saveRegister as saveRegisterAction } from '../actions.ts';
import { isOfficeOf } from './office.ts';
import { findRegister, findRights, listMembers } from './register.queries.ts';
import { lockOf, markOf, stateOf } from './register.ts';
import { save } from './save.ts';

export const registerRoutes = [
  providerRoute(getRegister, {
    action: readRegister,
    object: ({ params }) => params.weeklyLessonId,
    async handle({ tx, actor, clock }, { params }) {
      const [lesson, members, register, rights] = await Promise.all([
        findLesson(tx, params.weeklyLessonId, params.heldOn),
        listMembers(tx, params),
        findRegister(tx, params),
        findRights(tx, actor, params.weeklyLessonId),
      ]);
      if (lesson === undefined) throw notFound();
      const notices = await listNoticesCovering(
        tx,
        members.map((member) => member.personId),
        fromHelsinki(lesson.heldOn, lesson.startsAt),
        fromHelsinki(lesson.heldOn, lesson.endsAt),
      );
      const noticeOf = new Map(notices.map((notice) => [notice.learnerId, { typeName: notice.typeName }]));
      return {
        lesson,
        state: stateOf(register),
        version: register?.version ?? 0,
        takenAt: register?.takenAt ?? null,
        takenBy: register?.takenBy ?? null,
        topic: register?.topic ?? null,
        lock: lockOf(lesson, { ...rights, isOffice: isOfficeOf(actor, lesson) }, { ms: clock.ms(), today: clock.today() }),
        learners: members.map((member) => ({ ...member, mark: markOf(member, register), notice: noticeOf.get(member.personId) ?? null })),
      };
    },
  }),
  providerRoute(saveRegister, {
    action: saveRegisterAction,
    object: ({ params }) => params.weeklyLessonId,
    handle: save,
  }),
];
