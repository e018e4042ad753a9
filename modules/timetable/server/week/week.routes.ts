import type { Actor } from '@digione/platform/access';
import type { QueryOf } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import { accountRoute, invalid, notFound, providerRoute } from '@digione/platform/http';
import { getWeek, listOwnTimetables } from '../../contract/index.ts';
import { listOwnTimetables as listOwnTimetablesAction, readTimetable } from '../actions.ts';
import { listLessonsOfGroup, listLessonsOfHomeroom, listLessonsOfPerson, type LessonRow } from '../lessons/lessons.queries.ts';
import { findGroupOwner, findHomeroomOwner, findPersonOwner, listOwnTimetables as listOwn, type TimetableOwner } from './owner.queries.ts';
import { daysOfWeek, schoolDays, withoutPlace } from './week.ts';

type Query = QueryOf<typeof getWeek>;

interface Asked {
  kind: 'person' | 'homeroom' | 'group';
  id: string;
}

function ownerAsked({ personId, homeroomId, groupId }: Query): Asked {
  const asked: Asked[] = [];
  if (personId !== undefined) asked.push({ kind: 'person', id: personId });
  if (homeroomId !== undefined) asked.push({ kind: 'homeroom', id: homeroomId });
  if (groupId !== undefined) asked.push({ kind: 'group', id: groupId });
  const [one, ...others] = asked;
  if (one === undefined || others.length > 0) throw invalid({ path: 'query.personId', key: 'timetable.problem.oneOwner' });
  return one;
}

/** Both questions are sent at once: the connection answers them in one round trip. */
function readOwner(tx: Transaction, actor: Actor, { kind, id }: Asked, first: string, last: string): Promise<[TimetableOwner | undefined, LessonRow[]]> {
  switch (kind) {
    case 'person':
      return Promise.all([findPersonOwner(tx, actor, id, first, last), listLessonsOfPerson(tx, id, first, last)]);
    case 'homeroom':
      return Promise.all([findHomeroomOwner(tx, id, first, last), listLessonsOfHomeroom(tx, id, first, last)]);
    case 'group':
      return Promise.all([findGroupOwner(tx, id, first, last), listLessonsOfGroup(tx, id, first, last)]);
  }
}

export const weekRoutes = [
  providerRoute(getWeek, {
    action: readTimetable,
    object: ({ query }) => ownerAsked(query).id,
    async handle({ tx, actor, clock }, { query }) {
      const asked = ownerAsked(query);
      const { monday, sunday, week } = daysOfWeek(query.weekOf ?? clock.today());
      const [owner, lessons] = await readOwner(tx, actor, asked, monday, sunday);
      // An id of another kind than the one asked for names nothing.
      if (owner === undefined) throw notFound();
      return {
        owner: { ...asked, personId: asked.kind === 'person' ? asked.id : null, name: owner.name },
        monday,
        week,
        days: schoolDays(monday, lessons, owner.breaks),
        lessons: owner.isPlaceSecret ? lessons.map(withoutPlace) : lessons,
      };
    },
  }),
  accountRoute(listOwnTimetables, {
    action: listOwnTimetablesAction,
    async handle({ account, inProvider }) {
      const owners = [];
      for (const identity of account.identities) {
        const own = await inProvider(identity, ({ tx, actor, about }) => listOwn(tx, actor).then((rows) => {
          about(...rows.map((row) => row.personId));
          return rows;
        }));
        owners.push(...own.map((row) => ({ educationProviderId: identity.educationProviderId, ...row })));
      }
      return { owners };
    },
  }),
];
