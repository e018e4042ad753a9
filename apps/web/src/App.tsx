import { AriaLanguage, Toaster } from '@digione/platform/ui';
import { LanguageProvider, useToday, type Me } from '@digione/platform/web';
import type { Language } from '@digione/platform/i18n';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import { StrictMode, useCallback, useEffect, useState } from 'react';
import { ChooseLanguage } from './language-choice.ts';
import { openLanguage } from './languages.ts';
import { meQuery } from './session.ts';

/** Everything a page stands in: the cache, the language, the toasts, the router. */
export function App({ client, router, firstLanguage }: { client: QueryClient; router: AnyRouter; firstLanguage: Language }) {
  const [language, setLanguage] = useState(firstLanguage);
  const today = useToday();
  const choose = useCallback(async (wanted: Language) => {
    await openLanguage(wanted);
    setLanguage(wanted);
  }, []);
  useEffect(() => followAccount(client, (wanted) => void choose(wanted)), [client, choose]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider language={language}>
          <ChooseLanguage value={choose}>
            <AriaLanguage today={today}>
              <RouterProvider router={router} />
              <Toaster />
            </AriaLanguage>
          </ChooseLanguage>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** The page speaks the account's language, also when it was changed on another device. */
function followAccount(client: QueryClient, choose: (language: Language) => void): () => void {
  return client.getQueryCache().subscribe(({ query, type }) => {
    if (type !== 'updated' || query.queryKey[0] !== meQuery.queryKey[0]) return;
    const wanted = client.getQueryData<Me>(meQuery.queryKey)?.language;
    if (wanted && wanted !== document.documentElement.lang) choose(wanted);
  });
}
