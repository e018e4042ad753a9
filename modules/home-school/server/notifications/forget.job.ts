import { addDays } from '@digione/local-date';
import { asSystem } from '@digione/platform/db';
import type { JobDefinition } from '@digione/platform/jobs';
import { forgetNotifications } from './telling.queries.ts';

/** A notification is a nudge, not an archive: what it told of stays where it is kept. */
const DAYS_KEPT = 180;

/** @param now ISO 8601 @returns instant, ISO 8601 */
export const keptSince = (now: string): string => `${addDays(now.slice(0, 10), -DAYS_KEPT)}T00:00:00.000Z`;

/** Just after midnight in Finland, summer and winter: who has come of age is nobody's ward from this day. */
export const forgetJob: JobDefinition = {
  name: 'home-school.forgetNotifications',
  schedule: '5 21,22 * * *',
  async run(_payload, { database }) {
    const { rows } = await database.system.query<{ id: string }>('select education_provider_id as id from core_data.education_provider order by 1');
    for (const { id } of rows) {
      await asSystem('clear notifications nobody may read any more', database, { educationProviderId: id, source: 'job' }, (tx) => forgetNotifications(tx, keptSince(database.clock.iso())));
    }
  },
};
