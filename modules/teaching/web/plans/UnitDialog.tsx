import { Button, DatePicker, Dialog, TextArea, TextField } from '@digione/platform/ui';
import { useState } from 'react';
import { MAX_LESSONS_OF_UNIT, MAX_PLAN_NOTES, type GroupPlan, type PlanUnit } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { LinksField } from './LinksField.tsx';
import type { UnitDraft } from './merge.ts';
import { ObjectivesField } from './ObjectivesField.tsx';
import './plan.css';

export interface UnitDialogProps {
  readonly plan: GroupPlan;
  /** Undefined while it is new. */
  readonly unit: PlanUnit | undefined;
  readonly draft: UnitDraft;
  readonly isSaving: boolean;
  readonly onClose: () => void;
  readonly onSave: (draft: UnitDraft) => void;
  readonly onRemove: () => void;
  readonly onLessons: () => void;
}

/** A unit: what, when, for which objectives. */
export function UnitDialog({ plan, unit, draft, isSaving, onClose, onSave, onRemove, onLessons }: UnitDialogProps) {
  const t = useText();
  const [said, setSaid] = useState(draft);
  const [count, setCount] = useState(String(draft.lessonCount));
  const set = (what: Partial<UnitDraft>) => setSaid({ ...said, ...what });
  const lessonCount = Number(count);
  const isCountFit = Number.isInteger(lessonCount) && lessonCount >= 1 && lessonCount <= MAX_LESSONS_OF_UNIT;
  const isLocked = !plan.can.edit;
  return (
    <Dialog
      title={unit === undefined ? t('teaching.plan.newUnit') : unit.name}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        isLocked ? undefined : (
          <>
            {unit !== undefined && (
              <>
                <Button kind="quiet" icon="trash" onPress={onRemove}>
                  {t('teaching.plan.removeUnit')}
                </Button>
                <Button icon="note" onPress={onLessons}>
                  {t('teaching.plan.planLessons')}
                </Button>
              </>
            )}
            <Button kind="primary" isPending={isSaving} isDisabled={said.name.trim() === '' || !isCountFit} onPress={() => onSave({ ...said, name: said.name.trim(), notes: said.notes === '' ? null : said.notes, lessonCount })}>
              {t('teaching.entry.save')}
            </Button>
          </>
        )
      }
    >
      <div className="teaching-plan-form">
        <TextField label={t('teaching.plan.unit.name')} value={said.name} onChange={(name) => set({ name })} maxLength={200} isReadOnly={isLocked} description={t('teaching.plan.unit.nameHelp')} />
        <div className="teaching-plan-line">
          <DatePicker label={t('teaching.plan.unit.startsOn')} value={said.startsOn} onChange={(startsOn) => set({ startsOn: startsOn ?? said.startsOn })} minDate={plan.year.startsOn} maxDate={plan.year.endsOn} isDisabled={isLocked} />
          <TextField
            label={t('teaching.plan.unit.lessonCount')}
            inputMode="numeric"
            value={count}
            onChange={setCount}
            isReadOnly={isLocked}
            {...(!isCountFit && { errorMessage: t('teaching.plan.unit.countFault', { most: MAX_LESSONS_OF_UNIT }) })}
          />
        </div>
        <ObjectivesField label={t('teaching.plan.objectives')} items={plan.objectives} chosen={said.objectiveKeys} isLocked={isLocked} onChange={(objectiveKeys) => set({ objectiveKeys })} />
        <ObjectivesField label={t('teaching.plan.contents')} items={plan.contents.map((one) => ({ ...one, text: one.name }))} chosen={said.contentKeys} isLocked={isLocked} onChange={(contentKeys) => set({ contentKeys })} />
        <TextArea label={t('teaching.plan.unit.notes')} isOptional value={said.notes ?? ''} onChange={(notes) => set({ notes })} maxLength={MAX_PLAN_NOTES} isReadOnly={isLocked} />
        <LinksField links={said.links} isLocked={isLocked} onChange={(links) => set({ links })} />
      </div>
    </Dialog>
  );
}
