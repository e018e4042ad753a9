import { toHelsinki } from '@digione/local-date';
import { readOwnDesk } from '@digione/access/server';
import { hasRole, schoolsWithRole } from '@digione/platform/access';
import { deskSource, providerRoute } from '@digione/platform/http';
import { getSchoolToday, SchoolsToday } from '../../contract/index.ts';
import { OFFICE, readSchoolToday } from '../actions.ts';
import { getCounts, listMissing, listSchoolNumbers, listUntakenAtSchool } from './today.queries.ts';

/** Someone over a whole city's schools opens the one they mean; their desk would be a table. */
const SCHOOLS_ON_DESK = 6;

export const todayRoutes = [
  providerRoute(getSchoolToday, {
    action: readSchoolToday,
    object: ({ params }) => params.schoolId,
    async handle({ tx, clock }, { params: { schoolId } }) {
      const today = clock.today();
      const [{ schoolName, breakName, ...counts }, missing, untaken] = await Promise.all([
        getCounts(tx, schoolId, today),
        listMissing(tx, schoolId),
        listUntakenAtSchool(tx, schoolId, today),
      ]);
      return {
        schoolId,
        schoolName,
        date: today,
        at: clock.iso(),
        breakName,
        counts,
        missing: missing.map(({ sinceAt, ...learner }) => ({ ...learner, since: toHelsinki(sinceAt).time })),
        untaken,
      };
    },
  }),
];

export const schoolsTodayCard = deskSource({
  id: 'teaching.today',
  region: 'now',
  order: 20,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, ...OFFICE),
  response: SchoolsToday,
  async load({ tx, actor, clock }) {
    const schools = schoolsWithRole(actor, ...OFFICE);
    if (schools === 'all' || schools.length === 0) return undefined;
    return { schools: await listSchoolNumbers(tx, schools.slice(0, SCHOOLS_ON_DESK), clock.today()) };
  },
});
