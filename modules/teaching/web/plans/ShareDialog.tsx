import { Button, Dialog, RadioGroup, TextField } from '@digione/platform/ui';
import { useAction } from '@digione/platform/web';
import { useState } from 'react';
import { saveAsTemplate, savePlan, type PlanHead, type Sharing } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { PlanParams } from './use-plan.ts';

/** Who may copy the plan; or the plan as a template. */
export function ShareDialog({ params, plan, asTemplate, onClose }: { params: PlanParams; plan: PlanHead; asTemplate: boolean; onClose: () => void }) {
  const t = useText();
  const [sharing, setSharing] = useState<Sharing>(asTemplate ? 'group' : plan.sharing);
  const [name, setName] = useState(plan.name);
  const share = useAction(savePlan, { refresh: ['plan'], done: t('teaching.plan.shared'), onDone: onClose });
  const keep = useAction(saveAsTemplate, { refresh: ['plan'], done: t('teaching.plan.templateKept'), onDone: onClose });
  const save = () => (asTemplate ? keep.run({ params, body: { name, sharing } }) : share.run({ params, body: { name, description: plan.description, sharing }, ifMatch: plan.version }));
  return (
    <Dialog
      title={t(asTemplate ? 'teaching.plan.keepTemplate' : 'teaching.plan.share')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isPending={share.isPending || keep.isPending} isDisabled={name.trim() === ''} onPress={save}>
          {t('teaching.entry.save')}
        </Button>
      }
    >
      <div className="teaching-plan-form">
        <TextField label={t('teaching.plan.name')} value={name} onChange={setName} maxLength={200} />
        <RadioGroup
          label={t('teaching.plan.whoMayCopy')}
          value={sharing}
          onChange={setSharing}
          options={[
            { value: 'group', label: t(asTemplate ? 'teaching.plan.sharing.me' : 'teaching.plan.sharing.group') },
            { value: 'school', label: t('teaching.plan.sharing.school') },
            { value: 'provider', label: t('teaching.plan.sharing.provider') },
          ]}
        />
      </div>
    </Dialog>
  );
}
