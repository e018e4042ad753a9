import { useState } from 'react';
import { listSchools } from '@digione/core-data/contract';
import type { ResponseOf } from '@digione/platform/contract';
import { Button, DatePicker, Dialog, ErrorState, Muted, Select, Stack, TextArea, TextField } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, type ProblemError } from '@digione/platform/web';
import { changeLearner, END_REASONS, undoLearnerChange, type getLearnersPath, type NewLearnerChange } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import { draftOf, type Draft } from './draft.ts';

type Kind = NewLearnerChange['kind'];
/** The commonest first. */
const KINDS: readonly Kind[] = ['ended', 'school-changed', 'leave', 'abroad', 'home-schooling', 'suspended'];
const REFRESH = ['person', 'homeroom', 'group', 'learner-change'];

interface ChangeDialogProps {
  readonly school: { readonly educationProviderId: string; readonly schoolId: string };
  readonly learner: ResponseOf<typeof getLearnersPath>;
  readonly onClose: () => void;
}

/** One step with the fields its law asks for; the undo is offered right after. */
export function ChangeDialog({ school, learner, onClose }: ChangeDialogProps) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>({ kind: 'ended', from: today(), until: null, endReason: 'moved', toSchoolId: null, otherSchool: '', note: '', decidedOn: null, decisionNumber: '', decidedBy: '' });
  const [problem, setProblem] = useState<ProblemError>();
  const set = <K extends keyof Draft>(name: K) => (value: Draft[K]) => {
    setProblem(undefined);
    setDraft((before) => ({ ...before, [name]: value }));
  };
  const undo = useAction(undoLearnerChange, { refresh: REFRESH, done: t('schoolAdmin.change.undone') });
  const save = useAction(changeLearner, {
    refresh: REFRESH,
    done: (made) => t('schoolAdmin.path.done', { name: `${made.callName} ${made.lastName}` }),
    undo: (made) => undo.run({ params: { ...school, learnerChangeId: made.learnerChangeId } }),
    onDone: onClose,
    onError: setProblem,
  });
  const change = draftOf(draft);
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  const { kind } = draft;
  const showsDecision = kind === 'suspended' || (kind === 'ended' && (draft.endReason === 'considered-resigned' || draft.endReason === 'dismissed')) || kind === 'school-changed' || kind === 'leave';
  return (
    <Dialog
      title={`${learner.callName} ${learner.lastName}`}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isWide isPending={save.isPending} isDisabled={change === undefined} onPress={() => change && save.run({ params: { ...school, learnerId: learner.learnerId }, body: change })}>
          {t('schoolAdmin.path.save')}
        </Button>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <Select label={t('schoolAdmin.path.what')} options={KINDS.map((value) => ({ value, label: t(`schoolAdmin.path.kind.${value}`) }))} value={kind} onChange={set('kind')} />
        <Muted>{t(`schoolAdmin.path.help.${kind}`)}</Muted>
        {kind === 'ended' && (
          <Select label={t('schoolAdmin.path.reason')} options={END_REASONS.map((value) => ({ value, label: t(`schoolAdmin.path.reason.${value}`) }))} value={draft.endReason} onChange={set('endReason')} {...fault('endReason')} />
        )}
        {kind === 'school-changed' && <OtherSchool school={school} value={draft.toSchoolId} onChange={set('toSchoolId')} fault={problem?.messageFor('toSchoolId')} />}
        <DatePicker label={t(kind === 'ended' ? 'schoolAdmin.path.firstDayWithout' : kind === 'school-changed' ? 'schoolAdmin.path.firstDayThere' : 'schoolAdmin.path.from')} value={draft.from} onChange={set('from')} {...fault('from')} />
        {kind !== 'ended' && kind !== 'school-changed' && <DatePicker label={t('schoolAdmin.path.until')} isOptional={kind === 'home-schooling'} value={draft.until} onChange={set('until')} {...fault('until')} />}
        {(kind === 'ended' || kind === 'abroad') && (
          <TextField label={t('schoolAdmin.path.otherSchool')} description={t('schoolAdmin.path.otherSchoolHelp')} isOptional value={draft.otherSchool} onChange={set('otherSchool')} maxLength={200} />
        )}
        {showsDecision && (
          <fieldset className="school-admin-groups">
            <legend>{t('schoolAdmin.path.decision')}</legend>
            <Stack>
              <DatePicker label={t('schoolAdmin.path.decidedOn')} value={draft.decidedOn} onChange={set('decidedOn')} {...fault('decision')} {...fault('decision.decidedOn')} />
              <TextField label={t('schoolAdmin.path.decisionNumber')} value={draft.decisionNumber} onChange={set('decisionNumber')} maxLength={60} />
              <TextField label={t('schoolAdmin.path.decidedBy')} value={draft.decidedBy} onChange={set('decidedBy')} maxLength={120} />
            </Stack>
          </fieldset>
        )}
        <TextArea label={t('schoolAdmin.path.note')} isOptional value={draft.note} onChange={set('note')} maxLength={500} />
      </Stack>
    </Dialog>
  );
}

function OtherSchool({ school, value, onChange, fault }: { school: { educationProviderId: string; schoolId: string }; value: string | null; onChange: (schoolId: string) => void; fault: string | undefined }) {
  const t = useText();
  const format = useFormat();
  const schools = useEndpoint(listSchools, { params: school });
  const own = schools.data?.schools.find(({ schoolId }) => schoolId === school.schoolId);
  const others = (schools.data?.schools ?? []).filter((one) => one.schoolId !== school.schoolId && one.educationForms.some((form) => own?.educationForms.includes(form) ?? true));
  return (
    <Select label={t('schoolAdmin.path.toSchool')} options={others.map((one) => ({ value: one.schoolId, label: format.name(one.name) }))} value={value} onChange={onChange} {...(fault !== undefined && { errorMessage: fault })} />
  );
}
