import { Icon, type IconName } from '@digione/platform/ui';
import { useT, type Me } from '@digione/platform/web';
import { Link } from 'react-aria-components/Link';
import { navigationOf } from '../modules.ts';
import { useIsCurrent } from './use-current.ts';

/** The services this person may use, on a wide screen. */
export function SideNav({ me }: { me: Me }) {
  const t = useT<string>();
  const isCurrent = useIsCurrent();
  return (
    <nav className="shell-side no-print" aria-label={t('web.nav.main')}>
      <ul className="shell-side-list">
        <SideItem to="/" icon="desk" label={t('web.nav.desk')} isCurrent={isCurrent('/')} />
        {navigationOf(me).map((item) => (
          <SideItem key={item.to} to={item.to} icon={item.icon} label={t(item.label)} isCurrent={isCurrent(item.to)} />
        ))}
      </ul>
      {me.mode === 'demo' && <p className="shell-demo">{t('web.demo')}</p>}
    </nav>
  );
}

function SideItem({ to, icon, label, isCurrent }: { to: string; icon: IconName; label: string; isCurrent: boolean }) {
  return (
    <li>
      <Link href={to} className="shell-side-link" {...(isCurrent && { 'aria-current': 'page' })}>
        <Icon name={icon} />
        <span>{label}</span>
      </Link>
    </li>
  );
}
