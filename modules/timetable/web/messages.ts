import { useT, type Translate } from '@digione/platform/web';
import type fi from '../i18n/fi.json';

/** The module's messages, keys checked. */
export const useText = (): Translate<keyof typeof fi> => useT<keyof typeof fi>();
