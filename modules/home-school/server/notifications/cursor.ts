/** Where a page of notifications ended, over all providers at once. */
export interface Cursor {
  createdAt: string;
  notificationId: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/;

export const writeCursor = ({ createdAt, notificationId }: Cursor): string => Buffer.from(`${createdAt} ${notificationId}`).toString('base64url');

/** Undefined for anything that is no cursor. */
export function readCursor(text: string): Cursor | undefined {
  const [createdAt = '', notificationId = ''] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  return INSTANT.test(createdAt) && UUID.test(notificationId) && !Number.isNaN(Date.parse(createdAt)) ? { createdAt, notificationId } : undefined;
}
