import { providerRoute } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { listAbsenceTypes } from '../absences/absence-types.queries.ts';
import { listOpenAbsences } from '../actions.ts';
import { listOpenDaysOfHomerooms } from './open-days.queries.ts';

export const openDayRoutes = [
  providerRoute(contract.listOpenAbsences, {
    action: listOpenAbsences,
    async handle({ tx, actor }, { query }) {
      const [days, types] = await Promise.all([listOpenDaysOfHomerooms(tx, actor, query.homeroomId), listAbsenceTypes(tx)]);
      return { days, types };
    },
  }),
];
