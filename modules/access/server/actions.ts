import { anyIdentity, defineAction, providerObject } from '@digione/platform/access';

export const readOwnAccount = defineAction({ name: 'account.read', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const updateOwnAccount = defineAction({ name: 'account.update', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const endOwnSession = defineAction({ name: 'session.end', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const readOwnDesk = defineAction({ name: 'desk.read', purpose: 'purpose.ownDesk', object: providerObject, anyOf: [anyIdentity] });
