import { formatDateRange, formatDay, translate, type Language } from '@digione/platform/i18n';

/** What a notification's row holds for its text: values, never words. */
export interface NotificationFacts {
  kind: string;
  /** The call name of the one it is about; null when it is about nobody. */
  callName: string | null;
  content: { date?: string; until?: string; lessons?: number; isClosed?: boolean; learnerName?: string };
  /** It is about the reader. */
  isAboutMe: boolean;
}

const KINDS = new Set(['absence.unexplained', 'absence.explained', 'absence.noticed', 'notice.received']);

/**
 * The text in the reader's language: whom and which day, never a reason, a school or a place. A text may stay on a
 * screen that others see.
 */
export function notificationText({ kind, callName, content, isAboutMe }: NotificationFacts, language: Language, today: string): string {
  if (!KINDS.has(kind)) return translate(language, 'homeSchool.notification.other');
  const days = daysOf(content, language, today);
  const ending = content.isClosed === true ? '.closed' : isAboutMe ? '.self' : '';
  return translate(language, `homeSchool.notification.${kind}${ending}`, { name: callName ?? content.learnerName ?? '', days, count: content.lessons ?? 1 });
}

function daysOf({ date, until }: NotificationFacts['content'], language: Language, today: string): string {
  if (date === undefined) return '';
  return until === undefined || until === date ? formatDay(language, date, today) : formatDateRange(language, date, until, today);
}
