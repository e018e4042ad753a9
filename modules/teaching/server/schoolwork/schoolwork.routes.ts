import { addDays, startOfWeek } from '@digione/local-date';
import { readOwnDesk } from '@digione/access/server';
import { deskSource, notFound, providerRoute } from '@digione/platform/http';
import { ComingWork, getSchoolwork } from '../../contract/index.ts';
import { readSchoolwork } from '../actions.ts';
import { findLearner, listExamsOfLearners, listHomeworkOfLearners, listNotesToHome, listOwnLearners, listUnitsOfLearner } from './schoolwork.queries.ts';
import { unitsBySubject } from './units.ts';

const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6];
const NOTES_BACK = 60;
const EXAMS_AHEAD = 60;
const DESK_AHEAD = 7;

export const schoolworkRoutes = [
  providerRoute(getSchoolwork, {
    action: readSchoolwork,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor, clock }, { params: { learnerId }, query }) {
      const learner = await findLearner(tx, actor, learnerId);
      if (learner === undefined) throw notFound();
      const monday = startOfWeek(query.weekOf ?? clock.today());
      const sunday = addDays(monday, 6);
      // A text may name the place: to whom that is hidden the week says nothing, and not that it is so.
      const [homework, exams, notes, subjects] = learner.isPlaceHidden
        ? [[], [], [], []]
        : await Promise.all([
            listHomeworkOfLearners(tx, [learnerId], { first: monday, last: sunday }),
            listExamsOfLearners(tx, [learnerId], { first: monday, last: addDays(sunday, EXAMS_AHEAD) }),
            listNotesToHome(tx, learnerId, addDays(clock.today(), -NOTES_BACK)),
            listUnitsOfLearner(tx, learnerId, clock.today()).then((units) => unitsBySubject(units, clock.today())),
          ]);
      return {
        learnerId,
        callName: learner.callName,
        monday,
        days: DAYS_OF_WEEK.map((day) => addDays(monday, day)).map((date) => ({
          date,
          homework: homework.filter((one) => one.dueOn === date),
          exams: exams.filter((one) => one.heldOn === date),
        })),
        subjects,
        later: exams.filter((one) => one.heldOn > sunday),
        notes,
      };
    },
  }),
];

/** Coming: what is due and examined in the next days. */
export const comingWorkCard = deskSource({
  id: 'teaching.coming',
  region: 'coming',
  order: 20,
  action: readOwnDesk,
  needs: ({ isGuardian, isLearner }) => isGuardian || isLearner,
  response: ComingWork,
  async load({ tx, actor, clock }) {
    const learners = (await listOwnLearners(tx, actor)).filter(({ isPlaceHidden }) => !isPlaceHidden);
    if (learners.length === 0) return undefined;
    const ids = learners.map(({ learnerId }) => learnerId);
    const days = { first: clock.today(), last: addDays(clock.today(), DESK_AHEAD) };
    const [homework, exams] = await Promise.all([listHomeworkOfLearners(tx, ids, days), listExamsOfLearners(tx, ids, days)]);
    if (homework.length === 0 && exams.length === 0) return undefined;
    return {
      learners: learners.map(({ learnerId, callName }) => ({
        learnerId,
        callName,
        homework: homework.filter((one) => one.learnerId === learnerId),
        exams: exams.filter((one) => one.learnerId === learnerId),
      })),
    };
  },
});
