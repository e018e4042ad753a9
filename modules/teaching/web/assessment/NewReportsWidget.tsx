import { Card, Icon, List, ListItem } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { NewReports } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** Reports published in the last days: the mark itself is read on its page. */
export default function NewReportsWidget({ data: { reports } }: DeskWidgetProps<NewReports>) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <List label={t('teaching.learning.reports')}>
        {reports.map(({ learnerId, callName, isSelf, kind, publishedAt }) => (
          <ListItem
            key={`${learnerId} ${kind} ${publishedAt}`}
            href={`/learning?learner=${learnerId}`}
            leading={<Icon name="exam" />}
            title={`${isSelf ? t('teaching.desk.ownReport') : callName}: ${t('teaching.desk.report', { kind: t(`teaching.rounds.kind.${kind}`) })}`}
            detail={format.moment(publishedAt)}
          />
        ))}
      </List>
    </Card>
  );
}
