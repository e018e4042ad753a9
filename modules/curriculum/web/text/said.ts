import type { CurriculumText } from '@digione/curriculum/contract';

export type TextLanguage = keyof CurriculumText;

const ORDER: readonly TextLanguage[] = ['fi', 'sv', 'en', 'se', 'smn', 'sms', 'ru'];

/** A text in the language asked for, else in one it has. */
export function said(text: CurriculumText | null, language: TextLanguage): { readonly text: string; readonly language: TextLanguage } {
  const found = [language, ...ORDER].find((one) => (text?.[one] ?? '') !== '');
  return found === undefined ? { text: '', language } : { text: text?.[found] ?? '', language: found };
}

/** An objective's text without the number it begins with, which stands beside it. */
export function withoutLabel(text: string, label: string | null): string {
  if (label === null) return text;
  const rest = text.replace(/^\(?[A-ZÅÄÖ]\s?\d{1,2}[a-z]?\)?[.:]?\s+/, '');
  return rest === '' ? text : rest;
}

/** `1–2`, `7–9`, `5`. */
export function gradeRange(levels: readonly number[]): string {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}–${last}`;
}
