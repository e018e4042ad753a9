import { addDays } from '@digione/local-date';
import { notFound, providerRoute } from '@digione/platform/http';
import { findLesson } from '@digione/timetable/server';
import * as contract from '../../contract/index.ts';
import { readLessonEntry } from '../actions.ts';
import { listExamsOfGroup } from '../exams/exams.queries.ts';
import { planOfLesson } from '../plans/lesson-plan.ts';
import { listHomeworkOfLesson } from './homework.queries.ts';
import { listFormer, listLearnersOn, listNextLessons, mayReadAllNotes, maySetExam, mayWrite } from './lesson.queries.ts';
import { listNotesOfLesson } from './notes.queries.ts';
import { listPhrases } from './phrases.queries.ts';
import { offered } from './phrases.ts';

const NEXT_LESSONS = 8;
/** Holidays of two weeks and a group that meets once a week. */
const DAYS_TO_NEXT = 35;

export const entryRoutes = [
  providerRoute(contract.getLessonEntry, {
    action: readLessonEntry,
    object: ({ params }) => params.weeklyLessonId,
    async handle({ tx, actor }, { params: { weeklyLessonId, heldOn } }) {
      const lesson = await findLesson(tx, weeklyLessonId, heldOn);
      if (lesson === undefined) throw notFound();
      const { teachingGroupId } = lesson;
      const [homework, exams, notes, learners, nextLessons, phrases, write, canSetExam, plan] = await Promise.all([
        listHomeworkOfLesson(tx, lesson),
        listExamsOfGroup(tx, teachingGroupId, heldOn),
        listNotesOfLesson(tx, actor, lesson),
        listLearnersOn(tx, teachingGroupId, heldOn),
        listNextLessons(tx, teachingGroupId, { first: addDays(heldOn, 1), last: addDays(heldOn, DAYS_TO_NEXT) }, NEXT_LESSONS),
        listPhrases(tx, lesson.schoolId, actor.personId),
        mayWrite(tx, actor, weeklyLessonId),
        maySetExam(tx, actor, teachingGroupId),
        planOfLesson(tx, lesson),
      ]);
      return {
        lesson,
        plan,
        homework: homework.filter((one) => one.isGivenHere),
        due: homework.filter((one) => one.dueOn === heldOn && !one.isGivenHere),
        exams,
        notes,
        learners,
        nextLessons,
        phrases: write ? offered(phrases.ofSchool, phrases.own) : [],
        can: { write, setExam: canSetExam },
      };
    },
  }),

  providerRoute(contract.listFormerEntries, {
    action: readLessonEntry,
    object: ({ params }) => params.weeklyLessonId,
    async handle({ tx, actor }, { params: { weeklyLessonId, heldOn } }) {
      const [lesson, readsAllNotes] = await Promise.all([findLesson(tx, weeklyLessonId, heldOn), mayReadAllNotes(tx, actor, weeklyLessonId)]);
      if (lesson === undefined) throw notFound();
      return { entries: await listFormer(tx, actor, lesson, readsAllNotes) };
    },
  }),
];
