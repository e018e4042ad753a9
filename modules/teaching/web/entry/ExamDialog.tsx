import { isoWeek } from '@digione/local-date';
import { Button, DatePicker, Dialog, Icon, TextArea, TextField } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { FULL_WEEK, getExamLoad, type Exam } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { EntryProps } from './EntrySheet.tsx';

interface Said {
  heldOn: string;
  name: string;
  area: string | null;
}

/** An exam's day, name and area; the week's other exams are seen while the day is chosen. */
export function ExamDialog({ educationProviderId, entry, exam, onClose, onSave }: { educationProviderId: string; entry: EntryProps['entry']; exam: Exam | undefined; onClose: () => void; onSave: (said: Said) => void }) {
  const t = useText();
  const format = useFormat();
  const [heldOn, setHeldOn] = useState<string | null>(exam?.heldOn ?? entry.nextLessons[1]?.heldOn ?? entry.nextLessons[0]?.heldOn ?? null);
  const [name, setName] = useState(exam?.name ?? '');
  const [area, setArea] = useState(exam?.area ?? '');
  const save = () => {
    if (heldOn === null) return;
    onSave({ heldOn, name: name.trim(), area: area.trim() === '' ? null : area.trim() });
    onClose();
  };
  return (
    <Dialog
      title={t(exam === undefined ? 'teaching.entry.newExam' : 'teaching.entry.changeExam')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={save} isDisabled={heldOn === null || name.trim() === ''}>
          {t('teaching.entry.save')}
        </Button>
      }
    >
      <div className="teaching-entry-form">
        <TextField label={t('teaching.entry.examName')} value={name} onChange={setName} maxLength={200} />
        <DatePicker label={t('teaching.entry.examDay')} value={heldOn} onChange={setHeldOn} minDate={entry.lesson.heldOn} />
        {heldOn !== null && <Load educationProviderId={educationProviderId} groupId={entry.lesson.teachingGroupId} on={heldOn} examId={exam?.examId} />}
        <TextArea label={t('teaching.entry.examArea')} isOptional value={area} onChange={setArea} maxLength={2000} />
        <p className="ui-muted">{t('teaching.entry.examSeen', { when: heldOn === null ? '' : format.day(heldOn) })}</p>
      </div>
    </Dialog>
  );
}

/** How full the learners' week would be; silent while it is light. */
function Load({ educationProviderId, groupId, on, examId }: { educationProviderId: string; groupId: string; on: string; examId: string | undefined }) {
  const t = useText();
  const format = useFormat();
  const load = useEndpoint(getExamLoad, { params: { educationProviderId, groupId }, query: { on, ...(examId !== undefined && { examId }) } }, { keepPrevious: true });
  if (load.data === undefined) return null;
  const { fullWeek, sameDay, exams } = load.data;
  const isHeavy = fullWeek > 0 || sameDay > 0;
  return (
    <div className={isHeavy ? 'teaching-note teaching-note-attention' : 'teaching-note'} role="status">
      <Icon name={isHeavy ? 'alert' : 'info'} />
      <div>
        {fullWeek > 0 && <p>{t('teaching.entry.fullWeek', { count: fullWeek, week: isoWeek(on).week, exams: FULL_WEEK })}</p>}
        {sameDay > 0 && <p>{t('teaching.entry.sameDay', { count: sameDay })}</p>}
        {exams.length === 0 ? (
          <p>{t('teaching.entry.emptyWeek', { week: isoWeek(on).week })}</p>
        ) : (
          <ul className="teaching-note-list">
            {exams.map((one) => (
              <li key={one.examId}>{[format.day(one.heldOn), one.subject === null ? null : format.name(one.subject.name), t('teaching.now.learners', { count: one.learners })].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
