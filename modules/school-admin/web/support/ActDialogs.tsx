import { Button, DatePicker, Dialog, TextArea, TextField } from '@digione/platform/ui';
import { today, useAction, type ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { decideSupport, writeSupportNote, type SupportMeasure } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { SupportParams } from './LearnerSupportPage.tsx';

interface ActProps {
  readonly params: SupportParams;
  readonly measure: SupportMeasure;
  readonly onClose: () => void;
}

const faultOf = (problem: ProblemError | undefined, path: string) => {
  const message = problem?.messageFor(path);
  return message === undefined ? {} : { errorMessage: message };
};

/** The administrative decision. */
export function DecideDialog({ params, measure, onClose }: ActProps) {
  const t = useText();
  const [decidedOn, setDecidedOn] = useState<string | null>(today());
  const [decisionNumber, setNumber] = useState('');
  const [grounds, setGrounds] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const decide = useAction(decideSupport, { onDone: onClose, onError: setProblem });
  const run = () => {
    if (decidedOn === null) return;
    decide.run({ params: { ...params, supportMeasureId: measure.supportMeasureId }, body: { decidedOn, decisionNumber: decisionNumber.trim() === '' ? null : decisionNumber, grounds }, ifMatch: measure.version });
  };
  return (
    <Dialog
      title={t('schoolAdmin.support.decide')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('schoolAdmin.support.cancel')}</Button>
          <Button kind="primary" isDisabled={decidedOn === null || grounds.trim().length < 3} isPending={decide.isPending} onPress={run}>
            {t('schoolAdmin.support.decide')}
          </Button>
        </>
      }
    >
      <div className="school-support-form">
        <DatePicker label={t('schoolAdmin.support.decidedOn')} value={decidedOn} onChange={setDecidedOn} maxDate={today()} {...faultOf(problem, 'decidedOn')} />
        <TextField label={t('schoolAdmin.support.decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} isOptional />
        <TextArea label={t('schoolAdmin.support.grounds')} value={grounds} onChange={setGrounds} maxLength={6000} {...faultOf(problem, 'grounds')} />
      </div>
    </Dialog>
  );
}

/** How the support has worked; a review sets the next one. */
export function NoteDialog({ params, measure, onClose }: ActProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [nextReviewOn, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemError>();
  const write = useAction(writeSupportNote, { onDone: onClose, onError: setProblem });
  return (
    <Dialog
      title={t('schoolAdmin.support.note')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('schoolAdmin.support.cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim().length < 3} isPending={write.isPending} onPress={() => write.run({ params: { ...params, supportMeasureId: measure.supportMeasureId }, body: { text, nextReviewOn } })}>
            {t('schoolAdmin.support.save')}
          </Button>
        </>
      }
    >
      <div className="school-support-form">
        <TextArea label={t('schoolAdmin.support.noteText')} value={text} onChange={setText} maxLength={6000} {...faultOf(problem, 'text')} />
        <DatePicker label={t('schoolAdmin.support.nextReviewOn')} value={nextReviewOn} onChange={setNext} minDate={today()} isOptional {...faultOf(problem, 'nextReviewOn')} />
      </div>
    </Dialog>
  );
}
