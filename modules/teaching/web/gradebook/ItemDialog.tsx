import { addToast, Button, Checkbox, DatePicker, Dialog, Select, TextArea, TextField } from '@digione/platform/ui';
import { today, useAction, type ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { addEvidenceItem, changeEvidenceItem, EvidenceKind, Scale, type EvidenceItem } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { ObjectivePicker, type ChosenObjectives } from './ObjectivePicker.tsx';
import type { BookParams } from './use-book-store.ts';

const WEIGHTS = ['0.5', '1', '1.5', '2', '3'] as const;

const draftOf = (item: EvidenceItem | undefined) => ({
  name: item?.name ?? '',
  kind: item?.kind ?? 'test',
  heldOn: item?.heldOn ?? today(),
  scale: item?.scale ?? 'mark',
  levels: (item?.levels ?? []).join('\n'),
  weight: item?.weight ?? null,
  isShared: (item?.sharedAt ?? null) !== null,
});

/** A test, task or observation: what it is called, when it was, what it shows. */
export function ItemDialog({ params, item, onClose }: { params: BookParams; item: EvidenceItem | undefined; onClose: () => void }) {
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(item));
  const [objectives, setObjectives] = useState<ChosenObjectives>({ editionId: item?.editionId ?? null, keys: item?.objectiveKeys ?? [] });
  const [problem, setProblem] = useState<ProblemError>();
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const add = useAction(addEvidenceItem, { done: ({ name }) => t('teaching.gradebook.item.added', { name }), onDone: onClose, onError: setProblem });
  const change = useAction(changeEvidenceItem, { onDone: onClose, onError: setProblem });
  const restore = useAction(changeEvidenceItem);

  const body = () => ({
    name: draft.name,
    kind: draft.kind,
    heldOn: draft.heldOn,
    scale: draft.scale,
    levels: draft.scale === 'level' ? draft.levels.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])) : [],
    weight: draft.weight,
    isShared: draft.isShared,
    editionId: objectives.keys.length === 0 ? null : objectives.editionId,
    objectiveKeys: [...objectives.keys],
  });
  const save = () => {
    if (item === undefined) add.run({ params, body: body() });
    else change.run({ params: { ...params, evidenceItemId: item.evidenceItemId }, body: body(), ifMatch: item.version });
  };
  const remove = async (removed: EvidenceItem) => {
    const where = { ...params, evidenceItemId: removed.evidenceItemId };
    const gone = await change.runAsync({ params: where, body: { ...body(), isRemoved: true }, ifMatch: removed.version });
    addToast({
      tone: 'success',
      title: t('teaching.gradebook.item.removed', { name: gone.name }),
      action: { label: t('teaching.gradebook.undo'), run: () => restore.run({ params: where, body: body(), ifMatch: gone.version }) },
    });
  };
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  return (
    <Dialog
      title={item?.name ?? t('teaching.gradebook.item.new')}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <>
          {item !== undefined && (
            <Button kind="quiet" icon="trash" onPress={() => void remove(item).catch(() => {})}>
              {t('teaching.gradebook.item.remove')}
            </Button>
          )}
          <Button onPress={onClose}>{t('teaching.gradebook.item.cancel')}</Button>
          <Button kind="primary" isDisabled={draft.name.trim() === ''} isPending={add.isPending || change.isPending} onPress={save}>
            {t('teaching.gradebook.item.save')}
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
        <TextField label={t('teaching.gradebook.item.name')} value={draft.name} onChange={(name) => set({ name })} maxLength={120} {...fault('name')} />
        <div className="teaching-item-row">
          <Select label={t('teaching.gradebook.item.kind')} options={EvidenceKind.options.map((value) => ({ value, label: t(`teaching.gradebook.kind.${value}`) }))} value={draft.kind} onChange={(kind) => set({ kind })} />
          <DatePicker label={t('teaching.gradebook.item.heldOn')} value={draft.heldOn} onChange={(heldOn) => heldOn !== null && set({ heldOn })} {...fault('heldOn')} />
          <Select label={t('teaching.gradebook.item.scale')} options={Scale.options.map((value) => ({ value, label: t(`teaching.gradebook.scale.${value}`) }))} value={draft.scale} onChange={(scale) => set({ scale })} />
          <Select
            label={t('teaching.gradebook.item.weight')}
            description={t('teaching.gradebook.item.weightHelp')}
            options={[{ value: '', label: '–' }, ...WEIGHTS.map((value) => ({ value, label: value.replace('.', ',') }))]}
            value={draft.weight === null ? '' : String(draft.weight)}
            onChange={(weight) => set({ weight: weight === '' ? null : Number(weight) })}
            isOptional
          />
        </div>
        {draft.scale === 'level' && <TextArea label={t('teaching.gradebook.item.levels')} value={draft.levels} onChange={(levels) => set({ levels })} {...fault('levels')} />}
        <ObjectivePicker params={params} chosen={objectives} onChange={setObjectives} />
        <Checkbox isSelected={draft.isShared} onChange={(isShared) => set({ isShared })}>
          {t('teaching.gradebook.item.shared')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
