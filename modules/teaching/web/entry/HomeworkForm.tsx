import { Button, Select, TextArea } from '@digione/platform/ui';
import { call, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { MAX_HOMEWORK, saveHomework } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { EntryProps } from './EntrySheet.tsx';

/** A day of the group's lessons to come, once each. */
export const dueDays = ({ nextLessons }: EntryProps['entry']): string[] => [...new Set(nextLessons.map(({ heldOn }) => heldOn))];

/** Homework for the next lesson, or a later one: write and press once. */
export function HomeworkForm({ params, entry, outbox }: EntryProps) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState('');
  const days = dueDays(entry);
  const [chosen, setChosen] = useState<string>();
  const dueOn = chosen ?? days[0] ?? entry.lesson.heldOn;
  const give = () => {
    const said = text.trim();
    if (said === '') return;
    const homeworkId = crypto.randomUUID();
    outbox.post({ id: homeworkId, text: said, send: (key) => call(saveHomework, { params: { ...params, homeworkId }, body: { text: said, dueOn }, ifMatch: 0 }, { idempotencyKey: key }) });
    setText('');
    setChosen(undefined);
  };
  return (
    <div className="teaching-entry-form" data-kind="homework">
      <TextArea
        label={t('teaching.entry.newHomework')}
        value={text}
        onChange={setText}
        maxLength={MAX_HOMEWORK}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
        }}
      />
      <div className="teaching-entry-form-foot">
        <Select label={t('teaching.entry.dueOn')} options={(days.length === 0 ? [dueOn] : days).map((day) => ({ value: day, label: format.day(day) }))} value={dueOn} onChange={setChosen} />
        <Button icon="homework" onPress={give} isDisabled={text.trim() === ''}>
          {t('teaching.entry.give')}
        </Button>
      </div>
    </div>
  );
}
