import { useState } from 'react';
import { changeAdditionalInformation, InformationKind, type StudyRight } from '@digione/school-admin/contract';
import { Button, DatePicker, IconButton, Select } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { wordsFor } from './words.ts';

interface InformationDialogProps {
  right: StudyRight;
  target: { educationProviderId: string; learnerId: string; studyRightId: string };
  onClose: () => void;
}
interface Draft {
  readonly kind: InformationKind | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const kindOf = (kind: string): InformationKind | undefined => InformationKind.options.find((one) => one === kind);

/** What holds beside the studies for a time: support decisions, home schooling, free education. */
export function InformationDialog({ right: latest, target, onClose }: InformationDialogProps) {
  const t = useText();
  const [right] = useState(latest);
  const [problem, setProblem] = useState<ProblemError>();
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    right.information.flatMap(({ kind, startsOn, endsOn }) => {
      const known = kindOf(kind);
      return known === undefined ? [] : [{ kind: known, startsOn, endsOn }];
    }),
  );
  const change = useAction(changeAdditionalInformation, { refresh: ['study-record'], done: t('schoolAdmin.record.saved'), onDone: onClose, onError: setProblem });
  const set = (index: number, given: Partial<Draft>) => setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...given } : draft)));
  const complete = drafts.flatMap(({ kind, startsOn, endsOn }) => (startsOn === null || kind === null ? [] : [{ kind, startsOn, endsOn }]));
  const save = () => {
    setProblem(undefined);
    change.run({ params: target, body: { information: complete }, ifMatch: right.version });
  };
  return (
    <RecordDialog title={t('schoolAdmin.record.editInformation')} isPending={change.isPending} isIncomplete={complete.length < drafts.length} problem={problem} onSave={save} onClose={onClose}>
      {drafts.map((draft, index) => {
        const fault = problem?.messageFor(`information.${index}.endsOn`);
        return (
          <fieldset key={index} className="school-admin-record-row">
            <legend>{t('schoolAdmin.record.row', { number: index + 1 })}</legend>
            <Select
              label={t('schoolAdmin.record.kindOfInformation')}
              options={InformationKind.options.map((value) => ({ value, label: wordsFor(t, 'info', value) }))}
              value={draft.kind}
              onChange={(kind) => set(index, { kind })}
            />
            <DatePicker label={t('schoolAdmin.record.startsOn')} value={draft.startsOn} onChange={(startsOn) => set(index, { startsOn })} />
            <DatePicker label={t('schoolAdmin.record.endsOn')} value={draft.endsOn} onChange={(endsOn) => set(index, { endsOn })} isOptional {...(fault !== undefined && { errorMessage: fault })} />
            <IconButton icon="trash" label={t('schoolAdmin.record.removeRow', { number: index + 1 })} onPress={() => setDrafts(drafts.filter((_, at) => at !== index))} />
          </fieldset>
        );
      })}
      <div>
        <Button icon="plus" onPress={() => setDrafts([...drafts, { kind: null, startsOn: null, endsOn: null }])}>
          {t('schoolAdmin.record.addRow')}
        </Button>
      </div>
    </RecordDialog>
  );
}
