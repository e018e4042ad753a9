import { useT, type Translate } from '@digione/platform/web';
import type fi from '../i18n/fi.json';

export type ExchangeText = Translate<keyof typeof fi>;

/** The module's messages, keys checked. */
export const useText = (): ExchangeText => useT<keyof typeof fi>();
