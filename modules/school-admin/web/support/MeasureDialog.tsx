import { Button, DatePicker, Dialog, Select, TextArea } from '@digione/platform/ui';
import { today, useAction, useMe, type ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { addSupportMeasure, changeSupportMeasure, SupportKind, type SupportMeasure } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { SupportParams } from './LearnerSupportPage.tsx';

interface MeasureDialogProps {
  readonly params: SupportParams;
  readonly measure: SupportMeasure | undefined;
  readonly onClose: () => void;
}

/** Prepares a measure, or changes one. Who prepares it answers for it until others are named. */
export function MeasureDialog({ params, measure, onClose }: MeasureDialogProps) {
  const t = useText();
  const own = useMe().identities.find(({ educationProviderId }) => educationProviderId === params.educationProviderId)?.personId ?? '';
  const [kind, setKind] = useState<SupportKind>(SupportKind.options.find((one) => one === measure?.kind) ?? 'partly-small-group');
  const [plan, setPlan] = useState(measure?.plan ?? '');
  const [startsOn, setStartsOn] = useState<string | null>(measure?.startsOn ?? today());
  const [endsOn, setEndsOn] = useState<string | null>(measure?.endsOn ?? null);
  const [reviewOn, setReviewOn] = useState<string | null>(measure?.reviewOn ?? null);
  const [problem, setProblem] = useState<ProblemError>();
  const add = useAction(addSupportMeasure, { onDone: onClose, onError: setProblem });
  const change = useAction(changeSupportMeasure, { onDone: onClose, onError: setProblem });
  const isDecided = (measure?.decision ?? null) !== null;
  const save = () => {
    if (startsOn === null || reviewOn === null) return;
    const body = { kind, plan, startsOn, endsOn, reviewOn, subjectIds: measure?.subjects.map(({ subjectId }) => subjectId) ?? [], responsibleIds: measure === undefined ? [own] : measure.responsible.map(({ personId }) => personId) };
    if (measure === undefined) add.run({ params, body });
    else change.run({ params: { ...params, supportMeasureId: measure.supportMeasureId }, body, ifMatch: measure.version });
  };
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  return (
    <Dialog
      title={measure === undefined ? t('schoolAdmin.support.add') : t(`schoolAdmin.support.kind.${measure.kind}`)}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <>
          <Button onPress={onClose}>{t('schoolAdmin.support.cancel')}</Button>
          <Button kind="primary" isDisabled={plan.trim().length < 3 || startsOn === null || reviewOn === null} isPending={add.isPending || change.isPending} onPress={save}>
            {t('schoolAdmin.support.save')}
          </Button>
        </>
      }
    >
      <div className="school-support-form">
        {problem !== undefined && problem.errors.length === 0 && (
          <p className="school-support-fault" role="alert">
            {problem.detail ?? problem.title}
          </p>
        )}
        <Select label={t('schoolAdmin.support.kind')} options={SupportKind.options.map((value) => ({ value, label: t(`schoolAdmin.support.kind.${value}`) }))} value={kind} onChange={setKind} isDisabled={isDecided} />
        <TextArea label={t('schoolAdmin.support.plan')} description={t('schoolAdmin.support.planHelp')} value={plan} onChange={setPlan} maxLength={6000} {...fault('plan')} />
        <div className="school-support-row">
          <DatePicker label={t('schoolAdmin.support.startsOn')} value={startsOn} onChange={setStartsOn} isDisabled={isDecided} {...fault('startsOn')} />
          <DatePicker label={t('schoolAdmin.support.endsOn')} value={endsOn} onChange={setEndsOn} isOptional {...fault('endsOn')} />
          <DatePicker label={t('schoolAdmin.support.reviewOn')} value={reviewOn} onChange={setReviewOn} {...fault('reviewOn')} />
        </div>
        {measure === undefined && <p className="ui-muted">{t('schoolAdmin.support.selfResponsible')}</p>}
      </div>
    </Dialog>
  );
}
