import type { Actor } from '@digione/platform/access';
import type { QueryOf } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import { accountRoute, invalid, notFound, providerRoute } from '@digione/platform/http';
import { getWeek, listOwnTimetables } from '../../contract/index.ts';
import { listOwnTimetables as listOwnTimetablesAction, readTimetable } from '../actions.ts';
import { groupsOfGroup, groupsOfHomeroom, groupsOfPerson, listBareLessons, type BareLesson, type Days } from './own-groups.queries.ts';
import { listOwnTimetables as listOwn } from './own.queries.ts';
import { findGroupOwner, findHomeroomOwner, findPersonOwner, type TimetableOwner } from './owner.queries.ts';
import { schoolDays, weekOf, withGroups, withoutPlace } from './week.ts';

interface Asked {
  kind: 'person' | 'homeroom' | 'group';
  id: string;
}

function ownerAsked({ personId, homeroomId, groupId }: QueryOf<typeof getWeek>): Asked {
  const asked: Asked[] = [];
  if (personId !== undefined) asked.push({ kind: 'person', id: personId });
  if (homeroomId !== undefined) asked.push({ kind: 'homeroom', id: homeroomId });
  if (groupId !== undefined) asked.push({ kind: 'group', id: groupId });
  const [one, ...others] = asked;
  if (one === undefined || others.length > 0) throw invalid({ path: 'query.personId', key: 'timetable.problem.oneOwner' });
  return one;
}

/** Both questions are sent at once: the connection answers them in one round trip. */
function readWeek(tx: Transaction, actor: Actor, { kind, id }: Asked, days: Days): Promise<[TimetableOwner | undefined, BareLesson[]]> {
  switch (kind) {
    case 'person':
      return Promise.all([findPersonOwner(tx, actor, id, days), listBareLessons(tx, groupsOfPerson(id, days), days)]);
    case 'homeroom':
      return Promise.all([findHomeroomOwner(tx, id, days), listBareLessons(tx, groupsOfHomeroom(id, days), days)]);
    case 'group':
      return Promise.all([findGroupOwner(tx, id, days), listBareLessons(tx, groupsOfGroup(id), days)]);
  }
}

export const weekRoutes = [
  providerRoute(getWeek, {
    action: readTimetable,
    object: ({ query }) => ownerAsked(query).id,
    async handle({ tx, actor, clock }, { query }) {
      const asked = ownerAsked(query);
      const days = weekOf(query.weekOf ?? clock.today());
      const [owner, bare] = await readWeek(tx, actor, asked, days);
      // An id of another kind than the one asked for names nothing.
      if (owner === undefined) throw notFound();
      const lessons = withGroups(bare, owner.groups);
      return {
        owner: { ...asked, personId: asked.kind === 'person' ? asked.id : null, name: owner.name },
        monday: days.first,
        week: days.week,
        days: schoolDays(days.first, bare, owner.breaks),
        lessons: owner.isPlaceSecret ? lessons.map(withoutPlace) : lessons,
      };
    },
  }),
  accountRoute(listOwnTimetables, {
    action: listOwnTimetablesAction,
    async handle({ account, inProvider }) {
      const owners = [];
      for (const identity of account.identities) {
        const own = await inProvider(identity, async ({ tx, actor, about }) => {
          const rows = await listOwn(tx, actor);
          about(...rows.map((row) => row.personId));
          return rows;
        });
        owners.push(...own.map((row) => ({ educationProviderId: identity.educationProviderId, ...row })));
      }
      return { owners };
    },
  }),
];
