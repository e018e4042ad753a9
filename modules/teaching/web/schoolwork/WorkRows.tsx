import { Icon, ListItem, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import type { ExamToCome, HomeworkToDo } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** The subject in its steady hue, the group's name where it has none. */
function Subject({ work }: { work: Pick<HomeworkToDo, 'subject' | 'groupName'> }) {
  const format = useFormat();
  return <SubjectChip hue={subjectHue(work.subject?.code ?? '')}>{work.subject === null ? work.groupName : format.name(work.subject.name)}</SubjectChip>;
}

export function HomeworkItem({ work, showsDay = false }: { work: HomeworkToDo; showsDay?: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <ListItem
      leading={<Icon name="homework" label={t('teaching.entry.kind.homework')} />}
      title={work.text}
      detail={
        <span className="teaching-work-detail">
          <Subject work={work} />
          {showsDay ? t('teaching.entry.dueBy', { when: format.day(work.dueOn) }) : t('teaching.entry.givenOn', { when: format.day(work.givenOn) })}
        </span>
      }
    />
  );
}

export function ExamItem({ exam, showsDay = false }: { exam: ExamToCome; showsDay?: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <ListItem
      leading={<Icon name="exam" label={t('teaching.entry.kind.exam')} />}
      title={exam.name}
      detail={
        <span className="teaching-work-detail">
          <Subject work={exam} />
          {[showsDay ? format.day(exam.heldOn) : null, exam.area].filter(Boolean).join(' · ')}
        </span>
      }
    />
  );
}
