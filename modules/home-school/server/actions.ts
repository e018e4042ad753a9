import { anyIdentity, defineAction, providerObject } from '@digione/platform/access';

export const readOwnFamily = defineAction({ name: 'family.read', purpose: 'purpose.attendance', object: providerObject, anyOf: [anyIdentity] });
export const readOwnNotifications = defineAction({ name: 'notification.read', purpose: 'purpose.notification', object: providerObject, anyOf: [anyIdentity] });
