import { Card, Chip, List, ListItem } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { SupportReviews } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import './support.css';

/** Reviews of support that are due. */
export default function SupportReviewsWidget({ data: { count, reviews }, educationProviderId }: DeskWidgetProps<SupportReviews>) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <h3 className="school-support-card">{t('schoolAdmin.support.deskTitle', { count })}</h3>
      <List>
        {reviews.map(({ learnerId, callName, lastName, kind, reviewOn, isOverdue }) => (
          <ListItem
            key={`${learnerId} ${kind}`}
            href={`/learners/${learnerId}/support?provider=${educationProviderId ?? ''}`}
            title={`${callName} ${lastName}`}
            detail={`${t(`schoolAdmin.support.kind.${kind}`)} · ${t('schoolAdmin.support.due', { day: format.day(reviewOn) })}`}
            trailing={isOverdue && <Chip tone="attention" icon="clock">{t('schoolAdmin.support.overdue')}</Chip>}
          />
        ))}
      </List>
    </Card>
  );
}
