import { useState } from 'react';
import { correctPerson, type Person } from '@digione/core-data/contract';
import { Button, Dialog, ErrorState, Muted, Select, Stack, TextField } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

const LANGUAGES = ['fi', 'sv', 'en'] as const;

interface CorrectDialogProps {
  person: Person;
  educationProviderId: string;
  onClose: () => void;
}

/** Corrects names, language and contact data; sends only what was changed, based on the version that was read. */
export function CorrectDialog({ person: latest, educationProviderId, onClose }: CorrectDialogProps) {
  const t = useText();
  // What was on the page when one began to write: newer data coming under an open form neither empties it nor is overwritten by it.
  const [person] = useState(latest);
  const [problem, setProblem] = useState<ProblemError>();
  const [draft, setDraft] = useState({
    firstNames: person.firstNames,
    callName: person.callName,
    lastName: person.lastName,
    preferredLanguage: person.preferredLanguage,
    email: person.contact?.email ?? '',
    phone: person.contact?.phone ?? '',
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const before = { ...person, email: person.contact?.email ?? '', phone: person.contact?.phone ?? '' };
  const target = { params: { educationProviderId, personId: person.personId } };
  const correct = useAction(correctPerson, {
    refresh: ['person'],
    done: t('core-data.correct.done'),
    onDone: onClose,
    onError: setProblem,
    undo: (response) =>
      undo.run({
        ...target,
        ifMatch: response.version,
        body: {
          firstNames: before.firstNames,
          callName: before.callName,
          lastName: before.lastName,
          preferredLanguage: before.preferredLanguage,
          ...(person.contact !== null && { email: person.contact.email, phone: person.contact.phone }),
        },
      }),
  });
  const undo = useAction(correctPerson, { refresh: ['person'], done: t('core-data.correct.undone') });
  const save = () => {
    setProblem(undefined);
    correct.run({
      ...target,
      ifMatch: person.version,
      body: {
        ...(draft.firstNames !== before.firstNames && { firstNames: draft.firstNames }),
        ...(draft.callName !== before.callName && { callName: draft.callName }),
        ...(draft.lastName !== before.lastName && { lastName: draft.lastName }),
        ...(draft.preferredLanguage !== before.preferredLanguage && { preferredLanguage: draft.preferredLanguage }),
        ...(draft.email !== before.email && { email: draft.email === '' ? null : draft.email }),
        ...(draft.phone !== before.phone && { phone: draft.phone === '' ? null : draft.phone }),
      },
    });
  };
  const fault = (path: string) => {
    const errorMessage = problem?.messageFor(path);
    return errorMessage === undefined ? {} : { errorMessage };
  };
  return (
    <Dialog
      title={t('core-data.correct.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('core-data.cancel')}</Button>
          <Button kind="primary" isPending={correct.isPending} onPress={save}>
            {t('core-data.correct.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <TextField label={t('core-data.person.firstNames')} value={draft.firstNames} onChange={(firstNames) => set({ firstNames })} {...fault('firstNames')} />
        <TextField
          label={t('core-data.person.callName')}
          description={t('core-data.correct.callNameHelp')}
          value={draft.callName}
          onChange={(callName) => set({ callName })}
          {...fault('callName')}
        />
        <TextField label={t('core-data.person.lastName')} value={draft.lastName} onChange={(lastName) => set({ lastName })} {...fault('lastName')} />
        <Select
          label={t('core-data.person.language')}
          options={LANGUAGES.map((value) => ({ value, label: t(`core-data.language.${value}`) }))}
          value={draft.preferredLanguage}
          onChange={(preferredLanguage) => set({ preferredLanguage })}
        />
        {person.contact !== null && (
          <>
            <TextField label={t('core-data.person.email')} type="email" value={draft.email} onChange={(email) => set({ email })} {...fault('email')} />
            <TextField label={t('core-data.person.phone')} type="tel" value={draft.phone} onChange={(phone) => set({ phone })} {...fault('phone')} />
          </>
        )}
        <Muted>{t('core-data.correct.historyHelp')}</Muted>
      </Stack>
    </Dialog>
  );
}
