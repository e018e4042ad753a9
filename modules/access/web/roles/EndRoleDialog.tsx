import { useState } from 'react';
import { Button, DatePicker, Dialog, ErrorState, RadioGroup, Stack, TextField } from '@digione/platform/ui';
import { today, useAction, useFormat, type ProblemError } from '@digione/platform/web';
import { endRole, undoEndOfRole, type RoleAssignment } from '../../contract/index.ts';
import { roleText, useText } from '../messages.ts';

interface EndRoleDialogProps {
  assignment: RoleAssignment;
  educationProviderId: string;
  onClose: () => void;
}

/** Ends a role at once or after a last day; the toast takes it back. */
export function EndRoleDialog({ assignment, educationProviderId, onClose }: EndRoleDialogProps) {
  const t = useText();
  const format = useFormat();
  const { person, role, roleAssignmentId, version, validTo } = assignment;
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [lastDay, setLastDay] = useState<string | null>(today());
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const target = { params: { educationProviderId, roleAssignmentId } };
  const undo = useAction(undoEndOfRole, { done: t('access.end.undone') });
  const end = useAction(endRole, {
    done: (ended) =>
      when === 'now' || ended.validTo === null
        ? t('access.end.done', { name: person.callName, role: roleText(t, role) })
        : t('access.end.doneLater', { name: person.callName, role: roleText(t, role), date: format.day(ended.validTo) }),
    undo: (ended) => undo.run({ ...target, ifMatch: ended.version }),
    onDone: onClose,
    onError: setProblem,
  });
  const fault = problem?.messageFor('lastDay');
  return (
    <Dialog
      title={t('access.end.title', { name: `${person.callName} ${person.lastName}`, role: roleText(t, role) })}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('access.cancel')}</Button>
          <Button
            kind="primary"
            isPending={end.isPending}
            isDisabled={when === 'later' && lastDay === null}
            onPress={() => {
              setProblem(undefined);
              end.run({ ...target, ifMatch: version, body: { lastDay: when === 'now' ? null : lastDay, ...(reason.trim() !== '' && { reason: reason.trim() }) } });
            }}
          >
            {t('access.end.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <RadioGroup
          label={t('access.end.when')}
          options={[
            { value: 'now', label: t('access.end.now') },
            { value: 'later', label: t('access.end.later') },
          ]}
          value={when}
          onChange={setWhen}
        />
        {when === 'later' && <DatePicker label={t('access.end.lastDay')} value={lastDay} onChange={setLastDay} minDate={today()} {...(validTo !== null && { maxDate: validTo })} {...(fault !== undefined && { errorMessage: fault })} />}
        <TextField label={t('access.end.reason')} value={reason} onChange={setReason} maxLength={300} isOptional />
      </Stack>
    </Dialog>
  );
}
