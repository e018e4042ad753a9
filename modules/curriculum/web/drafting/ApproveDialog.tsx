import { useState } from 'react';
import { approveDraft, type Draft } from '@digione/curriculum/contract';
import { Button, DatePicker, Dialog, Stack, TextField } from '@digione/platform/ui';
import { useAction, useProviderId, useToday, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** The decision as the minutes tell it, and the day it comes into force. */
export function ApproveDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useText();
  const educationProviderId = useProviderId();
  const today = useToday();
  const [decisionBody, setBody] = useState(draft.lastApproval?.decisionBody ?? '');
  const [paragraph, setParagraph] = useState('§ ');
  const [decidedOn, setDecidedOn] = useState<string | null>(today);
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemError>();
  const approve = useAction(approveDraft, { refresh: ['curriculum', 'curriculum-draft'], done: t('curriculum.draft.approved'), onDone: onClose, onError: setProblem });
  return (
    <Dialog
      isOpen
      title={t('curriculum.draft.record')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          isPending={approve.isPending}
          isDisabled={decisionBody.trim().length < 2 || !/\d/.test(paragraph) || decidedOn === null}
          onPress={() => decidedOn !== null && approve.run({ params: { educationProviderId, draftId: draft.draftId }, body: { decisionBody, decidedOn, paragraph, startsOn } })}
        >
          {t('curriculum.draft.approve')}
        </Button>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <p role="alert">{problem.detail ?? problem.title}</p>}
        <TextField label={t('curriculum.draft.decisionBody')} description={t('curriculum.draft.decisionBodyHelp')} value={decisionBody} onChange={setBody} errorMessage={problem?.messageFor('decisionBody')} />
        <DatePicker label={t('curriculum.draft.decidedOn')} value={decidedOn} maxDate={today} onChange={setDecidedOn} errorMessage={problem?.messageFor('decidedOn')} />
        <TextField label={t('curriculum.draft.paragraph')} value={paragraph} onChange={setParagraph} errorMessage={problem?.messageFor('paragraph')} />
        <DatePicker label={t('curriculum.draft.startsOn')} description={t('curriculum.draft.startsOnHelp')} isOptional value={startsOn} onChange={setStartsOn} errorMessage={problem?.messageFor('startsOn')} />
      </Stack>
    </Dialog>
  );
}
