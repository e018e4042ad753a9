import { useState } from 'react';
import { changeStudyPeriods, StudyState, type StudyRight } from '@digione/school-admin/contract';
import { Button, DatePicker, IconButton, Select } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { wordsFor } from './words.ts';

interface PeriodsDialogProps {
  right: StudyRight;
  target: { educationProviderId: string; learnerId: string; studyRightId: string };
  onClose: () => void;
}
interface Draft {
  readonly startsOn: string | null;
  readonly state: StudyState | null;
  readonly funding: string | null;
}

const FUNDED = new Set(['general-upper-secondary', 'adult-basic-education', 'preparatory-upper-secondary']);
const NONE = 'none';
const FUNDINGS = ['1', '6', '16'] as const;
const stateOf = (state: string): StudyState | null => StudyState.options.find((one) => one === state) ?? null;

/** From when the study right has been in which state. A correction says the whole row of periods anew. */
export function PeriodsDialog({ right: latest, target, onClose }: PeriodsDialogProps) {
  const t = useText();
  const [right] = useState(latest);
  const [problem, setProblem] = useState<ProblemError>();
  const [expectedEndOn, setExpectedEndOn] = useState(right.expectedEndOn);
  const [drafts, setDrafts] = useState<readonly Draft[]>(right.periods.map(({ startsOn, state, funding }) => ({ startsOn, state: stateOf(state), funding })));
  const change = useAction(changeStudyPeriods, { refresh: ['study-record'], done: t('schoolAdmin.record.saved'), onDone: onClose, onError: setProblem });
  const set = (index: number, given: Partial<Draft>) => setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...given } : draft)));
  const complete = drafts.flatMap(({ startsOn, state, funding }) => (startsOn === null || state === null ? [] : [{ startsOn, state, funding }]));
  const fault = (path: string) => {
    const errorMessage = problem?.messageFor(path);
    return errorMessage === undefined ? {} : { errorMessage };
  };
  const save = () => {
    setProblem(undefined);
    change.run({ params: target, body: { periods: complete, expectedEndOn }, ifMatch: right.version });
  };
  return (
    <RecordDialog title={t('schoolAdmin.record.editPeriods')} isPending={change.isPending} isIncomplete={complete.length === 0 || complete.length < drafts.length} problem={problem} onSave={save} onClose={onClose}>
      {drafts.map((draft, index) => (
        <fieldset key={index} className="school-admin-record-row">
          <legend>{t('schoolAdmin.record.row', { number: index + 1 })}</legend>
          <DatePicker label={t('schoolAdmin.record.startsOn')} value={draft.startsOn} onChange={(startsOn) => set(index, { startsOn })} {...fault(`periods.${index}.startsOn`)} />
          <Select
            label={t('schoolAdmin.record.stateLabel')}
            options={StudyState.options.map((value) => ({ value, label: wordsFor(t, 'state', value) }))}
            value={draft.state}
            onChange={(state) => set(index, { state })}
            {...fault(`periods.${index}.state`)}
          />
          {FUNDED.has(right.educationForm) && (
            <Select
              label={t('schoolAdmin.record.funding')}
              options={[{ value: NONE, label: t('schoolAdmin.record.fundingNone') }, ...[...new Set([...FUNDINGS, ...(draft.funding === null ? [] : [draft.funding])])].map((value) => ({ value, label: value }))]}
              value={draft.funding ?? NONE}
              onChange={(funding) => set(index, { funding: funding === NONE ? null : funding })}
            />
          )}
          <IconButton icon="trash" label={t('schoolAdmin.record.removeRow', { number: index + 1 })} isDisabled={drafts.length === 1} onPress={() => setDrafts(drafts.filter((_, at) => at !== index))} />
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onPress={() => setDrafts([...drafts, { startsOn: null, state: null, funding: drafts.at(-1)?.funding ?? null }])}>
          {t('schoolAdmin.record.addRow')}
        </Button>
      </div>
      <DatePicker label={t('schoolAdmin.record.expectedEnd')} value={expectedEndOn} onChange={setExpectedEndOn} isOptional />
    </RecordDialog>
  );
}
