import { useState } from 'react';
import { adoptEdition, EducationForm, type Edition } from '@digione/curriculum/contract';
import { Button, DatePicker, Dialog, Select, Stack } from '@digione/platform/ui';
import { useAction, useProviderId, useToday, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** From which day, and in which form of education where the curriculum does not tell. */
export function AdoptDialog({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = useText();
  const educationProviderId = useProviderId();
  const [form, setForm] = useState<EducationForm | null>(edition.educationForm);
  const [startsOn, setStartsOn] = useState<string | null>(useToday());
  const [problem, setProblem] = useState<ProblemError>();
  const adopt = useAction(adoptEdition, { done: t('curriculum.manage.adopted'), refresh: ['curriculum'], onDone: onClose, onError: setProblem });
  const send = () => {
    if (form !== null && startsOn !== null) adopt.run({ params: { educationProviderId }, body: { educationForm: form, editionId: edition.editionId, startsOn } });
  };
  return (
    <Dialog
      isOpen
      title={t('curriculum.manage.adoptTitle')}
      onClose={onClose}
      footer={
        <Button kind="primary" isDisabled={form === null || startsOn === null} isPending={adopt.isPending} onPress={send}>
          {t('curriculum.manage.adopt')}
        </Button>
      }
    >
      <Stack>
        <p>{t('curriculum.manage.adoptHelp')}</p>
        <Select
          label={t('curriculum.manage.column.form')}
          value={form}
          isDisabled={edition.educationForm !== null}
          options={EducationForm.options.map((one) => ({ value: one, label: t(`curriculum.form.${one}`) }))}
          onChange={setForm}
          errorMessage={problem?.messageFor('educationForm')}
        />
        <DatePicker label={t('curriculum.manage.startsOn')} value={startsOn} onChange={setStartsOn} errorMessage={problem?.messageFor('startsOn')} />
      </Stack>
    </Dialog>
  );
}
