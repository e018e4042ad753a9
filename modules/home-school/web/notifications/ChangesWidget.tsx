import type { ChangesCard } from '@digione/home-school/contract';
import { Card } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { MarkAllRead } from './MarkAllRead.tsx';
import { NotificationList } from './NotificationList.tsx';
import '../family/family.css';

/** Changes: what one has been told and not looked at. */
export default function ChangesWidget({ data }: DeskWidgetProps<ChangesCard>) {
  const t = useText();
  return (
    <Card padding="list">
      <div className="home-school-notifications">
        <header className="home-school-notifications-header">
          <h3>{t('homeSchool.notifications.new')}</h3>
          <MarkAllRead />
        </header>
        <NotificationList items={data.items} />
      </div>
    </Card>
  );
}
