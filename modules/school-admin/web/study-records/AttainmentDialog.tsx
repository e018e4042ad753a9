import { useState } from 'react';
import { addAttainment, changeAttainment, removeAttainment, type StudyAttainment, type StudyRight } from '@digione/school-admin/contract';
import { Checkbox, ComboBox, ConfirmDialog, DatePicker, Select, TextField, type Option } from '@digione/platform/ui';
import { useAction, useFormat, useMe, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { kindOfPart, inputOf, startDraft, type AttainmentDraft } from './attainment-draft.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { GRADE, MARKS, nameOf, SUBJECT_CODES, wordsFor } from './words.ts';

export type AttainmentTarget =
  | { readonly kind: 'change' | 'remove'; readonly attainment: StudyAttainment }
  | { readonly kind: 'add'; readonly parent: StudyAttainment | null };

interface AttainmentDialogProps {
  right: StudyRight;
  opened: AttainmentTarget;
  target: { educationProviderId: string; learnerId: string; studyRightId: string };
  onClose: () => void;
}

export function AttainmentDialog({ opened, ...rest }: AttainmentDialogProps) {
  if (opened.kind === 'remove') return <RemoveDialog {...rest} attainment={opened.attainment} />;
  return <EditDialog {...rest} opened={opened} />;
}

function RemoveDialog({ attainment, target, onClose }: Omit<AttainmentDialogProps, 'opened'> & { attainment: StudyAttainment }) {
  const t = useText();
  const format = useFormat();
  const remove = useAction(removeAttainment, { refresh: ['study-record'], done: t('schoolAdmin.record.saved'), onDone: onClose });
  return (
    <ConfirmDialog
      title={t('schoolAdmin.record.removeQuestion', { name: nameOf(t, format, attainment) })}
      confirmLabel={t('schoolAdmin.record.remove')}
      isOpen
      isDanger
      isPending={remove.isPending}
      onConfirm={() => remove.run({ params: { ...target, attainmentId: attainment.attainmentId }, ifMatch: attainment.version })}
      onClose={onClose}
    >
      {t('schoolAdmin.record.removeHelp')}
    </ConfirmDialog>
  );
}

const LANGUAGES = ['EN', 'SV', 'FI', 'DE', 'FR', 'ES', 'RU', 'IT', 'SE'] as const;

function EditDialog({ opened, target, onClose }: Omit<AttainmentDialogProps, 'opened'> & { opened: Exclude<AttainmentTarget, { kind: 'remove' }> | { kind: 'change' | 'remove'; attainment: StudyAttainment } }) {
  const t = useText();
  const format = useFormat();
  const me = useMe();
  const [before] = useState('attainment' in opened ? opened.attainment : undefined);
  const parent = 'parent' in opened ? opened.parent : null;
  const kind = before?.kind ?? kindOfPart(parent);
  const [draft, setDraft] = useState<AttainmentDraft>(startDraft(before, kind));
  const [problem, setProblem] = useState<ProblemError>();
  const handlers = { refresh: ['study-record'], done: t('schoolAdmin.record.saved'), onDone: onClose, onError: setProblem };
  const add = useAction(addAttainment, handlers);
  const change = useAction(changeAttainment, handlers);
  const set = (given: Partial<AttainmentDraft>) => setDraft({ ...draft, ...given });
  const signer = { name: draft.confirmerName === '' ? me.displayName : draft.confirmerName, title: draft.confirmerTitle === '' ? t('schoolAdmin.record.confirmerDefault') : draft.confirmerTitle };
  const save = () => {
    setProblem(undefined);
    const input = inputOf(draft, before, kind, signer);
    if (before === undefined) add.run({ params: target, body: { ...input, kind, parentAttainmentId: parent?.attainmentId ?? null } });
    else change.run({ params: { ...target, attainmentId: before.attainmentId }, body: input, ifMatch: before.version });
  };
  const fault = (path: string) => {
    const errorMessage = problem?.messageFor(path);
    return errorMessage === undefined ? {} : { errorMessage };
  };
  const isGrade = kind === GRADE;
  const isWhole = before !== undefined ? before.depth === 0 : parent === null;
  const isModule = kind.startsWith('lukion') && !isWhole && kind !== 'lukionoppiaine';
  const title = before !== undefined ? t('schoolAdmin.record.editAttainment', { name: nameOf(t, format, before) }) : parent === null ? t('schoolAdmin.record.addGrade') : t('schoolAdmin.record.addTo', { name: nameOf(t, format, parent) });
  const isLanguage = /^[AB][1-3]$/.test(draft.code);
  return (
    <RecordDialog title={title} isPending={add.isPending || change.isPending} isIncomplete={draft.code === ''} problem={problem} onSave={save} onClose={onClose}>
      {before === undefined && isGrade && (
        <Select label={t('schoolAdmin.record.grade')} options={['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => ({ value, label: t('schoolAdmin.record.gradeNumber', { grade: value }) }))} value={draft.code} onChange={(code) => set({ code })} />
      )}
      {before === undefined && !isGrade && !isModule && (
        <ComboBox label={t('schoolAdmin.record.subject')} options={SUBJECT_CODES.map((value): Option<string> => ({ value, label: `${wordsFor(t, 'code', value)} (${value})` }))} value={draft.code === '' ? null : draft.code} onChange={(code) => set({ code: code ?? '' })} />
      )}
      {before === undefined && isModule && (
        <>
          <TextField label={t('schoolAdmin.record.codeLabel')} description={t('schoolAdmin.record.codeHelp')} value={draft.code} onChange={(code) => set({ code: code.toUpperCase() })} {...fault('code')} />
          <TextField label={t('schoolAdmin.record.localName')} value={draft.name} onChange={(name) => set({ name })} isOptional {...fault('name')} />
        </>
      )}
      {isLanguage && <Select label={t('schoolAdmin.record.language')} options={LANGUAGES.map((value): Option<string> => ({ value, label: value }))} value={draft.language} onChange={(language) => set({ language })} />}
      {isGrade && (
        <div className="school-admin-record-row">
          <TextField label={t('schoolAdmin.record.homeroom')} value={draft.homeroom} onChange={(homeroom) => set({ homeroom })} />
          <DatePicker label={t('schoolAdmin.record.startsOn')} value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
        </div>
      )}
      {!isWhole && <PartFields draft={draft} set={set} hasDate={isModule} fault={fault} />}
      {isWhole && (
        <div className="school-admin-record-row">
          <DatePicker label={t('schoolAdmin.record.confirmedOn')} value={draft.confirmedOn} onChange={(confirmedOn) => set({ confirmedOn })} isOptional />
          {draft.confirmedOn !== null && draft.confirmedOn !== before?.confirmedOn && (
            <>
              <TextField label={t('schoolAdmin.record.confirmerName')} value={draft.confirmerName} onChange={(confirmerName) => set({ confirmerName })} placeholder={me.displayName} />
              <TextField label={t('schoolAdmin.record.confirmerTitle')} value={draft.confirmerTitle} onChange={(confirmerTitle) => set({ confirmerTitle })} placeholder={t('schoolAdmin.record.confirmerDefault')} />
            </>
          )}
        </div>
      )}
    </RecordDialog>
  );
}

const NONE = 'none';

/** What is said of a subject or a module. */
function PartFields({ draft, set, hasDate, fault }: { draft: AttainmentDraft; set: (given: Partial<AttainmentDraft>) => void; hasDate: boolean; fault: (path: string) => object }) {
  const t = useText();
  return (
    <>
      <div className="school-admin-record-row">
        <Select
          label={t('schoolAdmin.record.mark')}
          options={[{ value: NONE, label: t('schoolAdmin.record.markNone') }, ...MARKS.map((value): Option<string> => ({ value, label: value }))]}
          value={draft.mark ?? NONE}
          onChange={(mark) => set({ mark: mark === NONE ? null : mark })}
        />
        {hasDate && <DatePicker label={t('schoolAdmin.record.assessedOn')} value={draft.assessedOn} onChange={(assessedOn) => set({ assessedOn })} />}
        <TextField label={t('schoolAdmin.record.extent')} value={draft.extent} onChange={(extent) => set({ extent })} inputMode="decimal" isOptional {...fault('extent')} />
      </div>
      <Checkbox isSelected={draft.isCompulsory} onChange={(isCompulsory) => set({ isCompulsory })}>
        {t('schoolAdmin.record.compulsory')}
      </Checkbox>
      <TextField label={t('schoolAdmin.record.recognition')} value={draft.recognition} onChange={(recognition) => set({ recognition })} isOptional />
      <div className="school-admin-record-row">
        <DatePicker label={t('schoolAdmin.record.exemptedOn')} value={draft.exemptedOn} onChange={(exemptedOn) => set({ exemptedOn })} isOptional {...fault('exemptedOn')} />
        <TextField label={t('schoolAdmin.record.exemptionReason')} value={draft.exemptionReason} onChange={(exemptionReason) => set({ exemptionReason })} isOptional {...fault('exemptionReason')} />
      </div>
    </>
  );
}
