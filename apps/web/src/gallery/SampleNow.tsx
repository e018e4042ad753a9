import { Card, Chip, DayStrip, LinkButton, Row, Stack, subjectHue, SubjectChip } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import { lessons } from './people.ts';

/** The running lesson, as a teacher's desk has it. */
export default function SampleNow({ data }: DeskWidgetProps<{ group: string; learners: number }>) {
  return (
    <Card tone="accent">
      <Stack>
        <Row align="spread">
          <Stack gap={1}>
            <Row gap={2}>
              <SubjectChip hue={subjectHue('MA')}>MA</SubjectChip>
              <h3>Matematiikka {data.group}</h3>
            </Row>
            <Row gap={2}>
              <Chip tone="accent" icon="clock">9.00–9.45</Chip>
              <Chip icon="room">Luokka 124</Chip>
              <Chip icon="people">{data.learners} oppilasta</Chip>
            </Row>
          </Stack>
          <LinkButton kind="primary" icon="register" href="/sample/register" isWide>Ota läsnäolot</LinkButton>
        </Row>
        <DayStrip label="Oma päivä" lessons={lessons.filter((lesson) => lesson.date === '2026-11-24')} time="09:20" />
      </Stack>
    </Card>
  );
}
