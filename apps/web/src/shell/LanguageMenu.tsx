import { useLanguage, useT } from '@digione/platform/web';
import type fi from '../../i18n/fi.json';
import { useChooseLanguage } from '../language-choice.ts';
import { useSavePreferences } from '../use-preferences.ts';
import { ShellMenu } from './ShellMenu.tsx';
import { ShellMenuItem } from './ShellMenuItem.tsx';

/** The page's language; kept as the account's wish. */
export function LanguageMenu() {
  const t = useT<keyof typeof fi>();
  const current = useLanguage();
  const choose = useChooseLanguage();
  const save = useSavePreferences();
  return (
    <ShellMenu label={t('web.language.change', { language: t(`web.language.${current}`) })} buttonClass="shell-language" button={current.toUpperCase()}>
      {(close) =>
        (['fi', 'sv', 'en'] as const).map((language) => (
          <ShellMenuItem
            key={language}
            lang={language}
            label={t(`web.language.${language}`)}
            isChosen={language === current}
            onPress={() => {
              close();
              void choose(language).then(() => save({ language }));
            }}
          />
        ))
      }
    </ShellMenu>
  );
}
