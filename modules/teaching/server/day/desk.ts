import { addDays } from '@digione/local-date';
import { readOwnDesk } from '@digione/access/server';
import { hasRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { TeachersDay, UntakenRegisters } from '../../contract/index.ts';
import { TEACHING_ROLES } from '../actions.ts';
import { DAYS_OPEN } from '../register/register.ts';
import { listTaughtLessons, listUntaken } from './day.queries.ts';

/** More than these are told as a number: a card is no list. */
const SHOWN = 5;

/** A principal may teach, too; a card without lessons is not shown to them. */
const mayTeach = [...TEACHING_ROLES, 'principal'] as const;

export const teachersDayCard = deskSource({
  id: 'teaching.now',
  region: 'now',
  order: 10,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, ...mayTeach),
  response: TeachersDay,
  async load({ tx, actor, clock }) {
    const lessons = await listTaughtLessons(tx, actor.personId, clock.today());
    return lessons.length === 0 && !hasRole(actor, ...TEACHING_ROLES) ? undefined : { lessons };
  },
});

export const untakenCard = deskSource({
  id: 'teaching.untaken',
  region: 'waiting',
  order: 10,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, ...mayTeach),
  response: UntakenRegisters,
  async load({ tx, actor, clock }) {
    const today = clock.today();
    const lessons = await listUntaken(tx, actor.personId, addDays(today, -DAYS_OPEN), today, SHOWN);
    const first = lessons[0];
    return first === undefined ? undefined : { count: first.total, lessons };
  },
});
