import type { DayCard } from '@digione/home-school/contract';
import { Card, Row } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import { ReportButton } from '../report/ReportButton.tsx';
import { addressOf } from './address.ts';
import { ChildDay } from './ChildDay.tsx';
import './family.css';

/** Now: the children's day, or one's own. */
export default function DayWidget({ data, educationProviderId }: DeskWidgetProps<DayCard>) {
  if (educationProviderId === null) return null;
  return (
    <Card>
      <div className="home-school-children">
        {data.children.map((child) => (
          <ChildDay key={child.learnerId} child={child} educationProviderId={educationProviderId} {...(child.relation !== 'self' && { href: addressOf(child.learnerId, educationProviderId) })} />
        ))}
        {data.children.some(({ can }) => can.report) && (
          <Row>
            <ReportButton />
          </Row>
        )}
      </div>
    </Card>
  );
}
