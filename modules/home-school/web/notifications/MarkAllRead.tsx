import { readNotifications } from '@digione/home-school/contract';
import { Button } from '@digione/platform/ui';
import { useAction, useMe } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** Quiet, and only while something is unread. */
export function MarkAllRead() {
  const t = useText();
  const { unreadNotifications } = useMe();
  const read = useAction(readNotifications, { refresh: ['notification', 'desk'] });
  if (unreadNotifications === 0) return null;
  return (
    <Button kind="quiet" size="sm" icon="check" isPending={read.isPending} onPress={() => read.run({ body: { all: true } })}>
      {t('homeSchool.notifications.readAll')}
    </Button>
  );
}
