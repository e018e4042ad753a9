import { Card, List, ListItem, LinkButton, Muted, subjectHue, SubjectChip } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { UntakenRegisters } from '../../contract/index.ts';
import { registerAddress } from '../addresses.ts';
import { useText } from '../messages.ts';
import { subjectOf } from './lesson-text.ts';
import { StateChip } from './StateChip.tsx';
import './desk.css';

/** Registers of past lessons that nobody has finished. */
export default function UntakenWidget({ data: { count, lessons }, educationProviderId }: DeskWidgetProps<UntakenRegisters>) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <h3 className="teaching-card-title">{t('teaching.untaken.title', { count })}</h3>
      <List>
        {lessons.map((lesson) => (
          <ListItem
            key={`${lesson.weeklyLessonId} ${lesson.heldOn}`}
            leading={<SubjectChip hue={subjectHue(lesson.subject?.code ?? '')}>{lesson.groupName}</SubjectChip>}
            title={subjectOf(lesson, format.name)}
            detail={`${format.day(lesson.heldOn)} ${format.timeRange(lesson.startsAt, lesson.endsAt)}`}
            trailing={
              <>
                {lesson.register === 'partial' && <StateChip state="partial" />}
                <LinkButton
                  size="sm"
                  href={registerAddress(educationProviderId ?? '', lesson)}
                  aria-label={`${t('teaching.untaken.take')}: ${lesson.groupName}, ${format.day(lesson.heldOn)} ${format.time(lesson.startsAt)}`}
                >
                  {t('teaching.untaken.take')}
                </LinkButton>
              </>
            }
          />
        ))}
      </List>
      {count > lessons.length && (
        <p className="teaching-card-more">
          <Muted>{t('teaching.untaken.more', { count: count - lessons.length })}</Muted>
        </p>
      )}
    </Card>
  );
}
