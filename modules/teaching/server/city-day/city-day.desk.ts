import { readOwnDesk } from '@digione/access/server';
import { hasProviderWideRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { CityDay } from '../../contract/index.ts';
import { listSchoolsOfCity } from './city-day.queries.ts';

export const cityDayCard = deskSource({
  id: 'teaching.cityDay',
  region: 'now',
  order: 70,
  action: readOwnDesk,
  needs: (identity) => hasProviderWideRole(identity, 'expert'),
  response: CityDay,
  async load({ tx, clock }) {
    const schools = await listSchoolsOfCity(tx, clock.today());
    return schools.length === 0 ? undefined : { schools };
  },
});
