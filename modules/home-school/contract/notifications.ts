import { z } from 'zod';
import { EducationProviderId, endpoint, Instant, page, pageQuery, PersonId } from '@digione/platform/contract';

export const Notification = z.strictObject({
  educationProviderId: EducationProviderId,
  notificationId: z.uuid(),
  kind: z.string(),
  /** In the reader's language. */
  text: z.string(),
  aboutPersonId: PersonId.nullable(),
  /** Opens on the very thing. */
  href: z.string(),
  createdAt: Instant,
  isRead: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const listNotifications = endpoint({
  id: 'home-school.listNotifications',
  method: 'GET',
  path: '/notifications',
  scope: 'account',
  summary: 'What I have been told, newest first, over all my schools.',
  query: z.strictObject({ ...pageQuery, limit: pageQuery.limit.default(20) }),
  response: page(Notification),
  refreshOn: ['notification'],
});

export const readNotifications = endpoint({
  id: 'home-school.readNotifications',
  method: 'POST',
  path: '/notifications/read',
  scope: 'account',
  summary: 'Marks notifications read: those named, or all of them.',
  body: z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({ notifications: z.array(z.strictObject({ educationProviderId: EducationProviderId, notificationId: z.uuid() })).min(1).max(200) }),
  ]),
  response: z.strictObject({ unread: z.number().int() }),
  refreshOn: ['notification'],
});

/** Desk card: the newest one has not read yet. */
export const ChangesCard = z.strictObject({ items: z.array(Notification) });
export type ChangesCard = z.infer<typeof ChangesCard>;
