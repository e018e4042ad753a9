import { Button, Dialog, IconButton, ListItem, Select, TextArea } from '@digione/platform/ui';
import { call, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { MAX_HOMEWORK, removeHomework, saveHomework, type Homework } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { EntryProps } from './EntrySheet.tsx';
import { dueDays } from './HomeworkForm.tsx';

/** Homework given here; corrected in a dialog, taken back with a press. */
export function HomeworkRow({ params, entry, outbox, homework }: EntryProps & { homework: Homework }) {
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const at = { ...params, homeworkId: homework.homeworkId };
  const remove = () =>
    outbox.post({ id: homework.homeworkId, text: t('teaching.entry.removing', { text: homework.text }), send: (key) => call(removeHomework, { params: at, ifMatch: homework.version }, { idempotencyKey: key }) });
  return (
    <ListItem
      title={homework.text}
      detail={t('teaching.entry.dueBy', { when: format.day(homework.dueOn) })}
      {...(entry.can.write && {
        trailing: (
          <>
            <IconButton icon="edit" size="sm" label={t('teaching.entry.correct', { text: homework.text })} onPress={() => setOpen(true)} />
            <IconButton icon="trash" size="sm" label={t('teaching.entry.remove', { text: homework.text })} onPress={remove} />
            {isOpen && (
              <CorrectDialog
                entry={entry}
                homework={homework}
                onClose={() => setOpen(false)}
                onSave={(body) => outbox.post({ id: homework.homeworkId, text: body.text, send: (key) => call(saveHomework, { params: at, body, ifMatch: homework.version }, { idempotencyKey: key }) })}
              />
            )}
          </>
        ),
      })}
    />
  );
}

function CorrectDialog({ entry, homework, onClose, onSave }: { entry: EntryProps['entry']; homework: Homework; onClose: () => void; onSave: (body: { text: string; dueOn: string }) => void }) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState(homework.text);
  const [dueOn, setDueOn] = useState(homework.dueOn);
  const days = [...new Set([homework.dueOn, ...dueDays(entry)])].toSorted();
  const save = () => {
    onSave({ text: text.trim(), dueOn });
    onClose();
  };
  return (
    <Dialog
      title={t('teaching.entry.correctHomework')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={save} isDisabled={text.trim() === ''}>
          {t('teaching.entry.save')}
        </Button>
      }
    >
      <div className="teaching-entry-form">
        <TextArea label={t('teaching.entry.newHomework')} value={text} onChange={setText} maxLength={MAX_HOMEWORK} />
        <Select label={t('teaching.entry.dueOn')} options={days.map((day) => ({ value: day, label: format.day(day) }))} value={dueOn} onChange={setDueOn} />
      </div>
    </Dialog>
  );
}
