import { TextField } from '@digione/platform/ui';
import { useState } from 'react';
import { useText } from '../messages.ts';

const MAX_TOPIC = 500;

/** What the lesson was about; saved when one leaves the field. */
export function Topic({ topic, isLocked, onChange }: { topic: string | null; isLocked: boolean; onChange: (topic: string | null) => void }) {
  const t = useText();
  const [typed, setTyped] = useState<string>();
  if (isLocked && topic === null) return null;
  const leave = () => {
    if (typed === undefined) return;
    const said = typed.trim();
    setTyped(undefined);
    if (said !== (topic ?? '')) onChange(said === '' ? null : said);
  };
  return (
    <TextField
      label={t('teaching.register.topic')}
      isOptional
      value={typed ?? topic ?? ''}
      onChange={setTyped}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
      maxLength={MAX_TOPIC}
      isReadOnly={isLocked}
    />
  );
}
