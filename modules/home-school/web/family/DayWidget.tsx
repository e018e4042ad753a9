import type { DayCard } from '@digione/home-school/contract';
import { Card } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { ReportButton } from '../report/ReportButton.tsx';
import { addressOf } from './address.ts';
import { ChildDay } from './ChildDay.tsx';
import './family.css';

/** Now: the children's day, or one's own. Reporting an absence is one press away, wherever the page is scrolled to first. */
export default function DayWidget({ data, educationProviderId }: DeskWidgetProps<DayCard>) {
  const t = useText();
  if (educationProviderId === null) return null;
  const children = data.children.filter(({ relation }) => relation !== 'self');
  const self = data.children.filter(({ relation }) => relation === 'self');
  const canReport = data.children.some(({ can }) => can.report);
  return (
    <Card>
      <div className="home-school-children">
        {(children.length > 0 || canReport) && (
          <header className="home-school-day-header">
            <h3>{t(children.length > 0 ? 'homeSchool.family.children' : 'homeSchool.family.me')}</h3>
            {canReport && <ReportButton />}
          </header>
        )}
        {children.map((child) => (
          <ChildDay key={child.learnerId} child={child} level={4} href={addressOf(child.learnerId, educationProviderId)} />
        ))}
        {self.map((child) => (
          <ChildDay key={child.learnerId} child={child} level={children.length > 0 || canReport ? 4 : 3} heading={children.length === 0 && canReport ? child.callName : t('homeSchool.family.me')} />
        ))}
      </div>
    </Card>
  );
}
