import { Button, Dialog, RadioGroup } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { useText, type TeachingKey } from '../messages.ts';
import { resolve, type Conflict, type UnitDraft } from './merge.ts';
import type { Clash } from './use-plan.ts';

const LABELS: Record<Conflict, TeachingKey> = {
  name: 'teaching.plan.unit.name',
  startsOn: 'teaching.plan.unit.startsOn',
  lessonCount: 'teaching.plan.unit.lessonCount',
  notes: 'teaching.plan.unit.notes',
  objectiveKeys: 'teaching.plan.objectives',
  contentKeys: 'teaching.plan.contents',
  links: 'teaching.plan.links',
};

/** Somebody else has changed the same: both versions side by side, nothing is overwritten unseen. */
export function MergeDialog({ clash, onClose, onSave }: { clash: Clash; onClose: () => void; onSave: (draft: UnitDraft) => void }) {
  const t = useText();
  const format = useFormat();
  const { theirs, mine, merged, conflicts } = clash;
  const [choices, setChoices] = useState<ReadonlyMap<Conflict, 'mine' | 'theirs'>>(new Map());
  const said = (draft: UnitDraft, field: Conflict): string => {
    const value = draft[field];
    if (value === null || value === '') return '–';
    if (field === 'startsOn') return format.day(draft.startsOn);
    if (typeof value === 'object') return value.map((one) => (typeof one === 'string' ? one : one.title)).join(', ') || '–';
    return String(value);
  };
  return (
    <Dialog
      title={t('teaching.plan.clash', { name: `${theirs.changedBy.callName} ${theirs.changedBy.lastName}`, when: format.moment(theirs.changedAt) })}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isDisabled={conflicts.some((field) => !choices.has(field))} onPress={() => onSave(resolve(merged, mine, choices))}>
          {t('teaching.plan.clashSave')}
        </Button>
      }
    >
      <div className="teaching-plan-form">
        <p>{t('teaching.plan.clashHelp')}</p>
        {conflicts.map((field) => (
          <RadioGroup
            key={field}
            label={t(LABELS[field])}
            value={choices.get(field) ?? null}
            onChange={(side) => setChoices(new Map([...choices, [field, side]]))}
            options={[
              { value: 'mine', label: t('teaching.plan.clashMine'), detail: said(mine, field) },
              { value: 'theirs', label: t('teaching.plan.clashTheirs', { name: theirs.changedBy.callName }), detail: said(theirs, field) },
            ]}
          />
        ))}
      </div>
    </Dialog>
  );
}
