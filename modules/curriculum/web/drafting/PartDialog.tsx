import { useState } from 'react';
import type { DraftPart, PartWish } from '@digione/curriculum/contract';
import { Button, Dialog, Stack, TextArea, TextField } from '@digione/platform/ui';
import type { ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

export interface PartDialogProps {
  readonly wish: PartWish;
  readonly isPending: boolean;
  readonly problem: ProblemError | undefined;
  readonly onSave: (wish: PartWish) => void;
  readonly onClose: () => void;
}

type Field = 'name' | 'body';
type Language = 'fi' | 'sv';

/** Writes an objective, a content or a text in both languages. */
export function PartDialog({ wish, isPending, problem, onSave, onClose }: PartDialogProps) {
  const t = useText();
  const [name, setName] = useState<DraftPart['name']>(wish.name);
  const [body, setBody] = useState<DraftPart['body']>(wish.body);
  const kind = wish.kind === 'content' || wish.kind === 'text' ? wish.kind : 'objective';
  const isNameLong = kind === 'objective';
  const isEmpty = [name.fi, name.sv, body.fi, body.sv].every((text) => (text ?? '').trim() === '');
  const fieldOf = (field: Field, language: Language) => {
    const [text, set] = field === 'name' ? [name, setName] : [body, setBody];
    const label = t(`curriculum.draft.field.${kind}.${field}`);
    return {
      label: `${label}, ${t(language === 'fi' ? 'curriculum.draft.inFinnish' : 'curriculum.draft.inSwedish')}`,
      value: text[language] ?? '',
      onChange: (value: string) => set({ ...text, [language]: value }),
      lang: language,
      errorMessage: problem?.messageFor(`${field}.${language}`),
    };
  };
  return (
    <Dialog
      isOpen
      size="lg"
      title={t(wish.version === null ? `curriculum.draft.add.${kind}` : `curriculum.draft.edit.${kind}`)}
      onClose={onClose}
      footer={
        <Button kind="primary" isPending={isPending} isDisabled={isEmpty} onPress={() => onSave({ ...wish, name, body })}>
          {t('curriculum.draft.save')}
        </Button>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <p role="alert">{problem.detail ?? problem.title}</p>}
        <div className="curriculum-languages">
          {(['fi', 'sv'] as const).map((language) => (
            <Stack key={language}>
              {isNameLong ? <TextArea {...fieldOf('name', language)} /> : <TextField {...fieldOf('name', language)} />}
              <TextArea {...fieldOf('body', language)} isOptional />
            </Stack>
          ))}
        </div>
      </Stack>
    </Dialog>
  );
}
