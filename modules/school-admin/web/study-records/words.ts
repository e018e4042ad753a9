import type { StudyAttainment } from '@digione/school-admin/contract';
import type { Translate, useFormat } from '@digione/platform/web';
import type { SchoolAdminKey } from '../messages.ts';
import fi from '../../i18n/fi.json';

type T = Translate<SchoolAdminKey>;
type Format = ReturnType<typeof useFormat>;

export const GRADE = 'perusopetuksenvuosiluokka';
export const SUBJECT_CODES = ['AI', 'A1', 'A2', 'B1', 'B2', 'B3', 'MA', 'YL', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'ET', 'HI', 'YH', 'FI', 'PS', 'MU', 'KU', 'KS', 'LI', 'KO', 'OP'] as const;
export const MARKS = ['4', '5', '6', '7', '8', '9', '10', 'S', 'H', 'O'] as const;

const isKey = (key: string): key is SchoolAdminKey => key in fi;

/** The words for a code, or the code itself where it has none. */
export const wordsFor = (t: T, group: 'state' | 'form' | 'programme' | 'info' | 'code', code: string): string => {
  const key = `schoolAdmin.record.${group}.${code}`;
  return isKey(key) ? t(key) : code;
};

/** What an attainment is called: a grade by its number, a programme by its kind, the rest by their own name. */
export function nameOf(t: T, format: Format, { kind, code, name, language }: StudyAttainment): string {
  if (kind === GRADE) return t('schoolAdmin.record.gradeNumber', { grade: code });
  if (isKey(`schoolAdmin.record.programme.${kind}`)) return wordsFor(t, 'programme', kind);
  const own = name === null ? wordsFor(t, 'code', code) : format.name(name);
  return [own === code ? code : `${own} (${code})`, language].filter(Boolean).join(', ');
}

export function extentOf(t: T, format: Format, { extent, extentUnit }: StudyAttainment): string {
  if (extent === null) return '–';
  const key = `schoolAdmin.record.unit.${extentUnit ?? ''}`;
  return `${format.number(extent, Number.isInteger(extent) ? 0 : 1)} ${isKey(key) ? t(key) : ''}`;
}
