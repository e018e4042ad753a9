import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language } from './language.ts';
import { translate, type MessageValues } from './translate.ts';

const LanguageContext = createContext<Language>('fi');

/** Says which language the page speaks; its messages must be loaded before. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language the page speaks. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Turns a key of a catalog into text in the page's language. */
export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * The translator of a package's own catalog; keys are checked by the compiler:
 * `import type fi from '../i18n/fi.json'; const t = useT<keyof typeof fi>();`
 */
export function useT<Key extends string>(): Translate<Key> {
  const language = useLanguage();
  return useMemo(() => (key, values) => translate(language, key, values), [language]);
}
