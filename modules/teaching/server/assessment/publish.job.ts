import { asSystem, type Transaction } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import type { JobDefinition } from '@digione/platform/jobs';
import { guardiansToTell } from '@digione/school-admin/server';
import { MARKS_PUBLISHED, type MarksPublished } from '../../events.ts';
import { listProvidersToTell, listPublishedLearners, takeComeRounds } from './announce.queries.ts';
import { listMarkers } from './rounds.queries.ts';

/** Tells the open pages of the rounds whose moment has come. That homes may read hangs on the moment alone, not on this. */
export async function announceComeRounds(tx: Transaction): Promise<void> {
  for (const round of await takeComeRounds(tx)) {
    const learnerIds = await listPublishedLearners(tx, round.markRoundId);
    const home = (await guardiansToTell(tx, learnerIds)).map(({ guardianId }) => guardianId);
    const payload: MarksPublished = { ...round, learnerIds };
    await emit(tx, { name: MARKS_PUBLISHED, payload: { ...payload }, live: { topics: ['learning', 'marks', 'desk'], personIds: [...new Set([...learnerIds, ...home, ...(await listMarkers(tx, round))])] } }, null);
  }
}

export const publishJob: JobDefinition = {
  name: 'teaching.announceMarks',
  schedule: '* * * * *',
  async run(_payload, { database }) {
    for (const educationProviderId of await listProvidersToTell(database)) {
      await asSystem('tell of marks whose moment has come', database, { educationProviderId, source: 'job' }, announceComeRounds);
    }
  },
};
