import { Badge, Icon, Skeleton } from '@digione/platform/ui';
import { useT } from '@digione/platform/web';
import { lazy, Suspense } from 'react';
import type fi from '../../i18n/fi.json';
import { notifications } from '../modules.ts';
import { ShellMenu } from './ShellMenu.tsx';

const Panel = notifications && lazy(notifications.load);

/** The bell: how many are unread, and under it what has been told. */
export function NotificationBell({ unread }: { unread: number }) {
  const t = useT<keyof typeof fi>();
  if (!Panel) return null;
  const label = unread > 0 ? `${t('web.notifications.open')}: ${t('web.notifications.unread', { count: unread })}` : t('web.notifications.open');
  const bell = (
    <>
      <Icon name="bell" />
      <Badge count={unread} label="" />
    </>
  );
  return (
    <ShellMenu label={label} buttonClass="ui-icon-button ui-icon-button-md shell-bell" button={bell}>
      {(close) => (
        <div className="shell-notifications">
          <Suspense fallback={<Skeleton rows={4} />}>
            <Panel onClose={close} />
          </Suspense>
        </div>
      )}
    </ShellMenu>
  );
}
