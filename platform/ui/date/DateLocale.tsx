import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createContext, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/react.tsx';

/** Dates in Finnish order and weeks from Monday in every language; English in the British manner. */
export const ariaLocales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** Today of the server, `YYYY-MM-DD`; the device's clock may be wrong, and the demo lives on another day. */
export const TodayContext = createContext<string | undefined>(undefined);

/** Tells React Aria the page's language: its own words, its order of day and month, its first day of the week. */
export function AriaLanguage({ children, today }: { children: ReactNode; today?: string }) {
  return (
    <TodayContext value={today}>
      <I18nProvider locale={ariaLocales[useLanguage()]}>{children}</I18nProvider>
    </TodayContext>
  );
}
