import { Icon, type IconName } from '@digione/platform/ui';
import { useT, type Me } from '@digione/platform/web';
import { Link } from 'react-aria-components/Link';
import { navigationOf } from '../modules.ts';
import { ShellMenu } from './ShellMenu.tsx';
import { ShellMenuItem } from './ShellMenuItem.tsx';
import { useIsCurrent } from './use-current.ts';

/** On a phone: the desk, the three services used most, and the rest under “more”. */
export function BottomBar({ me }: { me: Me }) {
  const t = useT<string>();
  const isCurrent = useIsCurrent();
  const items = navigationOf(me);
  // Five in a row; where all fit there is no need for “more”.
  const first = items.length <= 4 ? items : items.slice(0, 3);
  const rest = items.slice(first.length);
  return (
    <nav className="shell-bottom no-print" aria-label={t('web.nav.main')}>
      <BottomItem to="/" icon="desk" label={t('web.nav.desk')} isCurrent={isCurrent('/')} />
      {first.map((item) => (
        <BottomItem key={item.to} to={item.to} icon={item.icon} label={t(item.label)} isCurrent={isCurrent(item.to)} />
      ))}
      {rest.length > 0 && (
        <ShellMenu
          place="above"
          label={t('web.nav.more')}
          buttonClass="shell-bottom-item"
          isCurrent={rest.some((item) => isCurrent(item.to))}
          button={
            <>
              <Icon name="more" size={24} />
              <span>{t('web.nav.more')}</span>
            </>
          }
        >
          {(close) => rest.map((item) => <ShellMenuItem key={item.to} href={item.to} icon={item.icon} label={t(item.label)} onPress={close} />)}
        </ShellMenu>
      )}
    </nav>
  );
}

function BottomItem({ to, icon, label, isCurrent }: { to: string; icon: IconName; label: string; isCurrent: boolean }) {
  return (
    <Link href={to} className="shell-bottom-item" {...(isCurrent && { 'aria-current': 'page' })}>
      <Icon name={icon} size={24} />
      <span>{label}</span>
    </Link>
  );
}
