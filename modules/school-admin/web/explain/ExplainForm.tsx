import { useState } from 'react';
import { explainAbsences, withdrawExplanation, type AbsenceType } from '@digione/school-admin/contract';
import { Button, ErrorState, Row, Stack, TextField } from '@digione/platform/ui';
import { useAction, useFormat, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { PillChoice } from '../pills/Pills.tsx';

export interface ExplainFormProps {
  readonly educationProviderId: string;
  readonly learnerId: string;
  readonly callName: string;
  /** What is explained in one go. */
  readonly absenceIds: readonly string[];
  /** What may be chosen. */
  readonly types: readonly AbsenceType[];
  readonly onDone?: () => void;
}

const REFRESH = ['absence', 'notification'];

/** Pick the reason, send: two presses. A word of explanation can be added between them. */
export function ExplainForm({ educationProviderId, learnerId, callName, absenceIds, types, onDone }: ExplainFormProps) {
  const t = useText();
  const format = useFormat();
  const [absenceTypeId, setAbsenceTypeId] = useState<string | null>(null);
  const [explanation, setExplanation] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const params = { educationProviderId, learnerId };
  const undo = useAction(withdrawExplanation, { refresh: REFRESH, done: t('schoolAdmin.explain.undone') });
  const explain = useAction(explainAbsences, {
    refresh: REFRESH,
    done: t('schoolAdmin.explain.done', { name: callName }),
    undo: ({ explained }) => undo.run({ params, body: { absenceIds: explained } }),
    onError: setProblem,
    ...(onDone !== undefined && { onDone }),
  });
  const send = () => {
    setProblem(undefined);
    if (absenceTypeId === null) return;
    const words = explanation.trim();
    explain.run({ params, body: { absenceIds: [...absenceIds], absenceTypeId, ...(words !== '' && { explanation: words }) } });
  };
  return (
    <Stack gap={3}>
      {problem !== undefined && <ErrorState error={problem} isCompact />}
      <PillChoice
        label={t('schoolAdmin.explain.reason')}
        pills={types.map((type) => ({ value: type.absenceTypeId, label: format.name(type.name) }))}
        value={absenceTypeId}
        onChange={setAbsenceTypeId}
        errorMessage={problem?.messageFor('absenceTypeId')}
      />
      {absenceTypeId !== null && (
        <TextField label={t('schoolAdmin.explain.words')} description={t('schoolAdmin.explain.wordsHelp')} isOptional value={explanation} onChange={setExplanation} maxLength={500} />
      )}
      <Row>
        <Button kind="primary" icon="check" isDisabled={absenceTypeId === null} isPending={explain.isPending} onPress={send}>
          {t('schoolAdmin.explain.send')}
        </Button>
      </Row>
    </Stack>
  );
}
