import type { Language } from './language.ts';

const NO_BREAK_SPACE = '\u00a0';

/**
 * A number as people write it: `12 345,6` (fi, sv), `12,345.6` (en). Not by Intl, so that server and browser agree.
 * @param decimals digits after the separator; without it as many as the number has, three at most
 */
export function formatNumber(language: Language, value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '–';
  const fixed = decimals === undefined ? String(Math.round(Math.abs(value) * 1000) / 1000) : Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NO_BREAK_SPACE);
  const text = fraction ? `${grouped}${language === 'en' ? '.' : ','}${fraction}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share 0–1 as `96 %` (fi, sv) or `96%` (en). */
export function formatPercent(language: Language, share: number, decimals = 0): string {
  return `${formatNumber(language, share * 100, decimals)}${language === 'en' ? '' : NO_BREAK_SPACE}%`;
}

/** A file's size: `340 kt`, `1,2 Mt` (Finnish says tavu), `340 kB`. @param bytes size in bytes */
export function formatBytes(language: Language, bytes: number): string {
  const unit = language === 'fi' ? 't' : 'B';
  if (bytes < 1000) return `${bytes}${NO_BREAK_SPACE}${unit}`;
  if (bytes < 999_500) return `${formatNumber(language, bytes / 1000, 0)}${NO_BREAK_SPACE}k${unit}`;
  return `${formatNumber(language, bytes / 1_000_000, 1)}${NO_BREAK_SPACE}M${unit}`;
}
