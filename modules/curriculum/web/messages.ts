import { useT, type Translate } from '@digione/platform/web';
import type fi from '../i18n/fi.json';

export type CurriculumTexts = Translate<keyof typeof fi>;

/** The module's messages, keys checked. */
export const useText = (): CurriculumTexts => useT<keyof typeof fi>();
