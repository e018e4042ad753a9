import { addDays, diffDays } from '@digione/local-date';
import { v5 as uuidv5 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { LiveSignal, StoredEvent, Subscriber } from '@digione/platform/events';
import { AbsenceExplained, AbsenceMarked, AbsenceNoticed } from '@digione/school-admin/events';
import { guardiansToTell, listOpenLessons } from '@digione/school-admin/server';
import { z } from 'zod';
import { keptSince } from './forget.job.ts';
import { about, forgetNotifications, listAdults, listHomeroomTeachers, ofEvent, onDay, takeBack, tell, type NewNotification } from './telling.queries.ts';

const childPage = (tx: Transaction, learnerId: string) => `/children/${learnerId}?provider=${tx.educationProviderId}`;
const OPEN_ABSENCES = '/absences';

/** One subject of telling a day: however many lessons are marked, the home hears once. */
const dayId = (learnerId: string, day: string) => uuidv5(day, learnerId);

const daysBetween = (first: string, last: string): string[] => Array.from({ length: diffDays(first, last) + 1 }, (_, index) => addDays(first, index));

const signal = (personIds: readonly string[]): LiveSignal[] => (personIds.length === 0 ? [] : [{ topics: ['notification'], personIds: [...new Set(personIds)] }]);

/**
 * Brings what the home has been told of these days in line with what is open: tells once a day and child, and takes
 * it back when the mark was a mistake or the absence has been explained.
 */
async function settleDays(tx: Transaction, learnerIds: readonly string[], firstDay: string, lastDay: string, days: readonly string[], at: string): Promise<string[]> {
  const [open, guardians, adults] = await Promise.all([listOpenLessons(tx, learnerIds, firstDay, lastDay), guardiansToTell(tx, learnerIds), listAdults(tx, learnerIds)]);
  const changed: string[] = [];
  const news: NewNotification[] = [];
  for (const learnerId of learnerIds) {
    const home = [...guardians.filter((one) => one.learnerId === learnerId).map(({ guardianId }) => guardianId), ...adults.filter((id) => id === learnerId)];
    const openDays = open.filter((one) => one.learnerId === learnerId);
    for (const { heldOn, lessons } of openDays) {
      for (const personId of home) {
        news.push({ personId, kind: 'absence.unexplained', content: { date: heldOn, lessons }, link: childPage(tx, learnerId), aboutPersonId: learnerId, eventId: dayId(learnerId, heldOn) });
      }
    }
    const settled = days.filter((day) => !openDays.some(({ heldOn }) => heldOn === day));
    if (settled.length > 0 && home.length > 0) changed.push(...(await takeBack(tx, onDay('absence.unexplained', home, learnerId, settled))));
  }
  return [...changed, ...(await tell(tx, news, at))];
}

async function onMarked(tx: Transaction, event: StoredEvent): Promise<LiveSignal[]> {
  const { learnerIds, heldOn } = AbsenceMarked.parse(event.payload);
  return signal(await settleDays(tx, [...new Set(learnerIds)], heldOn, heldOn, [heldOn], event.occurredAt));
}

async function onExplained(tx: Transaction, event: StoredEvent): Promise<LiveSignal[]> {
  const { learnerId, by, change, ...explained } = AbsenceExplained.parse(event.payload);
  const days = explained.days.toSorted();
  const [firstDay = '', lastDay = firstDay] = [days.at(0), days.at(-1)];
  const changed = await settleDays(tx, [learnerId], firstDay, lastDay, days, event.occurredAt);
  if (by === 'school') return signal(changed);
  const teachers = await listHomeroomTeachers(tx, learnerId);
  const eventId = dayId(learnerId, firstDay);
  if (change === 'withdrawn') changed.push(...(await takeBack(tx, ofEvent('absence.explained', teachers, eventId))));
  else {
    const content = { date: firstDay, until: lastDay };
    changed.push(...(await tell(tx, teachers.map((personId) => ({ personId, kind: 'absence.explained', content, link: OPEN_ABSENCES, aboutPersonId: learnerId, eventId })), event.occurredAt)));
  }
  return signal(changed);
}

async function onNoticed(tx: Transaction, event: StoredEvent): Promise<LiveSignal[]> {
  const { absenceNoticeId, learnerId, firstDay, lastDay, by, change } = AbsenceNoticed.parse(event.payload);
  const changed = await settleDays(tx, [learnerId], firstDay, lastDay, daysBetween(firstDay, lastDay), event.occurredAt);
  const guardians = (await guardiansToTell(tx, [learnerId])).map(({ guardianId }) => guardianId).filter((id) => id !== event.actorPersonId);
  const teachers = by === 'school' ? [] : await listHomeroomTeachers(tx, learnerId);
  if (change === 'withdrawn') {
    changed.push(...(await takeBack(tx, ofEvent('absence.noticed', guardians, absenceNoticeId))), ...(await takeBack(tx, ofEvent('notice.received', teachers, absenceNoticeId))));
    return signal(changed);
  }
  const shared = { content: { date: firstDay, until: lastDay }, aboutPersonId: learnerId, eventId: absenceNoticeId };
  const news: NewNotification[] = [
    ...guardians.map((personId) => ({ ...shared, personId, kind: 'absence.noticed', link: childPage(tx, learnerId) })),
    ...teachers.map((personId) => ({ ...shared, personId, kind: 'notice.received', link: OPEN_ABSENCES })),
  ];
  return signal([...changed, ...(await tell(tx, news, event.occurredAt))]);
}

const GuardianBlocked = z.looseObject({ learnerId: z.uuid(), guardianId: z.uuid() });

/** Who is kept away keeps no notification either. */
async function onBlocked(tx: Transaction, event: StoredEvent): Promise<LiveSignal[]> {
  const { learnerId, guardianId } = GuardianBlocked.parse(event.payload);
  return signal(await takeBack(tx, about(guardianId, learnerId)));
}

/** An import may have ended guardianships: what was told goes with the right. */
async function onImported(tx: Transaction, event: StoredEvent): Promise<LiveSignal[]> {
  return signal(await forgetNotifications(tx, keptSince(event.occurredAt)));
}

export const notificationSubscribers: Subscriber[] = [
  { name: 'home-school.tellOfMark', event: 'absence.marked', handle: onMarked },
  { name: 'home-school.tellOfExplanation', event: 'absence.explained', handle: onExplained },
  { name: 'home-school.tellOfNotice', event: 'absence.noticed', handle: onNoticed },
  { name: 'home-school.forgetBlocked', event: 'guardian.blocked', handle: onBlocked },
  { name: 'home-school.forgetAfterImport', event: 'import.applied', handle: onImported },
];
