import { useState } from 'react';
import type { PartWish, SubjectLine } from '@digione/curriculum/contract';
import { Button, Checkbox, Dialog, Stack, TextArea, TextField } from '@digione/platform/ui';
import { useFormat, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { unitTitle } from '../reading/unit-title.ts';

export interface StudyUnitDialogProps {
  readonly wish: PartWish;
  /** National modules it may be made of. */
  readonly modules: SubjectLine['units'];
  readonly isPending: boolean;
  readonly problem: ProblemError | undefined;
  readonly onSave: (wish: PartWish) => void;
  readonly onClose: () => void;
}

/** A study unit: its code, names, credits and the modules it is made of. Ticking a module counts its credits in. */
export function StudyUnitDialog({ wish, modules, isPending, problem, onSave, onClose }: StudyUnitDialogProps) {
  const t = useText();
  const format = useFormat();
  const [unit, setUnit] = useState(wish);
  const [credits, setCredits] = useState(wish.credits === null ? '' : format.number(wish.credits));
  const number = Number(credits.trim().replace(',', '.'));
  const isNumber = credits.trim() !== '' && number >= 1 && number <= 40 && Number.isInteger(number * 2);
  const choose = (code: string, isIn: boolean) => {
    const chosen = isIn ? [...unit.modules, code] : unit.modules.filter((one) => one !== code);
    setUnit({ ...unit, modules: chosen });
    const sum = modules.reduce((all, module) => all + (module.code !== null && chosen.includes(module.code) ? (module.credits ?? 0) : 0), 0);
    if (sum > 0) setCredits(format.number(sum));
  };
  const name = (language: 'fi' | 'sv') => ({ value: unit.name[language] ?? '', lang: language, onChange: (value: string) => setUnit({ ...unit, name: { ...unit.name, [language]: value } }), errorMessage: problem?.messageFor(`name.${language}`) });
  const body = (language: 'fi' | 'sv') => ({ value: unit.body[language] ?? '', lang: language, onChange: (value: string) => setUnit({ ...unit, body: { ...unit.body, [language]: value } }) });
  return (
    <Dialog
      isOpen
      size="lg"
      title={t(wish.version === null ? 'curriculum.draft.addStudyUnit' : 'curriculum.draft.editStudyUnit')}
      onClose={onClose}
      footer={
        <Button kind="primary" isPending={isPending} isDisabled={(unit.code ?? '').trim() === '' || !isNumber || !(unit.name.fi ?? unit.name.sv)} onPress={() => onSave({ ...unit, credits: number })}>
          {t('curriculum.draft.save')}
        </Button>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <p role="alert">{problem.detail ?? problem.title}</p>}
        <div className="curriculum-languages">
          <TextField label={t('curriculum.draft.code')} value={unit.code ?? ''} onChange={(code) => setUnit({ ...unit, code })} errorMessage={problem?.messageFor('code')} />
          <TextField label={t('curriculum.draft.credits')} inputMode="decimal" value={credits} onChange={setCredits} errorMessage={credits === '' || isNumber ? problem?.messageFor('credits') : t('curriculum.draft.creditsWrong')} />
          <TextField label={t('curriculum.draft.nameFi')} {...name('fi')} />
          <TextField label={t('curriculum.draft.nameSv')} {...name('sv')} isOptional />
        </div>
        {modules.length > 0 && (
          <div role="group" aria-label={t('curriculum.draft.madeOf')}>
            <p className="ui-field-label">{t('curriculum.draft.madeOf')}</p>
            <div className="curriculum-modules-choice">
              {modules.map((module) => (
                <Checkbox key={module.key} isSelected={module.code !== null && unit.modules.includes(module.code)} isDisabled={module.code === null} onChange={(isIn) => module.code !== null && choose(module.code, isIn)}>
                  {unitTitle(module, format.language, t)}
                </Checkbox>
              ))}
            </div>
          </div>
        )}
        <div className="curriculum-languages">
          <TextArea label={`${t('curriculum.draft.description')}, ${t('curriculum.draft.inFinnish')}`} {...body('fi')} isOptional />
          <TextArea label={`${t('curriculum.draft.description')}, ${t('curriculum.draft.inSwedish')}`} {...body('sv')} isOptional />
        </div>
      </Stack>
    </Dialog>
  );
}
