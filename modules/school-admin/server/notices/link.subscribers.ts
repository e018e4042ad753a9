import type { Subscriber } from '@digione/platform/events';
import { AbsenceMarked, AbsenceNoticed } from '../../events.ts';
import { listConcerned } from '../absences/audience.queries.ts';
import { linkToNotices } from './link.queries.ts';

/**
 * A mark and a notice written at the same moment do not see each other. Each announces itself after its commit, and
 * whichever comes last finds the other here.
 */
const link = (name: string, event: string, learnerIdsOf: (payload: unknown) => readonly string[]): Subscriber => ({
  name,
  event,
  async handle(tx, { payload }) {
    const linked = await linkToNotices(tx, learnerIdsOf(payload));
    const learnerIds = [...new Set(linked.map(({ learnerId }) => learnerId))];
    return learnerIds.length === 0 ? [] : [{ topics: ['absence'], personIds: await listConcerned(tx, learnerIds) }];
  },
});

export const linkSubscribers = [
  link('school-admin.linkMarkToNotice', 'absence.marked', (payload) => AbsenceMarked.parse(payload).learnerIds),
  link('school-admin.linkNoticeToMark', 'absence.noticed', (payload) => [AbsenceNoticed.parse(payload).learnerId]),
];
