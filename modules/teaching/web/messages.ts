import { useT, type Translate } from '@digione/platform/web';
import type fi from '../i18n/fi.json';

export type TeachingKey = keyof typeof fi;

/** The module's messages, keys checked. */
export const useText = (): Translate<TeachingKey> => useT<TeachingKey>();
