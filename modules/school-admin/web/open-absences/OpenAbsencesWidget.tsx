import { useState } from 'react';
import { Avatar, Button, Card, LinkButton, List, ListItem } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { OpenDaysOfHomerooms } from '@digione/school-admin/contract';
import { ExplainDialog } from '../explain/ExplainDialog.tsx';
import { useText } from '../messages.ts';
import './open-absences.css';

/** On the homeroom teacher's desk: the latest unexplained absences, each finished on the card. */
export default function OpenAbsencesWidget({ data, educationProviderId }: DeskWidgetProps<OpenDaysOfHomerooms>) {
  const t = useText();
  const format = useFormat();
  const [asked, setAsked] = useState<OpenDaysOfHomerooms['days'][number]>();
  if (educationProviderId === null) return null;
  return (
    <Card padding="list">
      <header className="school-admin-card-header">
        <h3>{t('schoolAdmin.desk.title', { count: data.total })}</h3>
        {data.total > data.days.length && (
          <LinkButton kind="quiet" size="sm" href={`/absences?provider=${educationProviderId}`}>
            {t('schoolAdmin.desk.all')}
          </LinkButton>
        )}
      </header>
      <List>
        {data.days.map((day) => (
          <ListItem
            key={`${day.learnerId} ${day.heldOn}`}
            leading={<Avatar name={`${day.callName} ${day.lastName}`} size="sm" />}
            title={`${day.callName} ${day.lastName}`}
            detail={[day.homeroomName, format.day(day.heldOn), [...new Set(day.subjects.map((subject) => format.name(subject)))].join(', ')].filter(Boolean).join(' · ')}
            trailing={
              <Button size="sm" onPress={() => setAsked(day)}>
                {t('schoolAdmin.explain.open')}
              </Button>
            }
          />
        ))}
      </List>
      {asked && (
        <ExplainDialog
          educationProviderId={educationProviderId}
          learnerId={asked.learnerId}
          callName={asked.callName}
          absenceIds={asked.absenceIds}
          types={data.types}
          detail={`${asked.callName} ${asked.lastName}, ${asked.homeroomName}`}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );
}
