import { Card, Chip, List, ListItem, Section } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { listOwnMarkSheets } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { sheetAddress } from './addresses.ts';

/** The reader's sheets of marks in the rounds that are going on; nothing while there is none. */
export function OwnSheets({ educationProviderId }: { educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const own = useEndpoint(listOwnMarkSheets, { params: { educationProviderId } });
  const sheets = own.data?.sheets ?? [];
  if (sheets.length === 0) return null;
  return (
    <Section title={t('teaching.marks.ownTitle')}>
      <Card padding="list">
        <List label={t('teaching.marks.ownTitle')}>
          {sheets.map((sheet) => (
            <ListItem
              key={`${sheet.markRoundId} ${sheet.groupId ?? sheet.homeroomId ?? ''}`}
              href={sheetAddress(educationProviderId, sheet)}
              title={`${sheet.name} · ${sheet.subject === null ? t('teaching.marks.behaviourTitle') : format.name(sheet.subject.name)}`}
              detail={`${t('teaching.marks.due', { round: sheet.roundName, day: format.day(sheet.dueOn) })} · ${t('teaching.marks.given', { given: sheet.given, learners: sheet.learners })}`}
              trailing={sheet.isLocked && <Chip tone="success" icon="lock">{t('teaching.marks.locked')}</Chip>}
            />
          ))}
        </List>
      </Card>
    </Section>
  );
}
