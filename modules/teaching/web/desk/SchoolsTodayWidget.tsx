import { Card, Chip, LinkButton, Row, Stack } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { SchoolsToday } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import './desk.css';

/** The school's day in two sentences, one press from the whole. */
export default function SchoolsTodayWidget({ data: { schools }, educationProviderId }: DeskWidgetProps<SchoolsToday>) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {schools.map((school) => (
        <Card key={school.schoolId} tone={school.missingUnexplained > 0 ? 'attention' : 'plain'}>
          <div className="teaching-now">
            <div className="teaching-now-texts">
              <Stack gap={2}>
                <h3>{format.name(school.schoolName)}</h3>
                <Row gap={2}>
                  <Chip tone={school.missingUnexplained > 0 ? 'attention' : 'success'} icon={school.missingUnexplained > 0 ? 'absent' : 'check'}>
                    {t('teaching.today.deskMissing', { count: school.missingUnexplained })}
                  </Chip>
                  <Chip tone={school.untakenRegisters > 0 ? 'neutral' : 'success'} icon={school.untakenRegisters > 0 ? 'register' : 'check'}>
                    {t('teaching.today.deskUntaken', { count: school.untakenRegisters })}
                  </Chip>
                </Row>
              </Stack>
            </div>
            <LinkButton icon="school" href={`/today?provider=${educationProviderId ?? ''}&school=${school.schoolId}`}>
              {t('teaching.today.open')}
            </LinkButton>
          </div>
        </Card>
      ))}
    </>
  );
}
