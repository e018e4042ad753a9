import { readOwnDesk } from '@digione/access/server';
import { deskSource } from '@digione/platform/http';
import { listAbsenceTypes, listOpenDaysOfHome } from '@digione/school-admin/server';
import { DayCard, OpenDaysCard } from '../../contract/index.ts';
import { listFamilyToday } from './family.ts';

/** Now: how the children's day goes, or one's own. */
export const dayDesk = deskSource({
  id: 'home-school.day',
  region: 'now',
  order: 40,
  action: readOwnDesk,
  needs: ({ isGuardian, isLearner }) => isGuardian || isLearner,
  response: DayCard,
  async load({ tx, actor, clock }) {
    const children = await listFamilyToday(tx, actor, clock.today());
    return children.length === 0 ? undefined : { today: clock.today(), children };
  },
});

/** Waiting: absences to explain, on the card itself. */
export const openDaysDesk = deskSource({
  id: 'home-school.openAbsences',
  region: 'waiting',
  order: 10,
  action: readOwnDesk,
  needs: ({ isGuardian, isLearner }) => isGuardian || isLearner,
  response: OpenDaysCard,
  async load({ tx, actor }) {
    const days = await listOpenDaysOfHome(tx, actor);
    if (days.length === 0) return undefined;
    const types = await listAbsenceTypes(tx);
    return { days, types: types.filter(({ guardianMayChoose }) => guardianMayChoose) };
  },
});
