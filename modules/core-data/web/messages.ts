import type fi from '../i18n/fi.json';
import { useT, type Translate } from '@digione/platform/web';

export type CoreDataKey = keyof typeof fi;

/** The module's messages, keys checked. */
export const useText = (): Translate<CoreDataKey> => useT<CoreDataKey>();

const TITLES = ['teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'vice-principal', 'school-secretary', 'expert'] as const;

/** A staff position's title in the reader's language. */
export const titleText = (t: Translate<CoreDataKey>, title: string): string => t(`core-data.title.${TITLES.find((known) => known === title) ?? 'other'}`);
