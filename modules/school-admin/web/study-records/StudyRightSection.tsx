import { useState } from 'react';
import type { StudyAttainment, StudyRight } from '@digione/school-admin/contract';
import { Button, Card, Chip, Facts, Muted, Row, Section, Stack } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { AttainmentDialog, type AttainmentTarget } from './AttainmentDialog.tsx';
import { AttainmentTable } from './AttainmentTable.tsx';
import { InformationDialog } from './InformationDialog.tsx';
import { PeriodsDialog } from './PeriodsDialog.tsx';
import { nameOf, wordsFor } from './words.ts';

type Open = 'periods' | 'information' | AttainmentTarget | null;

/** One study right: how it has gone, what holds beside it, what was attained. */
export function StudyRightSection({ right, learnerId, educationProviderId }: { right: StudyRight; learnerId: string; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const target = { educationProviderId, learnerId, studyRightId: right.studyRightId };
  const span = right.lastDay === null ? t('schoolAdmin.record.since', { from: format.date(right.startsOn, 'numeric') }) : t('schoolAdmin.record.until', { from: format.date(right.startsOn, 'numeric'), to: format.date(right.lastDay, 'numeric') });
  return (
    <Section title={`${wordsFor(t, 'form', right.educationForm)} · ${format.name(right.schoolName)}`} description={span}>
      <Stack gap={4}>
        <Findings right={right} onMend={(attainment) => setOpen({ kind: 'change', attainment })} />
        <Card>
          <Stack gap={4}>
            <Facts
              facts={[
                { label: t('schoolAdmin.record.periods'), value: <Periods right={right} /> },
                { label: t('schoolAdmin.record.information'), value: <Information right={right} /> },
              ]}
            />
            {right.can.change && (
              <Row>
                <Button size="sm" icon="edit" onPress={() => setOpen('periods')}>
                  {t('schoolAdmin.record.editPeriods')}
                </Button>
                <Button size="sm" icon="edit" onPress={() => setOpen('information')}>
                  {t('schoolAdmin.record.editInformation')}
                </Button>
                {right.educationForm === 'basic-education' && (
                  <Button size="sm" icon="plus" onPress={() => setOpen({ kind: 'add', parent: null })}>
                    {t('schoolAdmin.record.addGrade')}
                  </Button>
                )}
              </Row>
            )}
          </Stack>
        </Card>
        <AttainmentTable right={right} onOpen={setOpen} />
      </Stack>
      {open === 'periods' && <PeriodsDialog right={right} target={target} onClose={close} />}
      {open === 'information' && <InformationDialog right={right} target={target} onClose={close} />}
      {open !== null && typeof open === 'object' && <AttainmentDialog right={right} opened={open} target={target} onClose={close} />}
    </Section>
  );
}

function Periods({ right }: { right: StudyRight }) {
  const t = useText();
  const format = useFormat();
  return (
    <ol className="school-admin-record-list">
      {right.periods.map((period) => (
        <li key={`${period.startsOn} ${period.state}`}>
          {format.date(period.startsOn, 'numeric')} {wordsFor(t, 'state', period.state)}
          {period.funding !== null && <Muted> ({t('schoolAdmin.record.funding').toLowerCase()} {period.funding})</Muted>}
        </li>
      ))}
    </ol>
  );
}

function Information({ right }: { right: StudyRight }) {
  const t = useText();
  const format = useFormat();
  if (right.information.length === 0) return <Muted>{t('schoolAdmin.record.informationNone')}</Muted>;
  return (
    <ul className="school-admin-record-list">
      {right.information.map((one, index) => (
        <li key={`${one.kind} ${index}`}>
          {wordsFor(t, 'info', one.kind)} {one.startsOn === null ? '' : format.dateRange(one.startsOn, one.endsOn)}
        </li>
      ))}
    </ul>
  );
}

/** What the national register would refuse, each with the way to where it is mended. */
function Findings({ right, onMend }: { right: StudyRight; onMend: (attainment: StudyAttainment) => void }) {
  const t = useText();
  const format = useFormat();
  if (right.findings.length === 0) return <Row><Chip tone="success" icon="check">{t('schoolAdmin.record.fine')}</Chip></Row>;
  return (
    <Card tone="attention">
      <Stack gap={2}>
        <Chip tone="attention" icon="alert">{t('schoolAdmin.record.refused', { count: right.findings.length })}</Chip>
        <ul className="school-admin-record-list">
          {right.findings.map((finding, index) => {
            const place = right.attainments.find(({ attainmentId }) => attainmentId === finding.attainmentId);
            return (
              <li key={`${finding.key} ${index}`}>
                {finding.message}{' '}
                {place !== undefined && right.can.change && (
                  <Button size="sm" kind="quiet" onPress={() => onMend(place)}>
                    {t('schoolAdmin.record.mend', { name: nameOf(t, format, place) })}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </Stack>
    </Card>
  );
}
