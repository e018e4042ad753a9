import { isLanguage, loadCompiled, negotiateLanguage, type Language } from '@digione/platform/i18n';

const loaders = {
  fi: () => import('virtual:catalog/fi'),
  sv: () => import('virtual:catalog/sv'),
  en: () => import('virtual:catalog/en'),
};

/** The language the server chose for this page; in development, where nobody chose, the browser's. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : negotiateLanguage(navigator.languages.join(','));
}

/** Fetches a language's texts and makes it the document's. */
export async function openLanguage(language: Language): Promise<void> {
  const catalog = await loaders[language]();
  loadCompiled(language, catalog.default);
  document.documentElement.lang = language;
}
