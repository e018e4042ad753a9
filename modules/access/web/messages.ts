import { useT, type Translate } from '@digione/platform/web';
import { GIVABLE_ROLES } from '../contract/index.ts';
import type fi from '../i18n/fi.json';

export type AccessKey = keyof typeof fi;

/** The module's messages, keys checked. */
export const useText = (): Translate<AccessKey> => useT<AccessKey>();

const KNOWN = [...GIVABLE_ROLES, 'vice-principal', 'platform-operator'] as const;

/** A role as people call it. */
export const roleText = (t: Translate<AccessKey>, role: string): string => t(`access.role.${KNOWN.find((known) => known === role) ?? 'other'}`);
