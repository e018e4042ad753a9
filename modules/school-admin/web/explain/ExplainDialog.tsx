import { Dialog, Muted, Stack } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import { ExplainForm, type ExplainFormProps } from './ExplainForm.tsx';

/** The same form where there is no card for it: from a list, or to change what one has said. */
export function ExplainDialog({ detail, onClose, ...form }: ExplainFormProps & { detail: string; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('schoolAdmin.explain.title', { name: form.callName })} isOpen onClose={onClose}>
      <Stack>
        <Muted>{detail}</Muted>
        <ExplainForm {...form} onDone={onClose} />
      </Stack>
    </Dialog>
  );
}
