import * as contract from '@digione/core-data/contract';
import { notFound, providerRoute } from '@digione/platform/http';
import * as actions from '../actions.ts';
import * as schools from './schools.queries.ts';

export const schoolRoutes = [
  providerRoute(contract.listSchools, {
    action: actions.readSchools,
    handle: async ({ tx }) => ({ schools: await schools.listSchools(tx) }),
  }),
  providerRoute(contract.listHomerooms, {
    action: actions.readSchoolGroups,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params }) => ({ homerooms: await schools.listHomerooms(tx, params.schoolId) }),
  }),
  providerRoute(contract.getHomeroom, {
    action: actions.readHomeroom,
    object: ({ params }) => params.homeroomId,
    async handle({ tx }, { params }) {
      const homeroom = await schools.findHomeroom(tx, params.homeroomId);
      if (homeroom === undefined) throw notFound();
      return homeroom;
    },
  }),
  providerRoute(contract.listTeachingGroups, {
    action: actions.readSchoolGroups,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params }) => ({ groups: await schools.listTeachingGroups(tx, params.schoolId) }),
  }),
  providerRoute(contract.getSchoolYear, {
    action: actions.readSchools,
    async handle({ tx }) {
      const year = await schools.findSchoolYear(tx);
      if (year === undefined) throw notFound();
      const [periods, breaks] = await Promise.all([schools.listPeriods(tx, year.schoolYearId), schools.listBreaks(tx, year.schoolYearId)]);
      return { ...year, periods, breaks };
    },
  }),
];
