import { useState } from 'react';
import { revealProtectedContact, type Person } from '@digione/core-data/contract';
import { Button, Dialog, ErrorState, Facts, Muted, Stack, TextArea } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

interface RevealDialogProps {
  person: Person;
  educationProviderId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Shows a protected person's contact data for a stated reason; what was shown goes when the dialog closes. */
export function RevealDialog({ person, educationProviderId, isOpen, onClose }: RevealDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const reveal = useAction(revealProtectedContact, { onError: setProblem });
  const shown = reveal.data?.contact;
  const close = () => {
    reveal.reset();
    setReason('');
    setProblem(undefined);
    onClose();
  };
  const fault = problem?.messageFor('reason');
  return (
    <Dialog
      title={t('core-data.reveal.title')}
      isOpen={isOpen}
      onClose={close}
      footer={
        shown === undefined ? (
          <>
            <Button onPress={close}>{t('core-data.cancel')}</Button>
            <Button
              kind="primary"
              isPending={reveal.isPending}
              isDisabled={reason.trim().length < 10}
              onPress={() => reveal.run({ params: { educationProviderId, personId: person.personId }, body: { reason } })}
            >
              {t('core-data.reveal.show')}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={close}>
            {t('core-data.reveal.close')}
          </Button>
        )
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        {shown === undefined ? (
          <TextArea label={t('core-data.reveal.reason')} description={t('core-data.reveal.help')} value={reason} onChange={setReason} {...(fault !== undefined && { errorMessage: fault })} />
        ) : (
          <>
            <Facts
              facts={[
                { label: t('core-data.person.phone'), value: shown.phone ?? '–' },
                { label: t('core-data.person.email'), value: shown.email ?? '–' },
                { label: t('core-data.person.address'), value: [shown.streetAddress, shown.postalCode, shown.postOffice].filter(Boolean).join(' ') || '–' },
              ]}
            />
            <Muted>{t('core-data.reveal.logged')}</Muted>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
