import { readOwnDesk } from '@digione/access/server';
import { hasRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { OpenDaysOfHomerooms } from '../../contract/index.ts';
import { listAbsenceTypes } from '../absences/absence-types.queries.ts';
import { listOpenDaysOfMyHomerooms } from './open-days.queries.ts';

/** So many fit on a card; the rest is behind its link. */
const SHOWN = 4;

export const openDaysDesk = deskSource({
  id: 'school-admin.openAbsences',
  region: 'waiting',
  order: 30,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor'),
  response: OpenDaysOfHomerooms,
  async load({ tx, actor }) {
    const days = await listOpenDaysOfMyHomerooms(tx, actor);
    return days.length === 0 ? undefined : { days: days.slice(0, SHOWN), total: days.length, types: await listAbsenceTypes(tx) };
  },
});
