import { useT, type Translate } from '@digione/platform/web';
import type fi from '../i18n/fi.json';

export type SchoolAdminKey = keyof typeof fi;

/** The module's messages, keys checked. */
export const useText = (): Translate<SchoolAdminKey> => useT<SchoolAdminKey>();

/** “Aino, Eino ja Iida”. */
export const listNames = (language: string, names: readonly string[]): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
