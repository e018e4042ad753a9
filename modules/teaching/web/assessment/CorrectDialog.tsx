import { addToast, Button, Dialog, TextArea, TextField } from '@digione/platform/ui';
import { ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { LONGEST_REPORT, type SheetLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { useAllowedText } from './use-allowed-text.ts';
import type { SheetTools } from './use-sheet.ts';

/** Corrects a published mark; a reason is always given. */
export function CorrectDialog({ learner, tools, onClose }: { learner: SheetLearner; tools: SheetTools; onClose: () => void }) {
  const t = useText();
  const allowedText = useAllowedText();
  const [value, setValue] = useState(learner.mark.value ?? '');
  const [words, setWords] = useState(learner.mark.words ?? '');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const save = async () => {
    try {
      await tools.correct({ learnerId: learner.personId, value: value.trim() === '' ? null : value.trim(), words: words.trim() === '' ? null : words.trim(), version: learner.mark.version, reason });
      addToast({ tone: 'success', title: t('teaching.marks.corrected') });
      onClose();
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error);
    }
  };
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  return (
    <Dialog
      title={t('teaching.marks.correctTitle', { learner: `${learner.callName} ${learner.lastName}` })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('teaching.rounds.cancel')}</Button>
          <Button kind="primary" isDisabled={reason.trim().length < 3} isPending={tools.isPending} onPress={() => void save()}>
            {t('teaching.marks.correct')}
          </Button>
        </>
      }
    >
      <div className="teaching-item-form">
        {problem !== undefined && problem.errors.length === 0 && (
          <p className="teaching-cell-fault" role="alert">
            {problem.detail ?? problem.title}
          </p>
        )}
        {(learner.allowed.numbers || learner.allowed.letters.length > 0) && <TextField label={t('teaching.marks.mark')} description={allowedText(learner.allowed)} value={value} onChange={setValue} maxLength={4} {...fault('value')} />}
        <TextArea label={t('teaching.marks.words')} value={words} onChange={setWords} maxLength={LONGEST_REPORT} isOptional {...fault('words')} />
        <TextField label={t('teaching.marks.reason')} description={t('teaching.marks.reasonHelp')} value={reason} onChange={setReason} maxLength={500} {...fault('reason')} />
      </div>
    </Dialog>
  );
}
