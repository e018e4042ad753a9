import type { ReactNode } from 'react';
import { Button, Dialog, ErrorState, Stack } from '@digione/platform/ui';
import type { ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

interface RecordDialogProps {
  title: string;
  isPending: boolean;
  /** Whether something is still missing. */
  isIncomplete: boolean;
  /** Told above the fields unless it names some of them. */
  problem: ProblemError | undefined;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame in which a part of a study record is written. */
export function RecordDialog({ title, isPending, isIncomplete, problem, onSave, onClose, children }: RecordDialogProps) {
  const t = useText();
  const footer = (
    <>
      <Button onPress={onClose}>{t('schoolAdmin.record.cancel')}</Button>
      <Button kind="primary" isPending={isPending} isDisabled={isIncomplete} onPress={onSave}>
        {t('schoolAdmin.record.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen size="lg" onClose={onClose} footer={footer}>
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        {children}
      </Stack>
    </Dialog>
  );
}
