import { useT, type Me } from '@digione/platform/web';
import { Link } from 'react-aria-components/Link';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Logo } from './Logo.tsx';
import { NotificationBell } from './NotificationBell.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchButton } from './SearchButton.tsx';
import type fi from '../../i18n/fi.json';

/** Search, notifications, language, person. */
export function TopBar({ me }: { me: Me }) {
  const t = useT<keyof typeof fi>();
  return (
    <header className="shell-top no-print">
      <Link href="/" className="shell-home" aria-label={t('web.nav.home')}>
        <Logo />
      </Link>
      <SearchButton me={me} />
      <div className="shell-tools">
        <LanguageMenu />
        <NotificationBell unread={me.unreadNotifications} />
        <PersonMenu me={me} />
      </div>
    </header>
  );
}
