import { translate } from '../i18n/translate.ts';
import type { Language } from '../i18n/language.ts';
import { ProblemError } from './problem.ts';

/** An error told to a person: what happened, what to do. The server's own words win when it has them. */
export function problemText(error: unknown, language: Language): { title: string; text: string } {
  const t = (key: string) => translate(language, `ui.error.${key}`);
  if (!(error instanceof ProblemError)) return { title: t('title'), text: t('try') };
  if (error.isUnreachable) return { title: t('offlineTitle'), text: t('offline') };
  const own = standardText(error.status, t);
  return { title: own?.title ?? error.title, text: error.detail ?? own?.text ?? t('try') };
}

function standardText(status: number, t: (key: string) => string): { title: string; text: string } | undefined {
  switch (status) {
    case 403:
      return { title: t('noRightsTitle'), text: t('noRights') };
    case 404:
      return { title: t('notFoundTitle'), text: t('notFound') };
    case 409:
    case 412:
      return { title: t('conflictTitle'), text: t('conflict') };
    case 429:
      return { title: t('tooManyTitle'), text: t('tooMany') };
    default:
      return status >= 500 ? { title: t('title'), text: `${t('safe')} ${t('try')}` } : undefined;
  }
}
