import type { Language } from '@digione/platform/i18n';
import { createContext, useContext } from 'react';

/** Turns the page into another language, once its texts are there. */
export const ChooseLanguage = createContext<(language: Language) => Promise<void>>(() => Promise.resolve());

export const useChooseLanguage = () => useContext(ChooseLanguage);
