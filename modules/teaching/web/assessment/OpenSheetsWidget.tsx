import { Card, List, ListItem, subjectHue, SubjectChip } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { OpenSheets } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { sheetAddress } from './addresses.ts';

/** Marks that wait to be given. */
export default function OpenSheetsWidget({ data: { count, sheets }, educationProviderId }: DeskWidgetProps<OpenSheets>) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <h3 className="teaching-card-title">{t('teaching.desk.sheets', { count })}</h3>
      <List>
        {sheets.map((sheet) => (
          <ListItem
            key={`${sheet.markRoundId} ${sheet.groupId ?? sheet.homeroomId ?? ''}`}
            href={sheetAddress(educationProviderId ?? '', sheet)}
            leading={<SubjectChip hue={subjectHue(sheet.subject?.code ?? '')}>{sheet.name}</SubjectChip>}
            title={sheet.subject === null ? t('teaching.marks.behaviourTitle') : format.name(sheet.subject.name)}
            detail={`${t('teaching.marks.due', { round: sheet.roundName, day: format.day(sheet.dueOn) })} · ${t('teaching.marks.given', { given: sheet.given, learners: sheet.learners })}`}
          />
        ))}
      </List>
    </Card>
  );
}
